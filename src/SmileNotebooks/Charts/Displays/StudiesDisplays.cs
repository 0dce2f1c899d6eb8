// Published studies, claims, evidence and references show themselves.
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(EvidenceTable), typeof(EvidenceTableDisplay))]
[assembly: Display(typeof(PublishedStudy), typeof(PublishedStudyDisplay))]
[assembly: Display(typeof(PublishedStudies), typeof(PublishedStudiesDisplay))]
[assembly: Display(typeof(Claim), typeof(ClaimDisplay))]
[assembly: Display(typeof(ReferenceList), typeof(ReferenceListDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows evidence as a table with the grade below it.</summary>
internal sealed class EvidenceTableDisplay : ValueDisplay<EvidenceTable>
{
    protected override string? Render(EvidenceTable value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => StudiesHtml.Evidence(value),
        MimeTypes.Plain => value.ToTable().ToText().TrimEnd('\n'),
        _ => null,
    };
}

/// <summary>Shows a study: its reference, its design, its results.</summary>
internal sealed class PublishedStudyDisplay : ValueDisplay<PublishedStudy>
{
    protected override string? Render(PublishedStudy value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => StudiesHtml.Study(value),
        MimeTypes.Plain => $"{value.Reference.Text}\n{value}. {value.Description}{(value.Note is null ? "" : $" {value.Note}")}\n\n{StudyRows.TableOf(value).ToText().TrimEnd('\n')}",
        _ => null,
    };
}

/// <summary>Shows all studies in a table.</summary>
internal sealed class PublishedStudiesDisplay : ValueDisplay<PublishedStudies>
{
    protected override string? Render(PublishedStudies value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.ToString(), ResultHtml.Table(StudyRows.TableOf(value), 1, 2)),
        MimeTypes.Plain => $"{value}\n\n{StudyRows.TableOf(value).ToText().TrimEnd('\n')}",
        _ => null,
    };
}

/// <summary>Shows a claim: its sentence, its grade, the verdict, the evidence.</summary>
internal sealed class ClaimDisplay : ValueDisplay<Claim>
{
    protected override string? Render(Claim value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => StudiesHtml.Claim(value),
        MimeTypes.Plain => $"{value.Sentence} ({value.Cited.InText})\n{value.Grade.Sentence}\n{value.Verdict}\n\n{ClaimRows.TableOf(value).ToText().TrimEnd('\n')}",
        _ => null,
    };
}

/// <summary>Shows a list of references, with the forms that reference managers read folded below it.</summary>
internal sealed class ReferenceListDisplay : ValueDisplay<ReferenceList>
{
    protected override string? Render(ReferenceList value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => StudiesHtml.References(value),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };
}
