namespace SmileNotebooks;

/// <summary>The course of a response over time: none before its latency, a straight rise, a plateau, and a fall as long as the rise once the stimulus has gone.</summary>
/// <param name="Ramp">How long it rises and falls, in seconds.</param>
/// <param name="StimulusDuration">In seconds.</param>
internal readonly record struct ResponseShape(double Ramp, double StimulusDuration)
{
    /// <summary>0 to 1.</summary>
    /// <param name="time">Seconds after the onset of the stimulus.</param>
    /// <param name="latency">When the response begins.</param>
    public double At(double time, double latency) =>
        Math.Clamp((time - latency) / Ramp, 0, 1) - Math.Clamp((time - latency - StimulusDuration) / Ramp, 0, 1);
}
