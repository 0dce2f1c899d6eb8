// Amplitudes of a muscle's signal.
namespace SmileNotebooks;

public sealed partial record EmgSignal
{
    /// <summary>Full-wave rectified: |x|. A signal that is an amplitude already stays as it is.</summary>
    /// <exception cref="ArgumentException">An infinite sample.</exception>
    public EmgSignal Rectify() => IsAmplitude ? this : After(EmgAmplitude.Rectify(Samples.Span), "rectified") with { IsAmplitude = true };

    /// <summary>Moving root mean square over a centred window.</summary>
    /// <param name="window">In seconds; default .05. It covers the nearest odd number of samples and shrinks at the ends and beside gaps (<see cref="EmgAmplitude.Rms"/>).</param>
    /// <exception cref="ArgumentException">An infinite sample or one beyond 1e150; a window that is not a positive number.</exception>
    public EmgSignal Rms(double window = 0.05) =>
        After(EmgAmplitude.Rms(Samples.Span, SamplingRate, window), FormattableString.Invariant($"RMS over {1000 * window:0.###} ms")) with { IsAmplitude = true };

    /// <summary>Moving mean over a centred window, of the samples as they are: rectify first for the average rectified value.</summary>
    /// <param name="window">In seconds; default .05; as in <see cref="Rms"/>.</param>
    /// <exception cref="ArgumentException">An infinite sample; a window that is not a positive number.</exception>
    public EmgSignal MovingAverage(double window = 0.05) =>
        After(EmgAmplitude.MovingAverage(Samples.Span, SamplingRate, window), FormattableString.Invariant($"mean over {1000 * window:0.###} ms"));

    /// <summary>Linear envelope: |x|, smoothed by a zero-phase Butterworth low-pass. A signal that is an amplitude already is smoothed as it is.</summary>
    /// <param name="cutoff">The cut-off in Hz of the signal's own sampling rate; default 8.</param>
    /// <param name="order">The order of the low-pass in each direction; default 4. Where it swings below zero the envelope is 0 (<see cref="EmgAmplitude.Envelope"/>).</param>
    /// <exception cref="ArgumentException">An infinite sample; a cut-off that does not lie between 0 and half the sampling rate; an order below 1.</exception>
    public EmgSignal Envelope(double cutoff = 8, int order = 4)
    {
        double[] envelope = EmgAmplitude.Envelope(Samples.Span, SamplingRate, cutoff, order);
        int zeros = envelope.AsSpan().Count(0.0);
        return After(envelope, FormattableString.Invariant($"envelope below {cutoff:0.######} Hz (Butterworth, order {order}, zero phase; {zeros:#,0} samples at 0)")) with { IsAmplitude = true };
    }

    /// <summary>Integrated electromyogram: the running integral of |x|, in unit times seconds.</summary>
    /// <param name="reset">Seconds after which it begins at 0 again; infinity for never, the default.</param>
    /// <exception cref="ArgumentException">An infinite sample; a reset that is not positive.</exception>
    public EmgSignal Integrated(double reset = double.PositiveInfinity) =>
        After(
            EmgAmplitude.Integrated(Samples.Span, SamplingRate, reset),
            double.IsPositiveInfinity(reset) ? "integrated" : FormattableString.Invariant($"integrated, from 0 again every {reset:0.######} s"))
        with { IsAmplitude = true, Unit = TimesSeconds };

    /// <summary>Integrated electromyogram by bins: one number a bin, in unit times seconds; sample k is the bin that begins k bins after the recording did.</summary>
    /// <param name="bin">The length of a bin in seconds. A bin of which less than half is there is NaN (<see cref="EmgAmplitude.IntegratedBins"/>).</param>
    /// <exception cref="ArgumentException">An infinite sample; a bin shorter than a sample.</exception>
    public EmgSignal IntegratedBins(double bin)
    {
        double[] bins = EmgAmplitude.IntegratedBins(Samples.Span, SamplingRate, bin);
        int missing = bins.Count(double.IsNaN);
        string without = missing > 0 ? $" ({missing} of {bins.Length} without enough samples)" : "";
        return After(bins, FormattableString.Invariant($"integrated over bins of {bin:0.######} s{without}"), 1 / bin) with { IsAmplitude = true, Unit = TimesSeconds };
    }

    /// <summary>Teager-Kaiser energy, in the square of the unit: x[n]² - x[n-1] x[n+1].</summary>
    /// <exception cref="ArgumentException">The signal is an amplitude, of which the operator says nothing; an infinite sample or one beyond 1e150.</exception>
    public EmgSignal TeagerKaiser()
    {
        RequireUnrectified("the Teager-Kaiser operator");
        return After(EmgAmplitude.TeagerKaiser(Samples.Span), "Teager-Kaiser energy") with { Unit = Unit.Length > 0 ? $"{Unit}²" : "" };
    }

    private string TimesSeconds => Unit.Length > 0 ? $"{Unit}·s" : "s";

    internal void RequireUnrectified(string what)
    {
        if (IsAmplitude)
        {
            throw new ArgumentException($"{Muscle} is an amplitude ({(Steps.IsEmpty ? "as it was recorded" : string.Join("; ", Steps))}), but {what} needs positive and negative samples.");
        }
    }
}
