// The epochs of a study from those of its recordings.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

internal static class EpochMerger
{
    /// <exception cref="ArgumentException">No event of a label, no recording, recordings that do not fit together.</exception>
    public static Epochs Merge(CutRecording[] recordings, string muscle, IReadOnlyList<string> conditions)
    {
        if (recordings.Length == 0)
        {
            throw new ArgumentException($"There is no recording to cut {muscle} out of.", nameof(recordings));
        }

        RequireLabels(recordings, conditions);
        RequireParticipants(recordings);
        Epochs first = recordings[0].Epochs;
        foreach ((int index, CutRecording recording) in recordings.Index())
        {
            RequireAlike(first, recording, index);
        }

        Epochs[] numbered = Numbered(recordings);
        bool isBetween = IsBetween(recordings, conditions);
        return first with
        {
            Items = [.. numbered.SelectMany(epochs => epochs.Items)],
            Exclusions = [.. numbered.SelectMany(epochs => epochs.Exclusions), .. isBetween ? [] : MissingConditions(recordings, muscle, conditions)],
            Remarks = [.. isBetween ? ["Each participant has events of one condition only: conditions are between participants"] : Array.Empty<string>(), .. numbered.SelectMany(epochs => epochs.Remarks)],
            Simulated = Origins.Join(numbered.Select(epochs => epochs.Simulated)),
        };
    }

    /// <summary>Trials of a participant with several recordings are numbered on.</summary>
    private static Epochs[] Numbered(CutRecording[] recordings)
    {
        Dictionary<(string Participant, string Condition), int> trials = [];
        Dictionary<string, int> positions = [];
        Epochs[] numbered = new Epochs[recordings.Length];
        foreach ((int index, CutRecording recording) in recordings.Index())
        {
            Epochs epochs = recording.Epochs;
            numbered[index] = epochs with
            {
                Items = [.. epochs.Items.Select(epoch => epoch with
                {
                    Trial = epoch.Trial + trials.GetValueOrDefault((epoch.Participant, epoch.Condition)),
                    Position = epoch.Position + positions.GetValueOrDefault(epoch.Participant),
                })],
                Exclusions = [.. epochs.Exclusions.Select(exclusion => exclusion with { Trial = exclusion.Trial + trials.GetValueOrDefault((exclusion.Participant, exclusion.Condition ?? "")) })],
            };
            foreach ((string label, int count) in recording.Labels)
            {
                trials[(recording.Participant, label)] = trials.GetValueOrDefault((recording.Participant, label)) + count;
            }

            positions[recording.Participant] = positions.GetValueOrDefault(recording.Participant) + recording.Positions;
        }

        return numbered;
    }

    /// <summary>Whether each participant has events of one condition only, in which case nobody lacks the others.</summary>
    private static bool IsBetween(CutRecording[] recordings, IReadOnlyList<string> conditions) =>
        conditions.Count > 1 && recordings.GroupBy(recording => recording.Participant)
            .All(participant => conditions.Count(condition => participant.Any(recording => recording.Labels.ContainsKey(condition))) == 1);

    private static IEnumerable<Exclusion> MissingConditions(CutRecording[] recordings, string muscle, IReadOnlyList<string> conditions) =>
        from participant in recordings.GroupBy(recording => recording.Participant)
        from condition in conditions
        where !participant.Any(recording => recording.Labels.ContainsKey(condition))
        select new Exclusion(participant.Key, condition, null, "no event of this condition in the recording") { Kind = ExclusionKind.MissingCondition, Muscle = muscle };

    private static void RequireLabels(CutRecording[] recordings, IReadOnlyList<string> conditions)
    {
        string[] unknown = [.. conditions.Where(condition => !recordings.Any(recording => recording.Labels.ContainsKey(condition)))];
        if (unknown.Length > 0)
        {
            string[] known = [.. recordings.SelectMany(recording => recording.Labels).GroupBy(label => label.Key).OrderBy(label => label.Key, StringComparer.Ordinal)
                .Select(label => $"{label.Key} ({label.Sum(count => count.Value)})")];
            throw new ArgumentException(
                $"No event is labelled {string.Join(" or ", unknown)}; {(known.Length == 0 ? "there are no events at all" : $"labels are {string.Join(", ", known)}")}."
                + (known.Any(label => label[..label.LastIndexOf(' ')].Any(char.IsWhiteSpace)) ? " Labels with blanks are asked for in a list, as in Epochs([\"one label\", \"another\"], ...)." : ""), nameof(conditions));
        }
    }

    private static void RequireParticipants(CutRecording[] recordings)
    {
        int unnamed = Array.FindIndex(recordings, recording => recording.Participant.Length == 0);
        if (recordings.Length > 1 && unnamed >= 0)
        {
            throw new ArgumentException(
                $"Recording {unnamed + 1} of {recordings.Length} does not say whose it is, so that its trials would be counted as another's; "
                + "name the participant by signals.Process(signal => signal with { Participant = ... }).", nameof(recordings));
        }
    }

    private static void RequireAlike(Epochs first, CutRecording recording, int index)
    {
        Epochs other = recording.Epochs;
        string? differs = other.SamplingRate != first.SamplingRate ? Invariant($"{other.SamplingRate} Hz, the first has {first.SamplingRate} Hz; resample one of them")
            : other.Unit != first.Unit ? $"the unit {other.Unit}, the first has {first.Unit}"
            : other.Samples != first.Samples ? $"{other.Samples} samples an epoch, the first has {first.Samples}"
            : other.IsAmplitude != first.IsAmplitude ? "amplitudes where the first has none, or the other way round"
            : null;
        if (differs is not null)
        {
            throw new ArgumentException($"Recording {index + 1}{(recording.Participant.Length > 0 ? $" (of {recording.Participant})" : "")} has {differs}.");
        }
    }
}
