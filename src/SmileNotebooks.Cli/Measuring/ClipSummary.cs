using System.Collections.Immutable;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>What is said of a clip at the end.</summary>
/// <param name="Clip">The clip.</param>
/// <param name="Tally">Counts; null where nothing could be measured.</param>
/// <param name="Note">Anything particular, as "done before"; empty for nothing.</param>
internal sealed record ClipSummary(ClipFile Clip, FaceVideoTally? Tally, string Note)
{
    /// <summary>Gaps of all people, and the longest.</summary>
    public string Gaps()
    {
        ImmutableArray<FaceGap> gaps = Tally is null ? [] : [.. Tally.Presence().SelectMany(person => person.Gaps)];
        return gaps.IsEmpty ? "0" : FormattableString.Invariant($"{gaps.Length} (longest {gaps.Max(gap => gap.Frames)})");
    }
}
