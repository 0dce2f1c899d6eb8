// Simulated electromyograms whose bursts are known.
namespace SmileNotebooks.Tests.Physiology;

/// <summary>Normal noise in the band of surface electromyograms, larger during bursts.</summary>
internal static class SimulatedEmg
{
    /// <summary>Noise from 20 to 45 % of the rate with a standard deviation of 1.</summary>
    public static double[] Noise(int samples, double samplingRate, ulong seed)
    {
        RandomStream random = new(seed);
        double[] white = new double[samples];
        foreach (ref double value in white.AsSpan())
        {
            value = random.NextGaussian();
        }

        double[] noise = Butterworth.BandPass(2, 20, 0.45 * samplingRate, samplingRate).ApplyZeroPhase(white);
        double sd = Math.Sqrt(noise.Average(value => value * value));
        return [.. noise.Select(value => value / sd)];
    }

    /// <summary>Rest with a standard deviation of .001 and bursts whose amplitude is larger by a signal-to-noise ratio; they begin and end at once.</summary>
    public static EmgSignal Bursts(double seconds, double samplingRate, double decibels, ulong seed, params (double Onset, double Offset)[] bursts)
    {
        int count = (int)(seconds * samplingRate);
        double[] rest = Noise(count, samplingRate, seed);
        double[] activity = Noise(count, samplingRate, seed + 1_000_000);
        double factor = Math.Pow(10, decibels / 20);
        for (int i = 0; i < count; i++)
        {
            bool active = bursts.Any(burst => i >= burst.Onset * samplingRate && i < burst.Offset * samplingRate);
            rest[i] = 0.001 * (rest[i] + (active ? factor * activity[i] : 0));
        }

        return new EmgSignal(rest, samplingRate, "zygomaticus");
    }
}
