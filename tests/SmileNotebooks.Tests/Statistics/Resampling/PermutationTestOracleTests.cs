// Permutation tests beside SciPy's on R's data sets.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Tests.Statistics.Resampling;

public class PermutationTestOracleTests
{
    private static readonly double[] Drug1 = ScipyOracle.Column("sleep.csv", 0);
    private static readonly double[] Drug2 = ScipyOracle.Column("sleep.csv", 1);
    private static readonly double[] Control = ScipyOracle.Column("plantgrowth.csv", 0);
    private static readonly double[] Treated = ScipyOracle.Column("plantgrowth.csv", 1);

    // 20 choose 10 is 184,756.
    private static readonly PermutationTestOptions All = new() { Permutations = 200_000 };
    private static readonly PermutationTestOptions Many = new() { Permutations = 99_999 };

    [Theory]
    [InlineData(Alternative.TwoSided, "sleep two-sided")]
    [InlineData(Alternative.Less, "sleep less")]
    [InlineData(Alternative.Greater, "sleep greater")]
    public void Exact_sign_flips_on_sleep_agree_with_SciPy(Alternative alternative, string name) =>
        AssertExact(name, SignFlip.Test(Drug1, Drug2, new PermutationTestOptions { Alternative = alternative }));

    [Theory]
    [InlineData(Alternative.TwoSided, "plantgrowth two-sided")]
    [InlineData(Alternative.Less, "plantgrowth less")]
    [InlineData(Alternative.Greater, "plantgrowth greater")]
    public void Exact_labels_on_PlantGrowth_agree_with_SciPy(Alternative alternative, string name) =>
        AssertExact(name, LabelPermutation.Test(Control, Treated, All with { Alternative = alternative }));

    [Fact]
    public void Exact_studentized_labels_on_PlantGrowth_agree_with_SciPy() =>
        AssertExact("plantgrowth welch", LabelPermutation.Test(Control, Treated, All with { Studentized = true }));

    [Fact]
    public void Any_statistic_of_labels_gives_the_p_of_the_same_statistic_of_ours()
    {
        static double Difference(ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Mean(first) - Mean(second);
        AssertExact("plantgrowth two-sided", LabelPermutation.Test(Control, Treated, Difference, All));
    }

    [Fact]
    public void Any_statistic_of_flips_gives_the_p_of_the_same_statistic_of_ours()
    {
        double[] differences = [.. Drug1.Zip(Drug2, (one, other) => one - other)];
        PermutationTestResult result = SignFlip.Test(differences, Mean);
        AssertExact("sleep two-sided", result);
        Assert.Equal(1023, result.Permutations);
    }

    [Fact]
    public void Random_labels_on_ToothGrowth_agree_with_SciPy() =>
        AssertRandom("toothgrowth two-sided", LabelPermutation.Test(ScipyOracle.Column("toothgrowth.csv", 0), ScipyOracle.Column("toothgrowth.csv", 1), Many));

    [Fact]
    public void Random_labels_on_InsectSprays_with_many_ties_agree_with_SciPy() =>
        AssertRandom("insectsprays two-sided", LabelPermutation.Test(ScipyOracle.Column("insectsprays.csv", 0), ScipyOracle.Column("insectsprays.csv", 1), Many));

    [Fact]
    public void Random_flips_on_morley_agree_with_SciPy() =>
        AssertRandom("morley sign flips", SignFlip.Test([.. ScipyOracle.Column("morley.csv", 0).Select(speed => speed - 845)], Many));

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static void AssertExact(string name, PermutationTestResult result)
    {
        JsonNode expected = ScipyOracle.Permutation(name);
        Assert.True(result.IsExact);
        Assert.Equal(Math.Abs((double)expected["statistic"]!), Math.Abs(result.Statistic), 1e-10);
        Assert.Equal((double)expected["p"]!, result.P, 1e-12);
    }

    private static void AssertRandom(string name, PermutationTestResult result)
    {
        JsonNode expected = ScipyOracle.Permutation(name);
        double p = (double)expected["p"]!;
        double error = 4 * Math.Sqrt(2 * p * (1 - p) / 99_999);
        Assert.False(result.IsExact);
        Assert.Equal(Math.Abs((double)expected["statistic"]!), Math.Abs(result.Statistic), 1e-10);
        Assert.InRange(result.P, p - error, p + error);
    }
}
