// What this library does in each work, as a notebook would write it.
namespace SmileNotebooks.Physiology.Benchmarks;

/// <summary>Each case reads its data and returns what is timed: a function that returns one number of its result.</summary>
internal static class OurCases
{
    private const int Edge = 1000; // what filters do at the ends is not compared

    public static Func<double> Prepare(string name, int scale, string folder) => name switch
    {
        "pipeline" or "pipeline-channels" or "pipeline-rate" => Envelopes(Signals(folder, name, scale)),
        "pipeline-onsets" => Onsets(Signals(folder, "pipeline", scale)),
        "band-pass" => BandPass(Signals(folder, "pipeline", scale)[0]),
        "welch" => Spectrum(Signals(folder, "pipeline", scale)[0]),
        "resample" => Resampled(Signals(folder, "pipeline", scale)[0]),
        "read-edf" => ReadAll(Path.Combine(folder, $"recording-{scale}.edf")),
        "read-edf-channel" => () => Recording.Load(Path.Combine(folder, $"recording-{scale}.edf")).Channels[3].Read()[1000],
        "read-brainvision" => ReadAll(Path.Combine(folder, $"recording-{scale}.vhdr")),
        "stream-edf" => Streamed(Path.Combine(folder, $"long-{scale}.edf")),
        "study" => Study(BenchmarkData.StudyFolder(folder, scale)),
        _ => throw new ArgumentException($"No work '{name}'.", nameof(name)),
    };

    private static EmgSignal[] Signals(string folder, string name, int scale)
    {
        (double[][] channels, double rate) = BenchmarkData.Read(folder, name, scale);
        return [.. channels.Select(channel => new EmgSignal(channel, rate, unit: "uV"))];
    }

    private static EmgSignal Envelope(EmgSignal raw) => raw.BandPass(20, 400).Notch(50).Rectify().LowPass(8);

    // Channels one after the other on one thread, side by side where there are more.
    private static Func<double> Envelopes(EmgSignal[] signals) => () => signals.AsParallel().AsOrdered().Select(signal => MeanWithin(Envelope(signal).Samples.Span)).ToArray().Average();

    private static double MeanWithin(ReadOnlySpan<double> samples)
    {
        double sum = 0;
        foreach (double sample in samples[Edge..^Edge])
        {
            sum += sample;
        }

        return sum / (samples.Length - (2 * Edge));
    }

    private static Func<double> Onsets(EmgSignal[] signals) => () => signals.AsParallel().AsOrdered().Select(signal => Envelope(signal).Onsets().Count).ToArray().Sum();

    private static Func<double> BandPass(EmgSignal signal) => () => Largest(signal.BandPass(20, 400).Samples.Span);

    private static Func<double> Spectrum(EmgSignal signal) => () => signal.Spectrum(new() { SegmentLength = 1024 }).Density.Max();

    private static Func<double> Resampled(EmgSignal signal) => () => Largest(signal.Resample(400).Samples.Span);

    private static double Largest(ReadOnlySpan<double> samples) => System.Numerics.Tensors.TensorPrimitives.MaxMagnitude(samples) is var largest ? Math.Abs(largest) : 0;

    private static Func<double> ReadAll(string path) => () => Recording.Load(path).Read()[0][1000];

    private static Func<double> Streamed(string path) => () =>
    {
        Recording recording = Recording.Load(path);
        double largest = 0;
        double[] block = new double[20_000];
        for (long start = 0; start < recording.Channels[0].SampleCount; start += block.Length)
        {
            foreach (Channel channel in recording.Channels)
            {
                channel.Read(start, block);
                largest = Math.Max(largest, Largest(block));
            }
        }

        return largest;
    };

    private static Func<double> Study(string folder) => () =>
        Recording.LoadAll(folder, AcqKnowledgeText.Fmov).Emg("zygomaticus").Epochs("Happy Angry Neutral", -2, 6).LogRatioTo(-2, 0).Window(2, 4).Average(trial => trial.Value);
}
