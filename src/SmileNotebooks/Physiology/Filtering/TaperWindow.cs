// Tapers that finite filters and spectra are multiplied with.
namespace SmileNotebooks;

/// <summary>A taper: what the ends of a stretch are faded out with. Values are those of SciPy's <c>signal.windows</c>.</summary>
/// <remarks>Harris (1978, Proceedings of the IEEE 66). Immutable.</remarks>
public sealed class TaperWindow
{
    private readonly Func<double, double> _value;

    private TaperWindow(string name, Func<double, double> value)
    {
        Name = name;
        _value = value;
    }

    /// <summary>No taper: 1 everywhere.</summary>
    public static TaperWindow Rectangular { get; } = new("rectangular", _ => 1);

    /// <summary>0.54 + 0.46 cos: side lobes at -43 dB.</summary>
    public static TaperWindow Hamming { get; } = new("Hamming", place => 0.54 + (0.46 * Math.Cos(Math.PI * place)));

    /// <summary>0.5 + 0.5 cos: side lobes that fall off fast.</summary>
    public static TaperWindow Hann { get; } = new("Hann", place => 0.5 + (0.5 * Math.Cos(Math.PI * place)));

    /// <summary>0.42 + 0.5 cos + 0.08 cos 2: side lobes at -58 dB.</summary>
    public static TaperWindow Blackman { get; } = new(
        "Blackman", place => 0.42 + (0.5 * Math.Cos(Math.PI * place)) + (0.08 * Math.Cos(2 * Math.PI * place)));

    /// <summary>As in <c>Hamming</c> or <c>Kaiser 5</c>.</summary>
    public string Name { get; }

    /// <summary>Kaiser's taper (Kaiser and Schafer, 1980, IEEE Transactions on Acoustics, Speech, and Signal Processing 28).</summary>
    /// <param name="beta">The higher, the lower the side lobes and the wider the main one; 0 to 700, where 5 is near Hamming and 8.6 near Blackman.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of that.</exception>
    public static TaperWindow Kaiser(double beta) => beta is >= 0 and <= 700
        ? new(FormattableString.Invariant($"Kaiser {beta}"), place => BesselI0(beta * Math.Sqrt(Math.Max(0, 1 - (place * place)))) / BesselI0(beta))
        : throw new ArgumentOutOfRangeException(nameof(beta), FormattableString.Invariant($"The beta of a Kaiser window is {beta}, expected 0 to 700."));

    /// <summary>The taper of a filter: symmetric, its last value is its first.</summary>
    /// <param name="count">How many values, at least 1; one value is 1.</param>
    public double[] Symmetric(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return count == 1 ? [1] : [.. Enumerable.Range(0, count).Select(index => _value(((2.0 * index) - (count - 1)) / (count - 1)))];
    }

    /// <summary>The taper of a spectrum: the value after the last would be the first again.</summary>
    /// <param name="count">How many values, at least 1; one value is 1.</param>
    public double[] Periodic(int count) => count == 1 ? [1] : Symmetric(count + 1)[..count];

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;

    /// <summary>The modified Bessel function of order 0 by its power series: all terms are positive, so that no digit is lost.</summary>
    private static double BesselI0(double x)
    {
        double sum = 1, term = 1, quarterSquare = x * x / 4;
        for (int k = 1; term > sum * 1e-17; k++)
        {
            term *= quarterSquare / ((double)k * k);
            sum += term;
        }

        return sum;
    }
}
