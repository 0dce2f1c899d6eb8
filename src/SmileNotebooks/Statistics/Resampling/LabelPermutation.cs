// The permutation test of two groups.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>The permutation test of two independent groups (Pitman, 1937).</summary>
/// <remarks>Under the null hypothesis participants are exchangeable: both groups come from one distribution. Ties need no care.</remarks>
public static class LabelPermutation
{
    /// <summary>Tests the difference of the groups' means, the first less the second, or Welch's t of it.</summary>
    /// <param name="first">Values of the first group, any unit; at least two.</param>
    /// <param name="second">Values of the second group; at least two.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>p: the share of arrangements whose difference is as far from zero (two-sided) or as large or small as the observed one.</returns>
    /// <exception cref="ArgumentException">Fewer than two values in a group, or one that is not finite (group and row are in the message).</exception>
    public static PermutationTestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second, PermutationTestOptions? options = null)
    {
        TwoGroups groups = new(first, second, options ?? PermutationTestOptions.Default);
        return groups.Options.Studentized
            ? groups.Run("Welch's t", groups.WelchT, TwoGroups.ScaleOfWelchT, 0)
            : groups.Run("Mean difference", groups.MeanDifference, _ => TensorPrimitives.SumOfMagnitudes<double>(groups.Centred), groups.Exponent);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, PermutationTestOptions?)"/>
    /// <param name="first">One row a participant of the first group.</param>
    /// <param name="second">One row a participant of the second group.</param>
    /// <param name="value">The value of a participant.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <typeparam name="T">A row.</typeparam>
    public static PermutationTestResult Test<T>(IEnumerable<T> first, IEnumerable<T> second, Func<T, double> value, PermutationTestOptions? options = null) =>
        Test(first.Select(value).ToArray().AsSpan(), second.Select(value).ToArray().AsSpan(), options);

    /// <summary>Tests whether two groups come from one distribution by any statistic of them.</summary>
    /// <param name="first">Values of the first group, any unit; at least two.</param>
    /// <param name="second">Values of the second group; at least two.</param>
    /// <param name="statistic">Of the first and the second group's values. Its value is large, or far from zero, where the hypothesis fails. Called from several threads.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two values in a group, one that is not finite, or a statistic that is not a number.</exception>
    public static PermutationTestResult Test(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> statistic, PermutationTestOptions? options = null)
    {
        TwoGroups groups = new(first, second, options ?? PermutationTestOptions.Default);
        double Of(ReadOnlySpan<double> labels, Span<double> scratch)
        {
            groups.Arrange(labels, scratch);
            return PermutationRun.RequireNumber(statistic(scratch[..groups.First.Length], scratch[groups.First.Length..]), "a permutation test");
        }

        return groups.Run("Statistic", Of, _ => 1, 0);
    }
}
