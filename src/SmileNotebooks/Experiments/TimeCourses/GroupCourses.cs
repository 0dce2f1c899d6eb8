// Courses of groups of different people: what is drawn and tested where conditions are between participants.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Mean responses of one muscle over time for groups of different people: groups that saw one condition each, or groups of a study in which everyone saw all.
/// Immutable.</summary>
/// <remarks>Made by <see cref="Epochs.GroupCourses"/> and <see cref="TimeCourse.Between"/>. Every trial of a participant weighs the same, and so does every participant of a
/// group.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed partial record GroupCourses
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

    /// <summary>The courses, one a group.</summary>
    public required ImmutableArray<GroupCourse> Groups { get; init; }

    /// <summary>What was left out.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>How the data were simulated, in a phrase that every output shows; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The course of a group.</summary>
    /// <exception cref="ArgumentException">There is none of this name; the message names those that there are.</exception>
    public GroupCourse this[string group] => Groups.FirstOrDefault(course => course.Group == group)
        ?? throw new ArgumentException($"There is no group {group}; groups are {string.Join(", ", Groups.Select(course => course.Group))}.", nameof(group));

    /// <summary>As in <c>zygomaticus: log ratio to baseline (-2 to 0 s) of 40 Happy, 40 Neutral, 40 Angry, 60 bins from -1.95 to 3.95 s</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Muscle}: {Measure} of {string.Join(", ", Groups.Select(course => $"{course.Values.Length} {course.Group}"))}, {Times.Length} {(BinWidth > 0 ? "bins" : "samples")} from {Times[0]:0.######} to {Times[^1]:0.######} s; {Exclusions.Length} left out{(Simulated is null ? "" : $"; {Simulated}")}");
}
