using System.Net;
using System.Text;
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(Wrinkles), typeof(WrinklesDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows the rectified patches of both sides with their values or reasons, and the values as bars. The patches are about fifty pixels
/// a side: the photo itself is not in the page.</summary>
internal sealed class WrinklesDisplay : ValueDisplay<Wrinkles>
{
    protected override string? Render(Wrinkles value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => $"<div class=\"smile-result\">\n{Patches(value)}\n{FigureHtml.RenderInside(value.Bars())}\n<p>{WebUtility.HtmlEncode(Wrinkles.Caveat)}</p>\n</div>",
        MimeTypes.Plotly => FigureDisplay.RenderFigure(value.Bars(), mimeType),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };

    /// <summary>The subject's right stands on the left, as in the photo.</summary>
    private static string Patches(Wrinkles wrinkles)
    {
        PatchShape[] shapes = [WrinkleRegions.CrowsFeet, WrinkleRegions.LowerLid, WrinkleRegions.Nasolabial];
        StringBuilder html = new("<div role=\"group\" tabindex=\"0\" aria-label=\"Patches\" style=\"overflow-x:auto\"><table class=\"sn-table\">");
        html.Append("<thead><tr><td></td><th scope=\"col\">Subject's right</th><th scope=\"col\">Subject's left</th></tr></thead><tbody>");
        foreach ((int index, (string name, Wrinkle right, Wrinkle left)) in WrinkleFigures.RowsOf(wrinkles).Index())
        {
            html.Append("<tr><th scope=\"row\" style=\"text-align:left\">").Append(WebUtility.HtmlEncode(name)).Append("</th>");
            AppendCell(html, wrinkles.Face, shapes[index], isLeft: false, name, right);
            AppendCell(html, wrinkles.Face, shapes[index], isLeft: true, name, left);
            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    private static void AppendCell(StringBuilder html, Face face, PatchShape shape, bool isLeft, string name, Wrinkle wrinkle)
    {
        html.Append("<td style=\"text-align:center;vertical-align:bottom;max-width:15em\">");
        if (face.Picture is not null)
        {
            string png = Convert.ToBase64String(PatchPictures.Of(face, shape, isLeft).Encode(PictureFormat.Png));
            string side = isLeft ? "left" : "right";
            html.Append($"<img src=\"data:image/png;base64,{png}\" alt=\"{WebUtility.HtmlEncode($"{name}, subject's {side}")}\" style=\"height:120px\"><br>");
        }

        html.Append(WebUtility.HtmlEncode(wrinkle.ToString())).Append("</td>");
    }
}
