// Fewer samples: means of bins, or every k-th sample.
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record Epochs
{
    /// <summary>The mean amplitude of each bin. A bin with a missing sample is missing (NaN).</summary>
    /// <param name="seconds">How long a bin is: a whole number of samples, of which an epoch holds a whole number; 0.1 is common.</param>
    /// <exception cref="ArgumentException">The bin is no whole number of samples (the message names the nearest that are), or bins do not fill an epoch.</exception>
    public Epochs Bins(double seconds)
    {
        int width = WholeSamples(seconds, "bin");
        if (Samples % width != 0)
        {
            throw new ArgumentException(Invariant(
                $"Bins of {seconds} s do not fill an epoch of {Samples / SamplingRate:0.######} s; choose epochs of {(Samples / width) * width / SamplingRate:0.######} or {((Samples / width) + 1) * width / SamplingRate:0.######} s."), nameof(seconds));
        }

        return Reduced(width, (samples, bin) => EpochMath.Mean(samples.Slice(bin * width, width))) with
        {
            BinWidth = width / SamplingRate,
            Steps = Steps.Add(Invariant($"means of bins of {seconds} s")),
        };
    }

    /// <summary>One sample of so many, the first of each: a moment and not a mean, as some authors thin out signals that have been smoothed before.</summary>
    /// <param name="seconds">The time between samples that are kept: a whole number of samples.</param>
    /// <exception cref="ArgumentException">No whole number of samples (the message names the nearest that are), or samples are means of bins already.</exception>
    public Epochs Every(double seconds)
    {
        if (BinWidth > 0)
        {
            throw new ArgumentException(Invariant($"Samples are means of bins of {BinWidth:0.######} s; to pick one of so many would throw bins away. Bin them more coarsely."), nameof(seconds));
        }

        int step = WholeSamples(seconds, "step");
        return Reduced(step, (samples, place) => samples[place * step]) with { Steps = Steps.Add(Invariant($"one sample every {seconds} s")) };
    }

    private delegate double Reduction(ReadOnlySpan<double> samples, int place);

    private Epochs Reduced(int factor, Reduction reduce)
    {
        int count = (Samples + factor - 1) / factor;
        return this with
        {
            Samples = count,
            SamplingRate = SamplingRate / factor,
            Items = [.. Items.Select(epoch =>
            {
                double[] reduced = new double[count];
                for (int place = 0; place < count; place++)
                {
                    reduced[place] = reduce(epoch.Samples.Span, place);
                }

                return epoch with { Samples = reduced };
            })],
        };
    }

    private int WholeSamples(double seconds, string what)
    {
        double samples = seconds * SamplingRate;
        double whole = Math.Round(samples);
        if (!(samples > 0 && double.IsFinite(samples)) || whole > Samples)
        {
            throw new ArgumentException(Invariant($"The {what} is {seconds} s, expected between one sample and the epoch ({Samples / SamplingRate:0.######} s)."), nameof(seconds));
        }

        return Math.Abs(samples - whole) <= 1e-6 * Math.Max(1, whole) && whole >= 1 ? (int)whole
            : throw new ArgumentException(Invariant(
                $"The {what} of {seconds} s is {samples:0.####} samples of {SamplingRate} Hz; the nearest whole ones are {Math.Max(1, Math.Floor(samples)) / SamplingRate} and {Math.Max(1, Math.Floor(samples) + 1) / SamplingRate} s."), nameof(seconds));
    }
}
