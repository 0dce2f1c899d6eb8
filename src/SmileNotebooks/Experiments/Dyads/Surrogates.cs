// Series that have nothing to do with their partners any more.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Makes surrogates of one series. Holds its room to work in: not shared between threads.</summary>
internal sealed class Surrogates
{
    private readonly double[] _series;
    private readonly SurrogateKind _kind;
    private readonly int _segment;
    private readonly FourierTransform? _transform;
    private readonly double[] _re = [];
    private readonly double[] _im = [];
    private readonly double _mean;
    private readonly int[] _order = [];

    /// <param name="series">The series.</param>
    /// <param name="kind">How surrogates are made.</param>
    /// <param name="segment">How long a segment is, samples; of no account for other kinds.</param>
    /// <param name="whose">What errors call the series.</param>
    /// <exception cref="ArgumentException">A series too short, or with gaps where there may be none.</exception>
    public Surrogates(ReadOnlySpan<double> series, SurrogateKind kind, int segment, string whose)
    {
        _series = series.ToArray();
        _kind = kind;
        _segment = segment;
        switch (kind)
        {
            case SurrogateKind.Shifts:
                Require(series.Length >= 20, Invariant($"{whose} has {series.Length} samples, expected at least 20."));
                break;
            case SurrogateKind.Segments:
                _order = new int[segment < 1 ? 0 : (series.Length + segment - 1) / segment];
                Require(_order.Length >= 5, Invariant($"{whose} has {_order.Length} segments of {segment} samples, expected at least 5, of at least 1 sample."));
                break;
            default:
                int gap = Array.FindIndex(_series, double.IsNaN);
                Require(gap < 0, Invariant($"{whose} has a gap at sample {gap}; a Fourier transform needs all samples. Surrogates of kind Shifts or Segments do not."));
                _mean = _series.Average();
                _transform = new(series.Length);
                _re = [.. _series.Select(value => value - _mean)];
                _im = new double[series.Length];
                _transform.Forward(ref _re, ref _im);
                break;
        }
    }

    /// <summary>In how many ways the series can be turned; null for other kinds, whose ways are beyond counting.</summary>
    public int? Turns => _kind == SurrogateKind.Shifts ? _series.Length - 1 : null;

    /// <summary>The series turned in one of these ways, from 0.</summary>
    public void Turn(int way, Span<double> surrogate)
    {
        int shift = 1 + way;
        _series.AsSpan(shift).CopyTo(surrogate);
        _series.AsSpan(0, shift).CopyTo(surrogate[(_series.Length - shift)..]);
    }

    /// <summary>A random surrogate.</summary>
    public void Fill(Span<double> surrogate, ref RandomStream random)
    {
        switch (_kind)
        {
            case SurrogateKind.Shifts:
                Turn(random.NextInt(Turns!.Value), surrogate);
                break;
            case SurrogateKind.Segments:
                FillSegments(surrogate, ref random);
                break;
            default:
                FillPhases(surrogate, ref random);
                break;
        }
    }

    private void FillSegments(Span<double> surrogate, ref RandomStream random)
    {
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        random.Shuffle(_order.AsSpan());
        int at = 0;
        foreach (int segment in _order)
        {
            ReadOnlySpan<double> piece = _series.AsSpan(segment * _segment, Math.Min(_segment, _series.Length - (segment * _segment)));
            piece.CopyTo(surrogate[at..]);
            at += piece.Length;
        }
    }

    private void FillPhases(Span<double> surrogate, ref RandomStream random)
    {
        int n = _series.Length;
        double[] re = new double[n], im = new double[n];
        for (int k = 1; k <= (n - 1) / 2; k++)
        {
            double amplitude = Math.Sqrt((_re[k] * _re[k]) + (_im[k] * _im[k]));
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            (re[k], im[k]) = (amplitude * cosine, amplitude * sine);
            (re[n - k], im[n - k]) = (re[k], -im[k]);
        }

        if (n % 2 == 0)
        {
            // A real component: it has a sign for a phase.
            re[n / 2] = random.NextInt(2) == 0 ? _re[n / 2] : -_re[n / 2];
        }

        _transform!.InverseTimesLength(ref re, ref im);
        for (int i = 0; i < n; i++)
        {
            surrogate[i] = (re[i] / n) + _mean;
        }
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
