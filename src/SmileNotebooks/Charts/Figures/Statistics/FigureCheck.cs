// A figure that leaves values out without a word would be a lie: what cannot be drawn is an error that names it.
namespace SmileNotebooks;

/// <summary>Checks what figures are drawn from.</summary>
internal static class FigureCheck
{
    /// <summary>The values, ascending.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static double[] Sorted(NamedSample sample)
    {
        Finite(sample.Values.AsSpan(), sample.Name);
        return [.. sample.Values.Order()];
    }

    public static void Finite(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"{name}, value {i}: {values[i]} cannot be drawn; a finite number was expected.");
            }
        }
    }

    public static void SameLength(int found, int expected, string what, string like)
    {
        if (found != expected)
        {
            throw new ArgumentException($"{what}: {found} values, but {like} has {expected}.");
        }
    }

    public static void Any(int count, string what)
    {
        if (count == 0)
        {
            throw new ArgumentException($"No {what} to draw.");
        }
    }
}
