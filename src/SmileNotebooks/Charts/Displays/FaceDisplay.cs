using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(Face), typeof(FaceDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows a face over its photo.</summary>
internal sealed class FaceDisplay : ValueDisplay<Face>
{
    protected override string? Render(Face value, string mimeType) =>
        FigureDisplay.RenderFigure(value.Overlay(), mimeType);
}
