namespace SmileNotebooks;

/// <summary>Noise of the mains in a channel.</summary>
/// <param name="Frequency">The frequency of the mains, in Hz.</param>
/// <param name="Harmonics">How many multiples of it lie below half the sampling rate, itself included.</param>
/// <param name="Share">The part of the power above 5 Hz that lies at them beyond what their neighbours have: the mean over segments of at least two seconds. 0 to 1.</param>
/// <param name="Decibels">The power at <paramref name="Frequency"/> against that of its neighbours, in dB: 0 for none.</param>
public sealed record LineNoise(double Frequency, int Harmonics, double Share, double Decibels);
