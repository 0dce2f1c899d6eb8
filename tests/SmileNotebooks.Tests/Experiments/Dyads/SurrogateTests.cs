// Error rates, power and lags of tests of synchrony, each over 200 seeds of simulated series.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Experiments.Dyads;

public class SurrogateTests
{
    private const int Seeds = 200;

    // The binomial 99.9 % limits of 5 % of 200 are 2 and 22.
    private const int LeastFalse = 1;
    private const int MostFalse = 22;

    // The binomial 99.9 % limit of 1 % of 200.
    private const int MostFalseOfOne = 8;

    // Every second lag: the same tests in half the time.
    private static readonly CrossCorrelationOptions Quick = new() { LagStep = 0.2 };

    [Theory]
    [InlineData(SurrogateKind.Shifts, 300)]
    [InlineData(SurrogateKind.Segments, 300)]
    [InlineData(SurrogateKind.Phases, 300)]
    [InlineData(SurrogateKind.Shifts, 1_800)]
    [InlineData(SurrogateKind.Segments, 1_800)]
    [InlineData(SurrogateKind.Phases, 1_800)]
    public void Independent_series_with_memory_are_synchronous_in_five_of_a_hundred_tests_at_the_most(SurrogateKind kind, int samples)
    {
        double[] p = new double[Seeds];
        Count(seed =>
        {
            Dyad dyad = CrossCorrelationTests.Of([.. CrossCorrelationTests.Noise(seed, samples)], [.. CrossCorrelationTests.Noise(seed + 100_000, samples)]);
            p[seed - 1] = dyad.SurrogateTest(Quick, new() { Kind = kind, Surrogates = 199, Seed = seed, Segment = samples / 60 }).Result.P;
            return true;
        });

        Assert.InRange(p.Count(one => one <= .05), 0, MostFalse);
        Assert.InRange(p.Count(one => one <= .01), 0, MostFalseOfOne);
    }

    [Fact]
    public void Turns_near_the_observed_one_share_its_peak_and_bound_p()
    {
        double[] first = [.. CrossCorrelationTests.Noise(1, 900)];
        Dyad dyad = CrossCorrelationTests.Of(first, [.. first]);

        // Lags reach 3 s each way: turned by no more, the same peak is found.
        Assert.InRange(dyad.SurrogateTest().Result.P, 0.9 * 61 / 900, 1.1 * 61 / 900);
        Assert.Equal(1 / 1_000.0, dyad.SurrogateTest(Quick, new() { Kind = SurrogateKind.Segments, Segment = 10 }).Result.P, 1e-12);
    }

    [Theory]
    [InlineData(SurrogateKind.Shifts)]
    [InlineData(SurrogateKind.Segments)]
    [InlineData(SurrogateKind.Phases)]
    public void Series_that_follow_each_other_are_found(SurrogateKind kind)
    {
        int found = Count(seed =>
        {
            double[] first = [.. CrossCorrelationTests.Noise(seed, 1_800)];
            double[] second = [.. CrossCorrelationTests.Noise(seed + 100_000, 1_800).Select((value, i) => value + (i < 10 ? 0 : 0.7 * first[i - 10]))];
            return CrossCorrelationTests.Of(first, second).SurrogateTest(Quick, new() { Kind = kind, Surrogates = 99, Seed = seed, Segment = 10 }).Result.P <= .05;
        });

        Assert.True(found >= 0.9 * Seeds, $"{found} of {Seeds}");
    }

    [Fact]
    public void Partners_who_smile_by_themselves_are_synchronous_in_five_of_a_hundred_simulated_studies() =>
        Assert.InRange(Count(seed => Partners(new() { Coupling = 0 }, seed).Result.P <= .05), LeastFalse, MostFalse);

    [Fact]
    public void Partners_who_watch_one_film_do_not_fool_the_test_of_partners_but_each_test_of_a_dyad()
    {
        DyadExperiment film = new() { Coupling = 0, SharedPerMinute = 6 };

        Assert.InRange(Count(seed => Partners(film, seed).Result.P <= .05), LeastFalse, MostFalse);
        int fooled = Count(seed => Make(film, seed)[0].SurrogateTest(Quick, new() { Surrogates = 99, Seed = seed }).Result.P <= .05);
        Assert.True(fooled > MostFalse, $"{fooled} of {Seeds}");
    }

    [Fact]
    public void Partners_who_answer_half_of_the_smiles_are_found_in_simulated_studies()
    {
        int found = Count(seed => Partners(new() { Dyads = 16 }, seed).Result.P <= .05);

        Assert.True(found >= 0.8 * Seeds, $"{found} of {Seeds}");
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(1.6)]
    public void The_lag_of_answers_is_recovered_in_simulated_studies(double lag)
    {
        double[] lags = new double[Seeds];
        Count(seed =>
        {
            lags[seed - 1] = Make(new() { Coupling = 1, Lag = lag }, seed).Correlate(Quick).Lag;
            return true;
        });

        Assert.Equal(lag, lags.Average(), 0.1);
        // Two minutes of eight dyads leave a standard deviation of .4 s.
        int near = lags.Count(one => Math.Abs(one - lag) < 0.45);
        Assert.True(near >= 0.75 * Seeds, $"{near} of {Seeds}");
    }

