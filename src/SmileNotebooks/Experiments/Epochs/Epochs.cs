// Epochs of one muscle: of one recording or of a study.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>The signal of one muscle around each event: one epoch an event, all of the same length. Immutable: each step gives a new set.</summary>
/// <remarks>Made by <see cref="EmgEpochs"/>. The order of steps matters only where one says so: samples are summarised (<see cref="Bins"/>, <see cref="Every"/>),
/// trials rejected, and responses counted from their baseline when a table or a time course is made of them.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed partial record Epochs
{
    /// <summary>The epochs, by recording and then by time.</summary>
    public required ImmutableArray<Epoch> Items { get; init; }

    /// <summary>The muscle or channel.</summary>
    public required string Muscle { get; init; }

    /// <summary>The unit of the samples, before any baseline correction.</summary>
    public required string Unit { get; init; }

    /// <summary>Samples a second (Hz); 10 for bins of 100 ms.</summary>
    public required double SamplingRate { get; init; }

    /// <summary>The time of the first sample: seconds from the event. Of bins, where the first bin begins.</summary>
    public required double From { get; init; }

    /// <summary>Conditions, in the order in which they were asked for.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>How many samples an epoch has. They cover [From, From + Samples / SamplingRate) seconds.</summary>
    public required int Samples { get; init; }

    /// <summary>Whether the samples are amplitudes (not negative), of which ratios can be taken.</summary>
    public bool IsAmplitude { get; init; }

    /// <summary>How long a bin is that each sample is the mean of, in seconds; 0 where samples are moments.</summary>
    public double BinWidth { get; init; }

    /// <summary>How responses are counted; the samples of <see cref="Items"/> stay amplitudes.</summary>
    public Baseline Baseline { get; init; } = Baseline.None;

    /// <summary>What was left out so far.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>What a reader should know though nothing was left out for it, such as epochs that overlap.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>What was done to the signal, each step in words with its settings.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>How the data were simulated, in a phrase that every output shows; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>Participants with at least one epoch, in the order of the recordings.</summary>
    public ImmutableArray<string> Participants => [.. Items.Select(epoch => epoch.Participant).Distinct()];

    /// <summary>What values are that are made of these epochs, as in "log ratio to baseline (-2 to 0 s)".</summary>
    public string Measure => Baseline.Measure(Unit);

    /// <summary>The time of a sample: seconds from the event. Of a bin, its beginning.</summary>
    public double TimeOf(int sample) => From + (sample / SamplingRate);

    /// <summary>As in <c>zygomaticus: 252 epochs of 21 participants, -2 to 6 s at 100 Hz; log ratio to baseline (-2 to 0 s); 0 left out</c>.</summary>
    public override string ToString() => Invariant(
        $"{Muscle}: {Plural.Of(Items.Length, "epoch")} of {Plural.Of(Participants.Length, "participant")}, {From:0.######} to {TimeOf(Samples):0.######} s at {SamplingRate:0.######} Hz; {Measure}; {Exclusions.Length} left out{(Simulated is null ? "" : $"; {Simulated}")}");
}
