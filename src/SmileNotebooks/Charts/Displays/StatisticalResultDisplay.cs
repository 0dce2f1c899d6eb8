using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(IStatisticalResult), typeof(StatisticalResultDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows a result of statistics: the sentence of a paper, the table, and the figure if it has one.</summary>
/// <remarks>There is no form in Plotly's own MIME type: front ends that know it would show the figure alone. Inside the HTML the figure is marked
/// (<see cref="FigureHtml.RenderInside"/>), so that a host can draw it in its own way.</remarks>
internal sealed class StatisticalResultDisplay : ValueDisplay<IStatisticalResult>
{
    protected override string? Render(IStatisticalResult value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value),
        MimeTypes.Plain => $"{value.Apa}\n\n{value.ToTable().ToText().TrimEnd('\n')}",
        _ => null,
    };
}
