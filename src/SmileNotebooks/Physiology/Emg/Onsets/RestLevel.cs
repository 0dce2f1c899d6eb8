// How large a signal is while the muscle rests: from a stretch that is named, or by estimates that bursts hardly move.
namespace SmileNotebooks;

internal static class RestLevel
{
    // MAD and median of normal values, as parts of their standard deviation.
    private const double MadOfNormal = 0.67448975019608171;

    /// <summary>Mean and SD of a measure at rest: of the samples of the stretch, or median and MAD / .6745 of all.</summary>
    /// <param name="measure">What is compared with a threshold; NaN for a gap.</param>
    /// <param name="signal">Whose it is.</param>
    /// <param name="baseline">A stretch of rest in seconds, or null.</param>
    /// <param name="scale">The largest magnitude that the measure was made of.</param>
    public static (double Mean, double Sd) Of(double[] measure, EmgSignal signal, (double From, double To)? baseline, double scale)
    {
        if (baseline is { } stretch)
        {
            double[] rest = FiniteOf(measure.AsSpan(RangeOf(signal, stretch)));
            RequireTwo(rest.Length, signal, stretch);
            double mean = MeanOf(rest);
            return (mean, NotBelowRounding(Math.Sqrt(SquaresAround(rest, mean) / (rest.Length - 1)), scale));
        }

        double[] sample = Medians.Sample(measure);
        if (sample.Length == 0)
        {
            return (double.NaN, double.NaN);
        }

        double median = Medians.Of(sample);
        return (median, NotBelowRounding(Medians.DeviationOf(sample, median) / MadOfNormal, scale));
    }

    /// <summary>The variance of a signal around zero at rest: of the samples of the stretch, or by the median of |x| / .6745 of all.</summary>
    public static double VarianceOf(double[] white, EmgSignal signal, (double From, double To)? baseline, double scale)
    {
        if (baseline is { } stretch)
        {
            double[] rest = FiniteOf(white.AsSpan(RangeOf(signal, stretch)));
            RequireTwo(rest.Length, signal, stretch);
            return Squared(NotBelowRounding(Math.Sqrt(SquaresAround(rest, 0) / rest.Length), scale));
        }

        double[] sample = Medians.Sample(white);
        return sample.Length == 0 ? double.NaN : Squared(NotBelowRounding(Medians.DeviationOf(sample, 0) / MadOfNormal, scale));
    }

    /// <summary>The samples of a stretch of seconds.</summary>
    public static Range RangeOf(EmgSignal signal, (double From, double To) stretch)
    {
        double from = Math.Ceiling((stretch.From * signal.SamplingRate) - 1e-6);
        double to = Math.Ceiling((stretch.To * signal.SamplingRate) - 1e-6);
        return from >= 0 && from < to && to <= signal.Samples.Length
            ? (int)from..(int)to
            : throw new ArgumentException(FormattableString.Invariant(
                $"The baseline of {signal.Muscle} is from {stretch.From} to {stretch.To} s, expected a stretch within 0 to {signal.Duration:0.######} s."));
    }

    // Rest without any variance differs from itself by what rounding makes of the largest samples; that is no activity.
    private static double NotBelowRounding(double sd, double scale) => Math.Max(sd, 1e-12 * scale);

    private static double Squared(double value) => value * value;

    private static void RequireTwo(int count, EmgSignal signal, (double From, double To) stretch)
    {
        if (count < 2)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The baseline of {signal.Muscle} from {stretch.From} to {stretch.To} s has {count} samples that are no gap, expected at least two."));
        }
    }

    private static double[] FiniteOf(ReadOnlySpan<double> samples)
    {
        List<double> finite = new(samples.Length);
        foreach (double sample in samples)
        {
            if (!double.IsNaN(sample))
            {
                finite.Add(sample);
            }
        }

        return [.. finite];
    }

    private static double MeanOf(double[] values)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
        {
            sum.Add(value);
        }

        return sum.Value / values.Length;
    }

    private static double SquaresAround(double[] values, double centre)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
        {
            sum.Add((value - centre) * (value - centre));
        }

        return sum.Value;
    }
}
