// What the evidence on a claim is worth, by a rule that anyone can apply by hand. It is a convention of this house, in the manner of GRADE; docs/methods.md, "Evidence",
// has the rule and its reasons.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How far evidence can be relied on. The levels are described for studies that agree; disagreement lowers by one.</summary>
public enum EvidenceLevel
{
    /// <summary>No study with data bears on the claim.</summary>
    None,

    /// <summary>Small studies or observation alone, or one larger experiment that nothing repeats.</summary>
    VeryLow,

    /// <summary>A larger or a preregistered experiment, and another study that says the same.</summary>
    Low,

    /// <summary>A meta-analysis or a multi-laboratory study; or a larger preregistered experiment, and another study that says the same.</summary>
    Moderate,

    /// <summary>A preregistered multi-laboratory study or meta-analysis.</summary>
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

    /// <summary>As in <c>Evidence high, supports</c>.</summary>
    public override string ToString() => $"Evidence {LevelInWords}{(Verdict is { } verdict ? $", {EvidenceWords.Of(verdict)}" : "")}";

    /// <summary>Applies the rule to the results that bear on a claim.</summary>
    internal static EvidenceGrade Of(ImmutableArray<EvidenceRow> rows) => EvidenceGrading.Grade(rows);
}
