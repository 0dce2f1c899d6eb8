using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(Smile), typeof(SmileDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows a smile on a gauge.</summary>
internal sealed class SmileDisplay : ValueDisplay<Smile>
{
    protected override string? Render(Smile value, string mimeType) =>
        FigureDisplay.RenderFigure(value.Gauge(), mimeType);
}
