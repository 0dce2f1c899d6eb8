// How the activity of a resting muscle wanders: what remains of the noise of 100-ms bins once the recorder's own is taken off.
namespace SmileNotebooks;

/// <summary>Noise of the log amplitude: a first-order autoregressive process, which wanders with the muscle, besides the recorder's estimation noise, which forgets within 33 ms.</summary>
/// <param name="Deviation">Standard deviation of the wandering part.</param>
/// <param name="Autocorrelation">Its autocorrelation over 100 ms.</param>
internal readonly record struct AmplitudeNoise(double Deviation, double Autocorrelation)
{
    /// <summary>Seconds over which the published autocorrelation is counted.</summary>
    public const double BinSeconds = 0.1;

    /// <summary>The noise that, with the recorder's, has the deviation and the autocorrelation of a muscle.</summary>
    /// <exception cref="ArgumentException">No process has them.</exception>
    public static AmplitudeNoise Of(MimicryMuscle muscle)
    {
        double total = muscle.BinDeviation * muscle.BinDeviation;
        double slow = total - RecorderAverage.LogVariance;
        double least = Math.Sqrt(RecorderAverage.LogVariance);
        if (!(slow >= 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{muscle.Name}: {nameof(MimicryMuscle.BinDeviation)} is {muscle.BinDeviation}, expected at least {least:0.####}: the recorder's average over {RecorderAverage.WindowSeconds} s has that much by itself."));
        }

        double autocorrelation = slow > 0 ? muscle.BinAutocorrelation * total / slow : muscle.BinAutocorrelation;
        return autocorrelation is >= 0 and < 1
            ? new AmplitudeNoise(Math.Sqrt(slow), autocorrelation)
            : throw new ArgumentException(FormattableString.Invariant(
                $"{muscle.Name}: {nameof(MimicryMuscle.BinAutocorrelation)} is {muscle.BinAutocorrelation}, expected 0 to {slow / total:0.####} (excluded): the recorder's part of the noise has none."));
    }

    /// <summary>The variance of the mean over bins, of wandering and recorder together.</summary>
    /// <param name="bins">How many, 100 ms apart.</param>
    public double VarianceOfMean(int bins)
    {
        double sum = 1;
        for (int lag = 1; lag < bins; lag++)
        {
            sum += 2 * (1 - ((double)lag / bins)) * Math.Pow(Autocorrelation, lag);
        }

        return ((Deviation * Deviation * sum) + RecorderAverage.LogVariance) / bins;
    }

    /// <summary>Fills with the wandering part.</summary>
    /// <param name="noise">Receives it.</param>
    /// <param name="samplingRate">Samples a second.</param>
    /// <param name="random">Moves on.</param>
    public void Fill(Span<double> noise, double samplingRate, ref RandomStream random)
    {
        double memory = Math.Pow(Autocorrelation, 1 / (samplingRate * BinSeconds));
        double fresh = Deviation * Math.Sqrt(1 - (memory * memory));
        double value = Deviation * random.NextGaussian();
        for (int sample = 0; sample < noise.Length; sample++)
        {
            noise[sample] = value;
            value = (memory * value) + (fresh * random.NextGaussian());
        }
    }
}
