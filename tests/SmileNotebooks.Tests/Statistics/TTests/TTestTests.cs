namespace SmileNotebooks.Tests.Statistics.TTests;

public class TTestTests
{
    private static readonly (double[] First, double[] Second) Sleep = BasicsData.Samples("sleep");

    [Fact]
    public void Paired_t_of_the_sleep_data_prints_its_sentence_and_table()
    {
        TTestResult result = TTest.Paired(Sleep.First, Sleep.Second);

        Assert.Equal("t(9) = -4.06, p = .003, dz = -1.28, 95% CI [-2.12, -0.41]", result.Apa);
        Assert.Equal(result.Apa, result.ToString());
        Assert.Equal(
            """
            Paired t test
                             n      M    SD           95% CI      t  df     p     dz       dz 95% CI
            --------------  --  -----  ----  ---------------  -----  --  ----  -----  --------------
            first           10  0.750  1.79
            second          10   2.33  2.00
            first - second  10  -1.58  1.23  [-2.46, -0.700]  -4.06   9  .003  -1.28  [-2.12, -0.41]

            """.ReplaceLineEndings("\n"),
            result.ToTable().ToText());
    }

    [Fact]
    public void Published_mimicry_effect_has_its_sentence()
    {
        // Zygomaticus, happy less neutral, 74 participants: t and n alone give the interval.
        Assert.Equal("dz = 0.51, 95% CI [0.27, 0.75]", CohenD.FromT(4.39, 74).Apa);
    }

    [Fact]
    public void Records_are_named_for_the_properties_that_are_selected()
    {
        var rows = Enumerable.Range(0, 10).Select(i => (Happy: Sleep.First[i], Neutral: Sleep.Second[i])).ToArray();

        TTestResult result = TTest.Paired(rows, row => row.Happy, row => row.Neutral);

        Assert.Equal(("Happy", "Neutral"), (result.FirstName, result.SecondName));
        Assert.Equal(TTest.Paired(Sleep.First, Sleep.Second).Apa, result.Apa);
        Assert.Equal("Neutral", TTest.OneSample(rows, row => row.Neutral).FirstName);
        Assert.Equal("row.Happy - row.Neutral", TTest.OneSample(rows, row => row.Happy - row.Neutral).FirstName);
    }

    [Fact]
    public void Groups_of_records_are_taken_in_ordinal_order()
    {
        var rows = Sleep.Second.Select(extra => (Group: "b", Extra: extra)).Concat(Sleep.First.Select(extra => (Group: "a", Extra: extra))).ToArray();

        TTestResult result = TTest.Independent(rows, row => row.Extra, row => row.Group);

        Assert.Equal(("a", "b"), (result.FirstName, result.SecondName));
        Assert.Equal(TTest.Independent(Sleep.First, Sleep.Second).P, result.P);
        ArgumentException error = Assert.Throws<ArgumentException>(() => TTest.Independent(rows, row => row.Extra, row => $"{row.Extra:0}"));
        Assert.Contains("compares two groups; found", error.Message);
    }

    [Fact]
    public void Missing_value_is_named_and_dropped_only_on_request()
    {
        double[] first = [.. Sleep.First];
        first[3] = double.NaN;

        ArgumentException error = Assert.Throws<ArgumentException>(() => TTest.Paired(first, Sleep.Second));
        Assert.Contains("Row 3: 'first' is NaN", error.Message);
        TTestResult result = TTest.Paired(first, Sleep.Second, new TTestOptions { Missing = MissingValues.DropListwise });
        Assert.Equal([3], result.Dropped.Rows);
        Assert.Equal(9, result.First.Length);
        Assert.Contains("1 row dropped (3)", result.ToTable().Note);
    }

    [Fact]
    public void Rows_dropped_from_two_samples_are_counted_through()
    {
        TTestResult result = TTest.Independent([1, double.NaN, 3], [4, 5.5, double.PositiveInfinity], new TTestOptions { Missing = MissingValues.DropListwise });

        Assert.Equal([1, 5], result.Dropped.Rows);
    }

    [Fact]
    public void Rows_dropped_from_groups_are_those_of_the_records()
    {
        var rows = new[] { ("a", 1.0), ("b", 2.0), ("a", double.NaN), ("a", 2.5), ("b", 3.5) };

        TTestResult result = TTest.Independent(rows, row => row.Item2, row => row.Item1, new TTestOptions { Missing = MissingValues.DropParticipants });

        Assert.Equal([2], result.Dropped.Rows);
        Assert.Equal(2, result.First.Length);
    }

    [Fact]
    public void Degenerate_samples_are_errors_that_say_what_was_found()
    {
        Assert.Contains("at least two values; found 1", Assert.Throws<ArgumentException>(() => TTest.OneSample([3])).Message);
        Assert.Contains("at least two pairs; found 0", Assert.Throws<ArgumentException>(() => TTest.Paired([], [])).Message);
        Assert.Contains("All 3 differences are 1 but for rounding", Assert.Throws<ArgumentException>(() => TTest.Paired([2, 3, 4], [1, 2, 3])).Message);
        Assert.Contains("All 3 values are 0.1", Assert.Throws<ArgumentException>(() => TTest.OneSample([0.1, 0.1 + 1e-17, 0.30000000000000004 - 0.2])).Message);
        Assert.Contains("found 1 and 3", Assert.Throws<ArgumentException>(() => TTest.Independent([1], [1, 2, 3])).Message);
        Assert.Contains("found 1 and 1", Assert.Throws<ArgumentException>(() => TTest.Independent([1], [1], new TTestOptions { EqualVariances = true })).Message);
        Assert.Contains("without spread there is no t", Assert.Throws<ArgumentException>(() => TTest.Independent([1, 1], [2, 2])).Message);
        Assert.Contains("Pair 1:", Assert.Throws<ArgumentException>(() => TTest.Paired([1, 1.7e308, 2], [1, -1.7e308, 0])).Message);
        Assert.Contains("as many of both", Assert.Throws<ArgumentException>(() => TTest.Paired([1, 2, 3], [1, 2])).Message);
        Assert.Contains("confidence level is 95", Assert.Throws<ArgumentException>(() => TTest.OneSample([1, 2], new TTestOptions { Level = 95 })).Message);
    }

