namespace SmileNotebooks;

/// <summary>The peak of one window.</summary>
/// <param name="Time">The middle of the window, seconds.</param>
/// <param name="Lag">Seconds; above 0 where the second person follows the first.</param>
/// <param name="R">The correlation there.</param>
public readonly record struct CorrelationPeak(double Time, double Lag, double R);
