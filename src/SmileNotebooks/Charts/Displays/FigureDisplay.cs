using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(Figure), typeof(FigureDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows figures, and for other types whatever figure they make.</summary>
internal sealed class FigureDisplay : ValueDisplay<Figure>
{
    public static string? RenderFigure(Figure figure, string mimeType) => mimeType switch
    {
        MimeTypes.Html => figure.ToHtml(),
        MimeTypes.Plotly => figure.WithTemplate(HouseTemplate.Light).ToJson(),
        MimeTypes.Plain => figure.ToString(),
        _ => null,
    };

    protected override string? Render(Figure value, string mimeType) => RenderFigure(value, mimeType);
}
