// One of each figure of physiology and experiments, from signals that a formula makes: a study of few participants, of one and of many, and hard recordings.
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

internal static class PhysiologySamples
{
    public const string Phrase = "simulated for this figure, seed 1";

    private const string Conditions = "Happy Angry Neutral";

    public static Dictionary<string, Figure> Figures { get; } = MakeFigures();

    /// <summary>Values that show themselves.</summary>
    public static Dictionary<string, object> Values { get; } = MakeValues();

    /// <summary>Recordings of two muscles at 100 Hz with three events of each condition; the first responds to happy faces, the second the other way.</summary>
    public static RecordingSet Study(int participants) => new(Enumerable.Range(1, participants).Select(Participant));

    /// <summary>Six channels of different rates, with a gap, events of seven labels (one of them hostile), and a channel without a value.</summary>
    public static Recording Hard()
    {
        double[] emg = Noise(60_000, 3);
        Array.Fill(emg, double.NaN, 20_000, 4000);
        emg[50_000] = double.NaN;
        emg[30_000] = 40;
        string[] labels = ["happy", "neutral", "angry", "sad", "a long label with blanks in it", "<b>&", ""];
        return new(
            new Channel("zygomaticus major <b>left</b>", "mV", 1000, emg) { Kind = ChannelKind.Emg },
            new Channel("corrugator", "µV", 1000, Noise(60_000, 4)) { Kind = ChannelKind.Emg },
            new Channel("skin conductance", "µS", 10, Enumerable.Range(0, 600).Select(i => 4 + Math.Sin(i / 90.0)).ToArray()),
            new Channel("flat", "V", 100, new double[6000]),
            new Channel("without a value", "", 100, Enumerable.Repeat(double.NaN, 6000).ToArray()),
            new Channel("huge", "V", 100, Enumerable.Range(0, 6000).Select(i => 1e300 * Math.Sin(i / 50.0)).ToArray()))
        {
            Participant = "P<1>",
            Simulated = Phrase,
            Events = [.. Enumerable.Range(0, 42).Select(i => new RecordingEvent(i * 1.4, labels[i % labels.Length], i % 3 * 0.5))],
        };
    }

    /// <summary>A rested muscle with two bursts, 1,000 Hz, with a line of the mains.</summary>
    public static EmgSignal Emg()
    {
        double[] noise = Noise(10_000, 5);
        return new(
            noise.Select((value, i) => (0.001 * value * (i is > 3000 and < 4500 or > 7000 and < 7400 ? 12 : 1)) + (0.0008 * Math.Sin(2 * Math.PI * 50 * i / 1000))).ToArray(), 1000, "zygomaticus")
        {
            Participant = "01",
            Simulated = Phrase,
            Events = [new(2.5, "Happy"), new(6.5, "Neutral")],
        };
    }

    public static Epochs EpochsOf(int participants, string muscle = "zygomaticus") =>
        Study(participants).Emg(muscle).Epochs(Conditions, -1, 3).Bins(0.1).LogRatioTo(-1, 0);

