// Whitening: the prediction errors of an autoregression that was fitted to rest.
namespace SmileNotebooks;

internal static class Whitening
{
    // Windows that are compared where no baseline is named, in seconds.
    private const double Window = 0.25;

    /// <summary>The samples without what an autoregression of rest predicts of them. The first samples of each stretch, which have too few before them, are predicted from those
    /// that there are.</summary>
    public static double[] Apply(double[] samples, EmgSignal signal, (double From, double To)? baseline, int order)
    {
        double[] weights = Fit(AutocorrelationOf(samples, signal, baseline, order));
        double[] white = new double[samples.Length];
        Array.Fill(white, double.NaN);
        foreach ((int start, int end) in Gaps.StretchesOf(samples))
        {
            for (int i = start; i < end; i++)
            {
                double error = samples[i];
                int known = Math.Min(order, i - start);
                for (int k = 1; k <= known; k++)
                {
                    error -= weights[k - 1] * samples[i - k];
                }

                white[i] = error;
            }
        }

        return white;
    }

    /// <summary>The weights of the predictor, by the recursion of Levinson and Durbin.</summary>
    /// <param name="autocorrelation">At lags 0 to the order.</param>
    internal static double[] Fit(double[] autocorrelation)
    {
        int order = autocorrelation.Length - 1;
        double[] weights = new double[order];
        double error = autocorrelation[0];
        for (int k = 0; k < order && error > 1e-12 * autocorrelation[0]; k++)
        {
            double reflection = autocorrelation[k + 1];
            for (int j = 0; j < k; j++)
            {
                reflection -= weights[j] * autocorrelation[k - j];
            }

            reflection /= error;
            double[] before = weights[..k];
            weights[k] = reflection;
            for (int j = 0; j < k; j++)
            {
                weights[j] -= reflection * before[k - 1 - j];
            }

            error *= 1 - (reflection * reflection);
        }

        return weights;
    }

    private static double[] AutocorrelationOf(double[] samples, EmgSignal signal, (double From, double To)? baseline, int order)
    {
        double[] sums = new double[order + 1];
        IEnumerable<Range> stretches = baseline is { } named ? [RestLevel.RangeOf(signal, named)] : QuietWindows(samples, signal.SamplingRate, order);
        foreach (Range stretch in stretches)
        {
            ReadOnlySpan<double> part = samples.AsSpan(stretch);
            foreach ((int start, int end) in Gaps.StretchesOf(part))
            {
                AddProducts(part[start..end], sums);
            }
        }

        return sums;
    }

    private static void AddProducts(ReadOnlySpan<double> rest, double[] sums)
    {
        for (int lag = 0; lag < sums.Length; lag++)
        {
            double sum = 0;
            for (int i = lag; i < rest.Length; i++)
            {
                sum += rest[i] * rest[i - lag];
            }

            sums[lag] += sum;
        }
    }

    // The half of all windows that has less power: rest, where the muscle rests for more than half of the time.
    private static List<Range> QuietWindows(double[] samples, double samplingRate, int order)
    {
        int length = Math.Max((int)Math.Round(Window * samplingRate), 10 * order);
        List<Range> windows = [];
        List<double> powers = [];
        foreach ((int start, int end) in Gaps.StretchesOf(samples))
        {
            for (int from = start; from < end; from += length)
            {
                int to = Math.Min(from + length, end);
                double power = 0;
                foreach (double sample in samples.AsSpan(from..to))
                {
                    power += sample * sample;
                }

                windows.Add(from..to);
                powers.Add(power / (to - from));
            }
        }

        double median = Medians.Of(powers.ToArray());
        return [.. windows.Where((_, i) => powers[i] <= median)];
    }
}
