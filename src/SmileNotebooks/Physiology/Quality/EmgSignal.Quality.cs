namespace SmileNotebooks;

public sealed partial record EmgSignal
{
    /// <summary>The quality of the signal. Of a filtered signal it says how well the filter worked; rails and line noise are in the signal as it was recorded.</summary>
    /// <param name="options">Limits; null for the defaults. Its kinds of channels do not matter.</param>
    /// <exception cref="ArgumentException">An option out of its range; an infinite sample, or one beyond 1e150.</exception>
    public EmgQuality Quality(QualityOptions? options = null) =>
        EmgQuality.Of(new Channel(Muscle, Unit, SamplingRate, Samples) { Kind = IsAmplitude ? ChannelKind.EmgAmplitude : ChannelKind.Emg }, options) with { Simulated = Simulated };
}
