// A result beside its study and what it says about a claim.
namespace SmileNotebooks;

/// <summary>A line of an evidence table.</summary>
/// <param name="Study">The study.</param>
/// <param name="Result">The result.</param>
/// <param name="Bearing">What it says about the claim; null in the table of a topic that is no claim, and for what only belongs to it.</param>
public sealed record EvidenceRow(PublishedStudy Study, PublishedResult Result, Bearing? Bearing)
{
    /// <summary>Whether it bears on the claim only indirectly (<see cref="PublishedStudy.IndirectFor"/>).</summary>
    public bool IsIndirect { get; init; }
}
