// What was left out, counted.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Counts of what was left out, by reason and by participant and condition, beside what was kept. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class ExclusionReport
{
    private const int MostRemarks = 3;

    private readonly Dictionary<(string Participant, string Condition), int> _kept;

    internal ExclusionReport(ImmutableArray<Exclusion> exclusions, IEnumerable<(string Participant, string Condition)> kept, ImmutableArray<string> conditions, ImmutableArray<string> remarks)
    {
        Remarks = remarks;
        Exclusions = exclusions;
        Conditions = conditions;
        _kept = kept.CountBy(trial => trial).ToDictionary();
    }

    /// <summary>What was left out.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; }

    /// <summary>The conditions.</summary>
    public ImmutableArray<string> Conditions { get; }

    /// <summary>What a reader should know though nothing was left out for it.</summary>
    public ImmutableArray<string> Remarks { get; }

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; internal init; }

    /// <summary>How many trials were kept.</summary>
    public int Kept => _kept.Values.Sum();

    /// <summary>How many single trials were left out; exclusions of whole conditions or participants are not among them.</summary>
    public int Trials => Exclusions.Count(exclusion => exclusion.Trial is not null);

    /// <summary>How many exclusions there are of each kind, the kinds that occur.</summary>
    public ImmutableSortedDictionary<ExclusionKind, int> ByKind => Exclusions.CountBy(exclusion => exclusion.Kind).ToImmutableSortedDictionary();

    /// <summary>Kept trials and trials that were left out of each condition, as in "3 / 1": a row for each participant of whom anything was left out, and one for all.</summary>
    public ResultTable ToTable()
    {
        string[] concerned = [.. Exclusions.Select(exclusion => exclusion.Participant).Distinct().Order(StringComparer.Ordinal)];
        int participants = _kept.Keys.Select(trial => trial.Participant).Union(concerned).Count();
        return new ResultTable(
            "Trials kept / left out",
            ["participant", .. Conditions, "reasons"],
            [.. concerned.Select(participant => Row(participant, one => one == participant)), Row($"all {participants}", _ => true)])
        {
            Note = (Exclusions.IsEmpty ? "Nothing was left out." : $"Left out: {Sentence(Exclusions)}.")
                + string.Concat(Remarks.Take(MostRemarks).Select(remark => $" {remark}.")) + (Remarks.Length > MostRemarks ? $" {Remarks.Length - MostRemarks} more remarks." : "")
                + (Simulated is null ? "" : $" Data: {Simulated}."),
        };
    }

    /// <summary>The counts by reason in a sentence, and then the table.</summary>
    public override string ToString() => $"{Plural.Of(Kept, "trial")} kept; {(Exclusions.IsEmpty ? "nothing left out" : $"left out: {Sentence(Exclusions)}")}.\n\n{ToTable().ToText()}";

    /// <summary>As in <c>2 trials (baseline), 1 condition of a participant (no trial of it)</c>.</summary>
    internal static string Sentence(IEnumerable<Exclusion> exclusions) => string.Join(", ", exclusions
        .CountBy(exclusion => (exclusion.Kind, What: exclusion.Trial is not null ? "trial" : exclusion.Condition is not null ? "condition of a participant" : "participant"))
        .OrderBy(count => count.Key.Kind).ThenBy(count => count.Key.What, StringComparer.Ordinal)
        .Select(count => $"{Counted(count.Value, count.Key.What)} ({Words(count.Key.Kind)})"));

    private static string Counted(int count, string what) => $"{count} {(count == 1 ? what : what.StartsWith("condition", StringComparison.Ordinal) ? "conditions of participants" : what + "s")}";

    private ImmutableArray<string> Row(string name, Func<string, bool> isConcerned)
    {
        Exclusion[] left = [.. Exclusions.Where(exclusion => isConcerned(exclusion.Participant))];
        return
        [
            name,
            .. Conditions.Select(condition =>
                $"{_kept.Where(trial => trial.Key.Condition == condition && isConcerned(trial.Key.Participant)).Sum(trial => trial.Value)} / {left.Count(exclusion => exclusion.Condition == condition && exclusion.Trial is not null)}"),
            string.Join(", ", left.CountBy(exclusion => exclusion.Kind).OrderBy(count => count.Key).Select(count => $"{Words(count.Key)} {count.Value}")),
        ];
    }

    private static string Words(ExclusionKind kind) => kind switch
    {
        ExclusionKind.Edge => "edge of the recording",
        ExclusionKind.MissingCondition => "no trial of a condition",
        ExclusionKind.Gap => "missing samples",
        ExclusionKind.Flat => "flat signal",
        ExclusionKind.Amplitude => "amplitude beyond a limit",
        ExclusionKind.Baseline => "baseline far from the others",
        ExclusionKind.Uncountable => "no ratio to the baseline",
        _ => "other reasons",
    };
}
