namespace SmileNotebooks;

/// <summary>Something that was left out of an analysis, and why. Results carry their exclusions: nothing is left out silently.</summary>
/// <param name="Participant">Whose data.</param>
/// <param name="Condition">The condition of the trial; null where the participant or a whole condition-less stretch was left out.</param>
/// <param name="Trial">The number of the trial in its condition, from 1; null where more than a trial was left out.</param>
/// <param name="Reason">Why, with the value and the limit, as in "baseline 3.4 SD from the participant's mean, limit 3".</param>
public sealed record Exclusion(string Participant, string? Condition, int? Trial, string Reason)
{
    /// <summary>The kind of the reason, for counting.</summary>
    public ExclusionKind Kind { get; init; }

    /// <summary>The muscle; empty where it is left out of all.</summary>
    public string Muscle { get; init; } = "";

    /// <summary>As in <c>09, zygomaticus, Happy 3: baseline 3.4 SD from the participant's mean, limit 3</c>.</summary>
    public override string ToString() => $"{string.Join(", ", new[] { Participant, Muscle, $"{Condition} {Trial}".Trim() }.Where(part => part.Length > 0))}: {Reason}";
}
