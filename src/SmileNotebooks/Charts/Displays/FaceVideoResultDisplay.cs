using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(FaceVideoResult), typeof(FaceVideoResultDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows the time courses of a clip; as plain text its one line.</summary>
internal sealed class FaceVideoResultDisplay : ValueDisplay<FaceVideoResult>
{
    protected override string? Render(FaceVideoResult value, string mimeType) =>
        mimeType == MimeTypes.Plain ? value.ToString() : FigureDisplay.RenderFigure(value.TimeCourse(), mimeType);
}
