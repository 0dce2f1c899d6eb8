// The course of responses over time: what is drawn, and what clusters and latencies are found in.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Mean responses of one muscle over time: per participant, condition and bin. Immutable.</summary>
/// <remarks>Amplitudes are binned, each bin is counted from the baseline of its trial, and trials are averaged: every trial of a participant and condition weighs the same, and
/// so does every participant.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed partial record TimeCourse
{
    /// <summary>The muscle or channel.</summary>
    public required string Muscle { get; init; }

    /// <summary>What values are, as in "log ratio to baseline (-2 to 0 s)".</summary>
    public required string Measure { get; init; }

    /// <summary>How responses were counted.</summary>
    public Baseline Baseline { get; init; } = Baseline.None;

    /// <summary>Seconds from the event: the middle of each bin, or the moment of each sample where there are no bins.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>How long a bin is, in seconds; 0 where samples are moments.</summary>
    public double BinWidth { get; init; }

    /// <summary>Bins or samples a second (Hz).</summary>
    public required double SamplingRate { get; init; }

    /// <summary>Participants with at least one trial in each condition, in the order of the recordings. The others are in <see cref="Exclusions"/>.</summary>
    public required ImmutableArray<string> Participants { get; init; }

    /// <summary>The between-participants condition of each participant; empty text where there is none.</summary>
    public required ImmutableArray<string> Groups { get; init; }

    /// <summary>Conditions, in the order in which they were asked for.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>The courses, one a condition in the order of <see cref="Conditions"/>.</summary>
    public required ImmutableArray<ConditionCourse> Courses { get; init; }

    /// <summary>How bands were made, in words.</summary>
    public required string BandMethod { get; init; }

    /// <summary>What was left out.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>How the data were simulated, in a phrase that every output shows; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The course of a condition.</summary>
    /// <exception cref="ArgumentException">There is none of this name; the message names those that there are.</exception>
    public ConditionCourse this[string condition] => Courses.FirstOrDefault(course => course.Condition == condition)
        ?? throw new ArgumentException($"There is no condition {condition}; conditions are {string.Join(", ", Conditions)}.", nameof(condition));

    /// <summary>As in <c>zygomaticus: log ratio to baseline (-2 to 0 s) of 21 participants in Happy, Angry, Neutral, 80 bins from -1.95 to 5.95 s</c>.</summary>
    public override string ToString() => Invariant(
        $"{Muscle}: {Measure} of {Plural.Of(Participants.Length, "participant")} in {string.Join(", ", Conditions)}, {Times.Length} {(BinWidth > 0 ? "bins" : "samples")} from {Times[0]:0.######} to {Times[^1]:0.######} s; {Exclusions.Length} left out{(Simulated is null ? "" : $"; {Simulated}")}");
}