    [Fact]
    public void One_value_against_a_sample_has_a_Student_test()
    {
        TTestResult result = TTest.Independent([5], [1, 2, 3], new TTestOptions { EqualVariances = true });

        Assert.Equal(2, result.DegreesOfFreedom);
        Assert.Equal(3 / Math.Sqrt(4.0 / 3), result.T, 1e-12);
    }

    [Fact]
    public void One_group_without_spread_has_a_Welch_test_on_the_spread_of_the_other()
    {
        TTestResult result = TTest.Independent([2, 2, 2], [1, 2, 6]);

        Assert.Equal(2, result.DegreesOfFreedom, 1e-12);
        Assert.Equal(TTest.OneSample([1, 2, 6], new TTestOptions { Null = 2 }).P, result.P, 1e-14);
    }

    [Fact]
    public void One_sided_tests_say_so()
    {
        TTestResult result = TTest.Paired(Sleep.First, Sleep.Second, new TTestOptions { Alternative = Alternative.Less });

        Assert.Contains("p = .001 (one-sided), dz", result.Apa);
        Assert.Equal(double.NegativeInfinity, result.Interval.Lower);
        Assert.Contains("[-Inf, -0.867]", result.ToTable().ToText());
    }

    [Fact]
    public void Hedges_factor_is_that_of_the_gamma_functions()
    {
        // J(2) = 1 / sqrt(pi); J(10) = 0.9227456.
        Assert.Equal(1 / Math.Sqrt(Math.PI), EffectSize.HedgesFactor(2), 1e-14);
        Assert.Equal(0.92274560805, EffectSize.HedgesFactor(10), 1e-11);
        Assert.Equal(0, EffectSize.HedgesFactor(1));
        Assert.Equal(1 - (3 / ((4 * 1e7) - 1)), EffectSize.HedgesFactor(1e7), 1e-14);
    }

    [Fact]
    public void Equivalence_reads_well_either_way()
    {
        (double[] first, double[] second) = BasicsData.Samples("mtcars");
        Assert.StartsWith("not shown equivalent: t(18.33) =", Tost.Independent(first, second, -3, 3).Apa);
        TostResult wide = Tost.Independent(first, second, -3, 3, new TostOptions { Unit = EquivalenceUnit.StandardDeviations });
        Assert.StartsWith("equivalent: t(18.33) = ", wide.Apa);
        Assert.Contains(" within [", wide.Apa);
        Assert.Equal(0.9, wide.Interval.Level, 1e-15);
        Assert.Contains("lower below the upper", Assert.Throws<ArgumentException>(() => Tost.OneSample(first, 1, 1)).Message);
        Assert.Contains("alpha is 0.6", Assert.Throws<ArgumentException>(() => Tost.OneSample(first, 0, 1, new TostOptions { Alpha = 0.6 })).Message);
    }

    [Fact]
    public void Equivalence_of_records_is_that_of_their_columns()
    {
        var rows = Enumerable.Range(0, 10).Select(i => (Happy: Sleep.First[i], Neutral: Sleep.Second[i], Group: i < 4 ? "a" : "b")).ToArray();

        TostResult paired = Tost.Paired(rows, row => row.Happy, row => row.Neutral, -1, 2);
        Assert.Equal(Tost.Paired(Sleep.First, Sleep.Second, -1, 2).Apa, paired.Apa);
        Assert.Equal("Neutral", paired.Difference.SecondName);
        Assert.Equal(Tost.OneSample(Sleep.First, -1, 2).P, Tost.OneSample(rows, row => row.Happy, -1, 2).P);
        Assert.Equal(Tost.Independent(Sleep.First.AsSpan(0, 4), Sleep.First.AsSpan(4), -1, 2).P, Tost.Independent(rows, row => row.Happy, row => row.Group, -1, 2).P);
    }

    [Fact]
    public void Bayes_factors_read_well_and_stay_finite()
    {
        Assert.Equal("BF10 = 17.26 (Cauchy prior, r = 0.71)", BayesFactor.Paired(Sleep.First, Sleep.Second).Apa);
        Assert.StartsWith("BF01 = ", BayesFactor.FromT(0, 40).Apa);
        BayesFactorResult huge = BayesFactor.FromT(200, 5000);
        Assert.True(double.IsFinite(huge.LogBayesFactor) && huge.LogBayesFactor > 700);
        Assert.StartsWith("BF10 = exp(", huge.Apa);
        Assert.Contains("found Welch's test", Assert.Throws<ArgumentException>(() => BayesFactor.FromTTest(TTest.Independent(Sleep.First, Sleep.Second))).Message);
        Assert.Equal(BayesFactor.FromT(2, 12, 20).LogBayesFactor, BayesFactor.FromT(-2, 20, 12).LogBayesFactor, 1e-12);
    }
}
