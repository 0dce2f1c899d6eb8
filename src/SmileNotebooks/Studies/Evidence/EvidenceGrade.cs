// What the evidence on a claim is worth, by a rule that anyone can apply by hand. It is a convention of this house, in the manner of GRADE; docs/methods.md, "Evidence",
// has the rule and its reasons.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How far evidence can be relied on.</summary>
public enum EvidenceLevel
{
    /// <summary>No study with data bears on the claim.</summary>
    None,

    /// <summary>Single small studies, or observation alone, or studies of equal weight that disagree.</summary>
    VeryLow,

    /// <summary>A larger or a repeated experiment.</summary>
    Low,

    /// <summary>A meta-analysis, or a preregistered or multi-laboratory study.</summary>
    Moderate,

    /// <summary>A preregistered multi-laboratory study, or a meta-analysis with one of these, and nothing as strong against it.</summary>
    High,
}

/// <summary>A grade and how it came about.</summary>
/// <param name="Level">How far the evidence can be relied on.</param>
/// <param name="Verdict">Which side the strongest evidence is on; null where there is none.</param>
/// <param name="Reasons">What raised and lowered it, in the order in which the rule is applied.</param>
public sealed record EvidenceGrade(EvidenceLevel Level, Bearing? Verdict, ImmutableArray<string> Reasons)
{
    /// <summary>As in <c>very low</c>.</summary>
    public string LevelInWords => Level switch
    {
        EvidenceLevel.None => "none",
        EvidenceLevel.VeryLow => "very low",
        EvidenceLevel.Low => "low",
        EvidenceLevel.Moderate => "moderate",
        _ => "high",
    };

    /// <summary>The grade and its reasons in a sentence.</summary>
    public string Sentence => $"{this}: {string.Join("; ", Reasons)}.";

    /// <summary>As in <c>evidence high, supports</c>.</summary>
    public override string ToString() => $"Evidence {LevelInWords}{(Verdict is { } verdict ? $", {EvidenceWords.Of(verdict)}" : "")}";

    /// <summary>Applies the rule to the results that bear on a claim.</summary>
    internal static EvidenceGrade Of(ImmutableArray<EvidenceRow> rows) => EvidenceGrading.Grade(rows);
}
