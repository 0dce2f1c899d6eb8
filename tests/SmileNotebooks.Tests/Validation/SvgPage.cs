using System.Globalization;
using System.Text;

namespace SmileNotebooks.Tests.Validation;

/// <summary>An SVG document under construction; lengths in pixels.</summary>
internal sealed class SvgPage
{
    public const string Ink = "#1f2933", Faint = "#9aa5b1", Blue = "#0072b2", Orange = "#d55e00";

    private readonly StringBuilder _content = new();

    public SvgPage(int width, int height, string title)
    {
        _content.AppendLine(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">");
        _content.AppendLine(CultureInfo.InvariantCulture, $"<title>{title}</title>");
        _content.AppendLine(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
    }

    public void Line(double x1, double y1, double x2, double y2, string colour, double width = 1, string dashes = "none") =>
        _content.AppendLine(CultureInfo.InvariantCulture,
            $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-dasharray=\"{dashes}\"/>");

    public void Circle(double x, double y, double radius, string fill, string stroke) =>
        _content.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{stroke}\"/>");

    public void Text(double x, double y, string text, string anchor = "start", string colour = Ink, int size = 13, double turn = 0) =>
        _content.AppendLine(CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{colour}\" font-size=\"{size}\" transform=\"rotate({turn} {x:0.#} {y:0.#})\">{text}</text>");

    public void Path(IEnumerable<(double X, double Y)> points, bool isClosed, string colour, double width, string fill = "none")
    {
        string steps = string.Join(" L", points.Select(p => FormattableString.Invariant($"{p.X:0.#} {p.Y:0.#}")));
        _content.AppendLine(CultureInfo.InvariantCulture,
            $"<path d=\"M{steps}{(isClosed ? " Z" : "")}\" fill=\"{fill}\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"/>");
    }

    public override string ToString() => $"{_content}</svg>\n";
}
