// Where the windows of a cross-correlation lie, in samples.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Windows and lags in samples. Window w of the first series begins at sample <c>Lag + w x Step</c>, so that all lags fit on both sides.</summary>
/// <param name="Rate">Samples a second.</param>
/// <param name="Window">Samples of a window.</param>
/// <param name="Step">Samples from window to window.</param>
/// <param name="LagStep">Samples from lag to lag.</param>
/// <param name="Half">Lags on each side of 0.</param>
/// <param name="Peak">Lags on each side that a peak is greater than.</param>
/// <param name="Score">How all becomes one number.</param>
internal sealed record WindowPlan(double Rate, int Window, int Step, int LagStep, int Half, int Peak, SynchronyScore Score)
{
    /// <summary>The longest lag, in samples.</summary>
    public int Lag => Half * LagStep;

    /// <summary>How many lags there are.</summary>
    public int Lags => (2 * Half) + 1;

    /// <summary>A lag in seconds by its place among the lags.</summary>
    public double SecondsOf(int lag) => (lag - Half) * LagStep / Rate;

    /// <exception cref="ArgumentException">Options that make no windows; the message names the option.</exception>
    public static WindowPlan Of(CrossCorrelationOptions options, double rate)
    {
        int window = Samples(options.Window, rate, nameof(options.Window), 3);
        int step = Samples(options.Step, rate, nameof(options.Step), 1);
        int lagStep = options.LagStep == 0 ? 1 : Samples(options.LagStep, rate, nameof(options.LagStep), 1);
        int lag = Samples(options.MaximumLag, rate, nameof(options.MaximumLag), 0);
        int peak = Math.Max(1, Samples(options.PeakHalfWidth, rate, nameof(options.PeakHalfWidth), 0) / lagStep);
        return new(rate, window, step, lagStep, lag / lagStep, peak, options.Score);
    }

    /// <summary>How many windows fit into a series; 0 for none.</summary>
    public int WindowsOf(int samples)
    {
        int room = samples - Window - (2 * Lag);
        return room < 0 ? 0 : (room / Step) + 1;
    }

    /// <exception cref="ArgumentException">No window fits, or the dyad is not sound.</exception>
    public int RequireWindows(Dyad dyad)
    {
        dyad.RequireSound();
        int windows = WindowsOf(dyad.Samples);
        return windows > 0 ? windows : throw new ArgumentException(Invariant(
            $"Dyad {dyad.Name} lasts {dyad.Samples / Rate:0.###} s, expected at least {(Window + (2 * Lag)) / Rate:0.###} s: a window and the longest lag on both sides."));
    }

    private static int Samples(double seconds, double rate, string name, int least)
    {
        double samples = Math.Round(seconds * rate);
        return seconds >= 0 && samples >= least && samples <= 100_000_000
            ? (int)samples
            : throw new ArgumentException(Invariant($"{name} is {seconds} s, expected at least {least / rate:0.####} s ({least} samples of {rate:0.###} Hz) and a finite time."), name);
    }
}
