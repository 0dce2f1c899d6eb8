// How the activity of a resting muscle wanders: what remains of the noise of 100-ms bins once the recorder's own is taken off.
namespace SmileNotebooks;

/// <summary>Noise of the log amplitude: a first-order autoregressive process, which wanders with the muscle's activity, as the recorder's average sees it, and besides it the
/// recorder's estimation noise, which forgets within its window.</summary>
internal sealed record AmplitudeNoise
{
    /// <summary>Seconds over which the autocorrelation is counted.</summary>
    public const double BinSeconds = 0.1;

    // The equation for the autocorrelation is solved to the last digit long before.
    private const int Iterations = 100;

    /// <summary>Standard deviation of the activity.</summary>
    public required double Activity { get; init; }

    /// <summary>Its autocorrelation over 100 ms.</summary>
    public required double Autocorrelation { get; init; }

    /// <summary>Standard deviation of the part of the average that wanders with <see cref="Autocorrelation"/> from bin to bin.</summary>
    public required double Wandering { get; init; }

    /// <summary>Standard deviation of the part of the average that no other bin knows of.</summary>
    public required double White { get; init; }

    /// <summary>The noise that, with the recorder's, has the deviation and the autocorrelation of a muscle.</summary>
    /// <remarks>Averaging over a window of x correlation times leaves f = 2 (x - 1 + exp(-x)) / x^2 of the variance of the activity, and makes of the covariance of moments farther
    /// apart c = (2 sinh(x / 2) / x)^2 times as much.</remarks>
    /// <exception cref="ArgumentException">No process has them.</exception>
    public static AmplitudeNoise Of(MimicryMuscle muscle)
    {
        double total = muscle.BinDeviation * muscle.BinDeviation;
        double averaged = total - RecorderAverage.LogVariance;
        double covariance = muscle.BinAutocorrelation * total;
        if (!(averaged > 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{muscle.Name}: {nameof(MimicryMuscle.BinDeviation)} is {muscle.BinDeviation}, expected more than {Math.Sqrt(RecorderAverage.LogVariance):0.####}")
                + FormattableString.Invariant($": the recorder's average over {RecorderAverage.WindowSeconds} s has that much by itself."));
        }

        if (!(covariance > 0 && covariance < averaged))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{muscle.Name}: {nameof(MimicryMuscle.BinAutocorrelation)} is {muscle.BinAutocorrelation}, expected above 0 and below {averaged / total:0.####}: the recorder's part of the noise has none."));
        }

        double correlation = covariance / averaged;
        double kept = 1;
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            double x = -Math.Log(correlation) * RecorderAverage.WindowSeconds / BinSeconds;
            kept = 2 * (x - 1 + Math.Exp(-x)) / (x * x);
            double apart = 2 * Math.Sinh(x / 2) / x;
            correlation = covariance * kept / (averaged * apart * apart);
        }

        double wandering = covariance / correlation;
        return new AmplitudeNoise
        {
            Activity = Math.Sqrt(averaged / kept),
            Autocorrelation = correlation,
            Wandering = Math.Sqrt(wandering),
            White = Math.Sqrt(Math.Max(0, total - wandering)),
        };
    }

    /// <summary>The variance of the mean over bins.</summary>
    /// <param name="bins">How many, 100 ms apart.</param>
    public double VarianceOfMean(int bins)
    {
        double sum = 1;
        for (int lag = 1; lag < bins; lag++)
        {
            sum += 2 * (1 - ((double)lag / bins)) * Math.Pow(Autocorrelation, lag);
        }

        return ((Wandering * Wandering * sum) + (White * White)) / bins;
    }

    /// <summary>Fills with a process of a given deviation and of this autocorrelation.</summary>
    /// <param name="noise">Receives it.</param>
    /// <param name="deviation">Its standard deviation.</param>
    /// <param name="samplingRate">Samples a second.</param>
    /// <param name="random">Moves on.</param>
    public void Fill(Span<double> noise, double deviation, double samplingRate, ref RandomStream random)
    {
        double memory = Math.Pow(Autocorrelation, 1 / (samplingRate * BinSeconds));
        double fresh = deviation * Math.Sqrt(1 - (memory * memory));
        double value = deviation * random.NextGaussian();
        for (int sample = 0; sample < noise.Length; sample++)
        {
            noise[sample] = value;
            value = (memory * value) + (fresh * random.NextGaussian());
        }
    }
}
