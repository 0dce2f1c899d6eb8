// A claim that people make, with what is known.
namespace SmileNotebooks;

/// <summary>A claim with its evidence. The verdict is written by us; the grade is computed from the records (docs/methods.md, "Evidence").</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record Claim
{
    /// <summary>Its key, as in "facial-feedback".</summary>
    public required string Key { get; init; }

    /// <summary>The claim in our words, as a reader of popular articles meets it.</summary>
    public required string Sentence { get; init; }

    /// <summary>A work that states the claim, is cited for it, or examines it.</summary>
    public required Reference Cited { get; init; }

    /// <summary>What may be said, in one plain sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>The results that bear on it.</summary>
    public required EvidenceTable Evidence { get; init; }

    /// <summary>What the evidence is worth, computed from the records.</summary>
    public EvidenceGrade Grade => Evidence.Grade!;

    /// <summary>As in <c>Putting on a smile makes you feel happier. Evidence moderate, mixed. ...</c>.</summary>
    public override string ToString() => $"{Sentence} {Grade}. {Verdict}";
}