    [Fact]
    public void Surrogates_keep_what_they_say_they_keep()
    {
        double[] series = [.. CrossCorrelationTests.Noise(3, 501)], surrogate = new double[501];
        foreach ((SurrogateKind kind, int unit) in new[] { (SurrogateKind.Shifts, 100), (SurrogateKind.Segments, 40), (SurrogateKind.Phases, 1) })
        {
            RandomStream random = new(5);
            new Surrogates(series, kind, unit, "B").Fill(surrogate, ref random);
            Assert.Equal(series.Average(), surrogate.Average(), 1e-12);
            Assert.NotEqual(series, surrogate);
            if (kind == SurrogateKind.Phases)
            {
                Assert.Equal(Spectrum(series), Spectrum(surrogate), (a, b) => Math.Abs(a - b) < 1e-9);
            }
            else
            {
                Assert.Equal(series.Order(), surrogate.Order());
            }
        }
    }

    [Fact]
    public void A_series_of_even_length_keeps_its_spectrum_too()
    {
        double[] series = [.. CrossCorrelationTests.Noise(3, 500)], surrogate = new double[500];
        RandomStream random = new(5);
        new Surrogates(series, SurrogateKind.Phases, 1, "B").Fill(surrogate, ref random);

        Assert.Equal(Spectrum(series), Spectrum(surrogate), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_p_and_another_one_another()
    {
        Dyad dyad = new DyadExperiment { Dyads = 1, Duration = 90 }.Simulate()[0];
        PermutationTestResult Test(ulong seed) => dyad.SurrogateTest(Quick, new() { Surrogates = 99, Seed = seed }).Result;

        Assert.Equal(Test(1).NullDistribution, Test(1).NullDistribution);
        Assert.NotEqual(Test(1).NullDistribution, Test(2).NullDistribution);
        PermutationTestResult one = Test(1);
        Assert.Equal((1 + one.NullDistribution.Count(score => score >= one.Statistic - 1e-12)) / 100.0, one.P, 1e-12);
    }

    [Fact]
    public void A_gap_is_an_error_for_phases_and_none_for_the_others()
    {
        Dyad dyad = new DyadExperiment { Dyads = 1, Duration = 120 }.Simulate()[0];
        dyad = dyad with { Second = [.. dyad.Second.Select((value, i) => i is >= 300 and < 310 ? double.NaN : value)] };

        Assert.StartsWith("B of dyad 01 has a gap at sample 300", Assert.Throws<ArgumentException>(() => dyad.SurrogateTest(null, new() { Kind = SurrogateKind.Phases })).Message);
        foreach (SurrogateKind kind in new[] { SurrogateKind.Shifts, SurrogateKind.Segments })
        {
            Assert.InRange(dyad.SurrogateTest(Quick, new() { Kind = kind, Surrogates = 49 }).Result.P, 0.02, 1);
        }
    }

    [Fact]
    public void Too_few_dyads_cannot_be_shuffled()
    {
        Assert.Contains("3 dyads have a score, expected at least 4", Assert.Throws<ArgumentException>(() => new DyadExperiment { Dyads = 3, Duration = 60 }.Simulate().PartnerTest()).Message);
        Assert.Throws<ArgumentException>(() => new DyadSet([]));
    }

    [Fact]
    public void A_dyad_without_a_score_is_left_out_and_told()
    {
        DyadSet dyads = new DyadExperiment { Dyads = 6, Duration = 60 }.Simulate();
        DyadSet still = new(dyads.Select((dyad, i) => i == 2 ? dyad with { First = [.. dyad.First.Select(_ => 0.0)] } : dyad));

        StudyResult<PermutationTestResult> test = still.PartnerTest(null, 49);

        Assert.Equal("03", Assert.Single(test.Exclusions).Participant);
        Assert.Equal(5, test.Result.Samples[0].Length);
        Assert.Contains("simulated", test.Apa);
    }

    [Fact]
    public void Dyads_of_unequal_length_are_compared_over_what_both_have()
    {
        DyadSet dyads = new DyadExperiment { Dyads = 5, Duration = 60 }.Simulate();
        DyadSet unequal = new(dyads.Select((dyad, i) => i == 1 ? dyad with { First = dyad.First[..300], Second = dyad.Second[..300] } : dyad));

        DyadSynchrony synchrony = unequal.Correlate(Quick);

        Assert.Equal(Dyad.Of("y", Person("A", unequal[0].First[..300]), Person("B", unequal[1].Second)).Correlate(Quick).Score, synchrony[0, 1], 1e-12);
    }

    [Fact]
    public void Strangers_are_compared_at_the_same_time_of_what_all_saw()
    {
        DyadSet dyads = new DyadExperiment { Dyads = 5, Duration = 60 }.Simulate();
        DyadSet late = new(dyads.Select((dyad, i) => i == 1 ? dyad with { Start = 5, First = dyad.First[50..], Second = dyad.Second[50..] } : dyad));

        DyadSynchrony synchrony = late.Correlate(Quick);

        Assert.Equal(Dyad.Of("y", Person("A", dyads[0].First[50..]), Person("B", dyads[1].Second[50..])).Correlate(Quick).Score, synchrony[0, 1], 1e-12);
        Assert.Equal(Dyad.Of("y", Person("A", dyads[1].First[50..]), Person("B", dyads[0].Second[50..])).Correlate(Quick).Score, synchrony[1, 0], 1e-12);
        Assert.Equal(dyads.Correlate(Quick)[2, 3], synchrony[2, 3]);
    }

    [Fact]
    public void Dyads_that_share_no_time_cannot_be_shuffled_and_pairs_without_time_do_not_make_p_smaller()
    {
        DyadSet dyads = new DyadExperiment { Dyads = 4, Duration = 60, Coupling = 1 }.Simulate();
        DyadSet apart = new(dyads.Select((dyad, i) => dyad with { Start = 1e9 * i }));
        DyadSet two = new(dyads.Select((dyad, i) => dyad with { Start = 1_000 * (i / 2) }));

        Assert.Contains("expected times from the beginning of what all dyads saw", Assert.Throws<ArgumentException>(() => apart.PartnerTest(Quick, 99)).Message);
        Assert.True(double.IsNaN(two.Correlate(Quick)[0, 2]));

        // Of 24 ways of giving partners 4 leave every pair without time in common, which count as synchronous as can be, as does the true one.
        Assert.True(two.PartnerTest(Quick, 999).Result.P >= 0.15);
    }

    [Fact]
    public void A_short_series_is_turned_in_each_way_once()
    {
        Dyad dyad = new DyadExperiment { Dyads = 1, Duration = 30 }.Simulate()[0];

        PermutationTestResult test = dyad.SurrogateTest(Quick).Result;

        Assert.True(test.IsExact);
        Assert.Equal(299, test.Permutations);
        Assert.Equal(test.NullDistribution, dyad.SurrogateTest(Quick, new() { Seed = 2 }).Result.NullDistribution);
        Assert.Contains("all 300 turns of B's series", test.Apa, StringComparison.Ordinal);
        Assert.False(dyad.SurrogateTest(Quick, new() { Surrogates = 40 }).Result.IsExact);
    }

    [Fact]
    public void Series_of_unlike_lengths_are_an_error()
    {
        Dyad dyad = CrossCorrelationTests.Of([.. CrossCorrelationTests.Noise(1, 300)], [.. CrossCorrelationTests.Noise(2, 299)]);

        Assert.Contains("300 samples of A and 299 of B", Assert.Throws<ArgumentException>(() => dyad.Correlate()).Message);
        Assert.Contains("expected as many of both", Assert.Throws<ArgumentException>(() => new DyadSet(dyad)).Message);
    }

    [Fact]
    public void More_dyads_change_nothing_in_the_first_ones() =>
        Assert.Equal(new DyadExperiment { Dyads = 2 }.Simulate()[1].Second, new DyadExperiment { Dyads = 5 }.Simulate()[1].Second);

    private static PersonSeries Person(string name, ImmutableArray<double> values) => new(name, [.. values.Select((_, i) => i / 10.0)], values);

    private static DyadSet Make(DyadExperiment experiment, ulong seed) =>
        (experiment with { Dyads = experiment.Dyads == 20 ? 8 : experiment.Dyads, Duration = 120, Seed = seed }).Simulate();

    private static StudyResult<PermutationTestResult> Partners(DyadExperiment experiment, ulong seed) => Make(experiment, seed).PartnerTest(Quick, 99, seed);

    private static int Count(Func<ulong, bool> isFound)
    {
        int found = 0;
        Parallel.For(1, Seeds + 1, seed =>
        {
            if (isFound((ulong)seed))
            {
                Interlocked.Increment(ref found);
            }
        });
        return found;
    }

    private static double Median(ImmutableArray<double> values) => (values.Order().ElementAt(values.Length / 2) + values.Order().ElementAt((values.Length - 1) / 2)) / 2;

    private static double[] Spectrum(double[] series)
    {
        double[] re = [.. series], im = new double[series.Length];
        new FourierTransform(series.Length).Forward(ref re, ref im);
        return [.. re.Zip(im, (a, b) => Math.Sqrt((a * a) + (b * b)))];
    }
}
