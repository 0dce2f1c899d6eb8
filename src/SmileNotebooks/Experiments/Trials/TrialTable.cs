// The tidy table of trials: what tests, models and other programs take.
using System.Collections;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The tidy table of a study: one row a trial and muscle. Immutable; equal by value.</summary>
/// <remarks>Values are finite: a trial without one is an exclusion.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed partial record TrialTable : IReadOnlyList<Trial>
{
    /// <summary>The rows.</summary>
    public required ImmutableArray<Trial> Trials { get; init; }

    /// <summary>What <see cref="Trial.Value"/> is, with its unit and window, as in "log ratio to baseline (-2 to 0 s), 2 to 4 s".</summary>
    public required string Measure { get; init; }

    /// <summary>Conditions in their order; the first is the reference of models.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>What was left out.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>How the data were simulated, in a phrase that every output shows; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The muscles of the rows, in the order in which they first occur.</summary>
    public ImmutableArray<string> Muscles => [.. Trials.Select(trial => trial.Muscle).Distinct()];

    /// <summary>The participants of the rows, in the order in which they first occur.</summary>
    public ImmutableArray<string> Participants => [.. Trials.Select(trial => trial.Participant).Distinct()];

    /// <summary>How many rows there are.</summary>
    public int Count => Trials.Length;

    /// <summary>A row, from 0.</summary>
    public Trial this[int index] => Trials[index];

    /// <summary>Counts of what was left out so far.</summary>
    public ExclusionReport Report() => new(Exclusions, Trials.Select(trial => (trial.Participant, trial.Condition)), Conditions, []) { Simulated = Simulated };

    /// <inheritdoc/>
    public IEnumerator<Trial> GetEnumerator() => Trials.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equal rows, measure, conditions, exclusions and origin.</summary>
    public bool Equals(TrialTable? other) =>
        other is not null && Measure == other.Measure && Simulated == other.Simulated && SelectedFrom == other.SelectedFrom && Conditions.SequenceEqual(other.Conditions)
        && Trials.SequenceEqual(other.Trials) && Exclusions.SequenceEqual(other.Exclusions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Measure, Simulated, Trials.Length, Exclusions.Length);

    /// <summary>As in <c>252 trials of 21 participants: zygomaticus, log ratio to baseline (-2 to 0 s), 2 to 4 s; Happy, Angry, Neutral; 0 left out</c>.</summary>
    public override string ToString() =>
        $"{Plural.Of(Trials.Length, "trial")} of {Plural.Of(Participants.Length, "participant")}: {string.Join(" and ", Muscles)}, {Measure}; {string.Join(", ", Conditions)}; {Exclusions.Length} left out"
        + (SelectedFrom == 0 ? "" : $"; selected from {Plural.Of(SelectedFrom, "trial")}") + (Simulated is null ? "" : $"; {Simulated}");
}