    private static Dictionary<string, Figure> MakeFigures()
    {
        Epochs epochs = EpochsOf(12);
        TimeCourse course = epochs.TimeCourse();
        EmgSignal emg = Emg();
        RecordingSet one = Study(1);
        return new()
        {
            ["recording"] = one[0].ToFigure(),
            ["hard recording"] = Hard().ToFigure(),
            ["part of a recording"] = Hard().ToFigure(10, 14, ["corrugator", "skin conductance"]),
            ["many channels"] = new Recording(Enumerable.Range(0, 40).Select(channel => new Channel($"channel {channel}", "µV", 250, Noise(2500, (ulong)channel)))).ToFigure(),
            ["signal"] = emg.BandPass(20, 450).Rectify().ToFigure(),
            ["bursts"] = emg.Notch(50).Onsets().ToFigure(),
            ["bursts of an amplitude"] = emg.Notch(50).Rms(0.05).Onsets().ToFigure(2, 5),
            ["spectrum"] = emg.Spectrum().ToFigure(),
            ["spectra"] = SpectrumFigures.Spectra([("before", emg.Spectrum()), ("after the notch", emg.Notch(50).Spectrum())], scale: SpectrumScale.LogLog),
            ["quality"] = Hard().Quality(new() { Kinds = [] , LineFrequency = 50 }).ToFigure(),
            ["quality of a channel"] = Quality(emg).ToFigure(),
            ["time course"] = course.ToFigure(),
            ["time course with clusters"] = course.ToFigure([course.Clusters("Happy", "Neutral", new() { Permutations = 499 }), course.Clusters("Angry", "Neutral", new() { Permutations = 499 })]),
            ["time course of one participant"] = EpochsOf(1).ToFigure(),
            ["time course of many"] = EpochsOf(200).ToFigure(),
            ["time course of samples"] = one.Emg("corrugator").Epochs("Happy Neutral", -1, 3).ToFigure(),
            ["raster"] = epochs.Reject(new() { BaselineDeviations = 1.7 }).Raster(),
            ["raster of many"] = EpochsOf(200).Raster(),
            ["raster of amplitudes"] = one.Emg("corrugator").Epochs("Happy Neutral", -1, 3).Raster(),
            ["trials of three conditions"] = epochs.Window(1, 3).ToFigure()!,
            ["trials of two muscles"] = TrialTable.Join(epochs.Window(1, 3), EpochsOf(12, "corrugator").Window(1, 3)).ToFigure()!,
            ["trials of one participant"] = EpochsOf(1).Window(1, 3).ToFigure()!,
        };
    }

    private static Dictionary<string, object> MakeValues()
    {
        Epochs epochs = EpochsOf(12);
        EmgSignal emg = Emg();
        TrialTable trials = epochs.Reject(new() { BaselineDeviations = 1.7 }).Window(1, 3);
        return new()
        {
            ["recording"] = Hard(),
            ["recordings"] = Study(12),
            ["signals"] = Study(15).Emg("zygomaticus").Process(signal => signal.Rms(0.1)),
            ["signal"] = emg,
            ["bursts"] = emg.Onsets(),
            ["spectrum"] = emg.Spectrum(),
            ["quality"] = Hard().Quality(),
            ["quality of a channel"] = Quality(emg),
            ["epochs"] = epochs,
            ["time course"] = epochs.TimeCourse(),
            ["trials"] = trials,
            ["left out"] = trials.Report(),
            ["t test"] = trials.PairedT("Happy", "Neutral"),
            ["contrasts"] = trials.Contrasts("Neutral"),
            ["clusters"] = epochs.TimeCourse().Clusters("Happy", "Neutral", new() { Permutations = 499 }),
        };
    }

    private static EmgQuality Quality(EmgSignal emg) =>
        EmgQuality.Of(new Channel(emg.Muscle, emg.Unit, emg.SamplingRate, emg.Samples) { Kind = ChannelKind.Emg }) with { Simulated = Phrase };

    private static Recording Participant(int number)
    {
        string[] labels = Conditions.Split(' ');
        RecordingEvent[] events = [.. Enumerable.Range(0, 9).Select(i => new RecordingEvent(2 + (5 * i), labels[(i + number) % 3]))];
        return new(ChannelOf("zygomaticus", events, 0.4, number), ChannelOf("corrugator", events, -0.3, number + 1000))
        {
            Participant = FormattableString.Invariant($"{number:00}"),
            Events = [.. events],
            Simulated = Phrase,
        };
    }

    private static Channel ChannelOf(string name, RecordingEvent[] events, double size, int seed)
    {
        RandomStream random = new((ulong)seed);
        double[] samples = new double[4800];
        double level = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double time = i / 100.0;
            level = (0.97 * level) + (0.05 * random.NextGaussian());
            RecordingEvent? last = events.LastOrDefault(one => one.Onset <= time);
            double response = last?.Label == "Happy" ? size * (1 - Math.Exp(-(time - last.Onset))) : 0;
            samples[i] = 0.01 * Math.Exp(level + response);
        }

        return new(name, "mV", 100, samples) { Kind = ChannelKind.EmgAmplitude };
    }

    private static double[] Noise(int count, ulong seed)
    {
        RandomStream random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextGaussian())];
    }
}
