using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(FaceSeries), typeof(FaceSeriesDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows a series over time.</summary>
internal sealed class FaceSeriesDisplay : ValueDisplay<FaceSeries>
{
    protected override string? Render(FaceSeries value, string mimeType) => FigureDisplay.RenderFigure(value.Plot(), mimeType);
}
