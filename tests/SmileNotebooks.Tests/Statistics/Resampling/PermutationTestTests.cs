using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.Resampling;

public class PermutationTestTests
{
    private static readonly double[] Differences = [0.3, -1.2, 2.5, 0.7, 1.9, -0.4, 3.3, 0.9];

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        double[] values = Normal(1, 40);
        PermutationTestOptions one = new() { MaxDegreeOfParallelism = 1 };
        PermutationTestOptions many = new() { MaxDegreeOfParallelism = 3 };
        Assert.Equal(SignFlip.Test(values, one).NullDistribution, SignFlip.Test(values, many).NullDistribution);
        Assert.Equal(LabelPermutation.Test(values, values.AsSpan(0, 20), one).NullDistribution, LabelPermutation.Test(values, values.AsSpan(0, 20), many).NullDistribution);
        Assert.NotEqual(SignFlip.Test(values, one).NullDistribution, SignFlip.Test(values, one with { Seed = 2 }).NullDistribution);
    }

    [Fact]
    public void Two_sided_exact_p_is_that_of_all_signs()
    {
        double observed = Math.Abs(Differences.Sum());
        int reached = Enumerable.Range(0, 256).Count(signs => Math.Abs(Differences.Select((d, i) => ((signs >> i) & 1) == 0 ? d : -d).Sum()) >= observed - 1e-12);
        PermutationTestResult result = SignFlip.Test(Differences);
        Assert.True(result.IsExact);
        Assert.Equal(reached / 256.0, result.P, 1e-15);
        Assert.Equal(0, result.MonteCarloError);
    }

    [Fact]
    public void One_sided_p_values_are_of_both_tails()
    {
        PermutationTestResult greater = SignFlip.Test(Differences, new PermutationTestOptions { Alternative = Alternative.Greater });
        PermutationTestResult less = SignFlip.Test(Differences, new PermutationTestOptions { Alternative = Alternative.Less });
        Assert.Equal(255, greater.Permutations);
        Assert.InRange(greater.P + less.P, 1, 1.1);
    }

    [Fact]
    public void Pairs_are_their_differences_and_records_are_pairs()
    {
        double[] first = Normal(2, 12);
        double[] second = Normal(3, 12);
        double[] differences = [.. first.Zip(second, (a, b) => a - b)];
        Assert.Equal(SignFlip.Test(differences).P, SignFlip.Test(first, second).P);
        (double A, double B)[] rows = [.. first.Zip(second)];
        Assert.Equal(SignFlip.Test(differences).P, SignFlip.Test(rows, row => row.A, row => row.B).P);
        Assert.Equal(LabelPermutation.Test(first, second).P, LabelPermutation.Test(rows.Select(row => row.A), rows.Select(row => row.B), value => value).P);
    }

    [Fact]
    public void Where_nothing_differs_p_is_one()
    {
        Assert.Equal(1, SignFlip.Test(new double[6]).P);
        Assert.Equal(1, LabelPermutation.Test([2, 2, 2], [2, 2]).P);
        Assert.Equal(1, LabelPermutation.Test([2, 2, 2], [2, 2], new PermutationTestOptions { Studentized = true }).P);
    }

    [Fact]
    public void Groups_without_variance_that_differ_have_an_infinite_t_and_the_smallest_p()
    {
        PermutationTestResult result = LabelPermutation.Test([2, 2, 2, 2], [1, 1, 1, 1], new PermutationTestOptions { Studentized = true });
        Assert.Equal(double.PositiveInfinity, result.Statistic);
        Assert.Equal(2 / 70.0, result.P, 1e-15);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    public void Extreme_scales_change_no_p(double factor)
    {
        double[] scaled = [.. Differences.Select(value => value * factor)];
        Assert.Equal(SignFlip.Test(Differences).P, SignFlip.Test(scaled).P);
        Assert.Equal(LabelPermutation.Test(Differences.AsSpan(0, 4), Differences.AsSpan(4)).P, LabelPermutation.Test(scaled.AsSpan(0, 4), scaled.AsSpan(4)).P);
        Assert.Equal(Differences.Average() * factor, SignFlip.Test(scaled).Statistic, Math.Abs(factor) * 1e-12);
    }

    [Fact]
    public void Missing_values_are_named_or_left_out()
    {
        double[] values = [1, 2, double.NaN, 4, 5];
        Assert.Contains("Row 2", Assert.Throws<ArgumentException>(() => SignFlip.Test(values)).Message, StringComparison.Ordinal);
        PermutationTestOptions drop = new() { Missing = MissingValues.DropListwise };
        PermutationTestResult result = SignFlip.Test(values, drop);
        Assert.Equal([2], result.Dropped.Rows);
        Assert.Contains("1 row dropped (2)", result.ToTable().Note, StringComparison.Ordinal);
        Assert.Equal([2, 7], LabelPermutation.Test(values, values, drop).Dropped.Rows);
    }

    [Fact]
    public void Degenerate_input_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => SignFlip.Test([]));
        Assert.Throws<ArgumentException>(() => SignFlip.Test([1]));
        Assert.Throws<ArgumentException>(() => SignFlip.Test([1, 2], new double[] { 1 }));
        Assert.Throws<ArgumentException>(() => LabelPermutation.Test([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => SignFlip.Test([1, 2], new PermutationTestOptions { Permutations = 0 }));
        Assert.Throws<ArgumentException>(() => SignFlip.Test([1, 2], values => double.NaN));
        Assert.Contains("not a number", Assert.Throws<ArgumentException>(() => LabelPermutation.Test([1, 2], [3, 4], (one, other) => double.NaN)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statistic_that_fails_in_some_permutation_is_the_same_error_on_any_number_of_threads()
    {
        double[] values = Normal(1, 30);
        double sum = values.Sum();
        foreach (int threads in new[] { 1, -1 })
        {
            PermutationTestOptions options = new() { MaxDegreeOfParallelism = threads };
            Assert.Throws<ArgumentException>(() => SignFlip.Test(values, signed => signed.ToArray().Sum() == sum ? 1 : double.NaN, options));
            Assert.Throws<DivideByZeroException>(() => SignFlip.Test(values, signed => signed.ToArray().Sum() == sum ? 1 : throw new DivideByZeroException(), options));
        }
    }

    [Fact]
    public void Mirror_images_of_groups_far_apart_count_however_large_t_is()
    {
        for (ulong seed = 1; seed <= 50; seed++)
        {
            double[] near = Normal(seed, 5);
            double[] far = [.. Normal(seed + 100, 5).Select(value => value + 1e5)];
            Assert.Equal(2 / 252.0, LabelPermutation.Test(near, far, new PermutationTestOptions { Studentized = true }).P, 1e-15);
        }
    }

    [Fact]
    public void Sentence_says_how_p_was_found()
    {
        Assert.Equal("M = 1.00, p = .125 (all 128 sign flips)", SignFlip.Test(Differences).Apa);
        Assert.EndsWith("(9,999 random permutations of labels, seed 1)", LabelPermutation.Test(Normal(1, 20), Normal(2, 20)).Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_flips_reject_a_true_hypothesis_in_one_of_twenty_experiments() =>
        AssertFivePercent(seed => SignFlip.Test(Normal(seed, 25), new PermutationTestOptions { Permutations = 199, Seed = seed, MaxDegreeOfParallelism = 1 }).P);

    [Fact]
    public void Studentized_labels_keep_their_level_with_unequal_variances() =>
        AssertFivePercent(seed => LabelPermutation.Test(
            Normal(seed, 20, 3), Normal(seed + 90_000, 60), new PermutationTestOptions { Permutations = 199, Seed = seed, Studentized = true, MaxDegreeOfParallelism = 1 }).P);

    [Fact]
    public void Labels_reject_a_true_hypothesis_in_one_of_twenty_experiments() =>
        AssertFivePercent(seed => LabelPermutation.Test(
            Normal(seed, 15), Normal(seed + 90_000, 30), new PermutationTestOptions { Permutations = 199, Seed = seed, MaxDegreeOfParallelism = 1 }).P);

    [Fact]
    public void Order_of_rows_and_shift_of_both_groups_change_no_exact_p() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 100_000)),
        seed =>
        {
            double[] first = Normal((ulong)seed, 6);
            double[] second = Normal((ulong)seed + 1, 5);
            double[] shuffled = [.. first];
            new RandomStream((ulong)seed, 9).Shuffle(shuffled.AsSpan());
            double p = LabelPermutation.Test(first, second).P;
            return p == LabelPermutation.Test(shuffled, second).P
                && p == LabelPermutation.Test(second, first).P
                && p == LabelPermutation.Test([.. first.Select(value => value + 100)], [.. second.Select(value => value + 100)]).P
                && SignFlip.Test(first).P == SignFlip.Test([.. shuffled.Select(value => -value)]).P;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(3, 5));

    private static void AssertFivePercent(Func<ulong, double> p)
    {
        int found = 0;
        Parallel.For(0, 2_000, seed =>
        {
            if (p((ulong)seed + 1) <= 0.05)
            {
                Interlocked.Increment(ref found);
            }
        });

        // Binomial 99.9 % limits.
        Assert.InRange(found, 68, 132);
    }

    private static double[] Normal(ulong seed, int count, double deviation = 1)
    {
        double[] values = new double[count];
        new RandomStream(seed, 21).FillGaussian(values, 0, deviation);
        return values;
    }
}
