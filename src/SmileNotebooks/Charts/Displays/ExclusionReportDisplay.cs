using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(ExclusionReport), typeof(ExclusionReportDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows counts of what was left out as a table.</summary>
internal sealed class ExclusionReportDisplay : ValueDisplay<ExclusionReport>
{
    protected override string? Render(ExclusionReport value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Table(value.ToTable()),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };
}
