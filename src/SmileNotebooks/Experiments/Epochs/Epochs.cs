// Epochs of one muscle: of one recording or of a study.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The signal of one muscle around each event: one epoch an event, all of the same length. Immutable: each step gives a new set.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
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

    /// <summary>The time of the first sample: seconds from the event.</summary>
    public required double From { get; init; }

    /// <summary>Conditions, in the order in which they were asked for.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>How many samples an epoch has. They cover [From, From + Samples / SamplingRate) seconds.</summary>
    public required int Samples { get; init; }

    /// <summary>How responses are counted; the samples of <see cref="Items"/> stay amplitudes.</summary>
    public Baseline Baseline { get; init; } = Baseline.None;

    /// <summary>What was left out so far.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>What was done to the signal, each step in words with its settings.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>How the data were simulated, in a phrase that every output shows; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The time of a sample: seconds from the event.</summary>
    public double TimeOf(int sample) => From + (sample / SamplingRate);
}
