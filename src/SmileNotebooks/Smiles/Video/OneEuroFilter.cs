// Casiez, G., Roussel, N. and Vogel, D. (2012). 1 euro filter: a simple speed-based low-pass filter for noisy input in interactive systems. CHI '12, 2527-2530. Written anew after its
// algorithm 1, for many values that share their times.
namespace SmileNotebooks;

/// <summary>Filters several values that are sampled together, at times that need not be even.</summary>
/// <param name="count">How many values.</param>
/// <param name="options">Cut-offs.</param>
internal sealed class OneEuroFilter(int count, OneEuroOptions options)
{
    private readonly double[] _values = new double[count];
    private readonly double[] _speeds = new double[count];
    private double _time = double.NaN;

    /// <summary>Replaces values by filtered ones. The first sample passes unchanged.</summary>
    /// <param name="time">Seconds, after the last sample.</param>
    /// <param name="values">The sample; overwritten.</param>
    /// <param name="scale">What a speed is divided by before it raises the cut-off, in the values' unit.</param>
    public void Apply(double time, Span<double> values, double scale)
    {
        double step = time - _time;
        bool isFirst = !(step > 0);
        _time = time;
        if (isFirst)
        {
            values.CopyTo(_values);
            Array.Clear(_speeds);
            return;
        }

        double share = Share(options.DerivativeCutoff, step);
        for (int i = 0; i < values.Length; i++)
        {
            double speed = (values[i] - _values[i]) / step;
            _speeds[i] = (share * speed) + ((1 - share) * _speeds[i]);
            double weight = Share(options.MinimumCutoff + (options.SpeedCoefficient * Math.Abs(_speeds[i]) / scale), step);
            values[i] = _values[i] = (weight * values[i]) + ((1 - weight) * _values[i]);
        }
    }

    /// <summary>Time, values and speeds in one array, for <see cref="Restore"/>.</summary>
    public double[] Save() => [_time, .. _values, .. _speeds];

    /// <summary>Goes on where another filter stood.</summary>
    public void Restore(ReadOnlySpan<double> state)
    {
        _time = state[0];
        state.Slice(1, count).CopyTo(_values);
        state.Slice(1 + count, count).CopyTo(_speeds);
    }

    /// <summary>The weight of a new sample in a low-pass of first order.</summary>
    private static double Share(double cutoff, double step) => 1 / (1 + (1 / (2 * Math.PI * cutoff * step)));
}
