// Half-open windows in seconds as ranges of samples.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Where windows fall among samples.</summary>
internal static class SampleWindow
{
    // A sample at the very limit belongs to the window, or not, in spite of rounding: 1.9 s at 10 Hz is sample 19, though 1.9 x 10 is not always 19.
    private const double Rounding = 1e-6;

    /// <summary>The first sample at or after a time, counted from time 0.</summary>
    public static long FirstAt(double seconds, double samplingRate) => (long)Math.Ceiling((seconds * samplingRate) - Rounding);

    /// <exception cref="ArgumentException">Not two finite numbers, the first below the second.</exception>
    public static void RequireOrdered(double from, double to, string what)
    {
        if (!(double.IsFinite(from) && double.IsFinite(to) && from < to))
        {
            throw new ArgumentException(Invariant($"The {what} goes from {from} to {to} s, expected two finite times, the first before the second."));
        }
    }

    /// <summary>The samples of an epoch within [from, to).</summary>
    /// <param name="epochs">The epochs.</param>
    /// <param name="from">Seconds from the event.</param>
    /// <param name="to">Seconds from the event, excluded.</param>
    /// <param name="what">As in "baseline", for messages.</param>
    /// <exception cref="ArgumentException">The window is empty, reaches beyond the epochs, holds no sample, or cuts a bin in two.</exception>
    public static Range Of(Epochs epochs, double from, double to, string what)
    {
        RequireOrdered(from, to, what);
        (double start, double end) = (epochs.From, epochs.From + (epochs.Samples / epochs.SamplingRate));
        double slack = Rounding / epochs.SamplingRate;
        if (from < start - slack || to > end + slack)
        {
            throw new ArgumentException(Invariant($"The {what} {from} to {to} s reaches beyond the epochs, which go from {start:0.######} to {end:0.######} s."));
        }

        long first = FirstAt(from - start, epochs.SamplingRate);
        long last = FirstAt(to - start, epochs.SamplingRate);
        RequireWholeBins(epochs, from, to, what);
        return last > first
            ? (int)first..(int)last
            : throw new ArgumentException(Invariant($"The {what} {from} to {to} s holds no sample of {epochs.SamplingRate} Hz."));
    }

    private static void RequireWholeBins(Epochs epochs, double from, double to, string what)
    {
        foreach (double limit in epochs.BinWidth > 0 ? (double[])[from, to] : [])
        {
            double bins = (limit - epochs.From) * epochs.SamplingRate;
            if (Math.Abs(bins - Math.Round(bins)) > Rounding)
            {
                throw new ArgumentException(Invariant(
                    $"The {what} {from} to {to} s cuts a bin of {epochs.BinWidth:0.######} s in two at {limit} s; bins end at {epochs.From + (Math.Floor(bins) / epochs.SamplingRate):0.######} and {epochs.From + (Math.Ceiling(bins) / epochs.SamplingRate):0.######} s."));
            }
        }
    }
}
