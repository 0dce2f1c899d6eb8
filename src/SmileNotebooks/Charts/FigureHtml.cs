// The fragment that shows a figure in any page that has plotly.js.
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SmileNotebooks.Charts;

/// <summary>Writes figures as HTML.</summary>
internal static class FigureHtml
{
    /// <summary>How long a figure waits for plotly.js before it says that there is none.</summary>
    private const int WaitSeconds = 60;

    /// <summary>A fragment of its own.</summary>
    public static string Render(Figure figure)
    {
        string json = JsonOf(figure);
        return Render(figure, IdOf(json), json);
    }

    /// <summary>A part of other HTML. The JSON stands by itself in front, in a script of Plotly's MIME type, so that a host that draws figures in its
    /// own way finds it and puts that in the place of the whole element.</summary>
    public static string RenderInside(Figure figure)
    {
        string json = JsonOf(figure);
        string id = IdOf(json);
        return $"""
            <figure style="margin:0"><script type="{MimeTypes.Plotly}">{json}</script>
            {Render(figure, id, $"JSON.parse(document.getElementById('{id}').parentNode.querySelector('script').textContent)")}
            </figure>
            """;
    }

    /// <summary>In a script element '&lt;' could end the script; in JSON it only occurs in strings, where it has another spelling.</summary>
    private static string JsonOf(Figure figure) => figure.WithTemplate(HouseTemplate.Light).ToJson().Replace("<", @"\u003c", StringComparison.Ordinal);

    // The id comes from the content, so that the same notebook gives the same page. A figure shown twice has one id
    // twice: each script takes the places that are still empty.
    private static string IdOf(string json) => $"figure-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12]}";

    /// <param name="figure">The figure.</param>
    /// <param name="id">Of the place.</param>
    /// <param name="source">JavaScript that gives the figure.</param>
    private static string Render(Figure figure, string id, string source)
    {
        string label = WebUtility.HtmlEncode(figure.ToString());
        string height = figure.Layout.Height is double pixels ? FormattableString.Invariant($"{pixels}px") : "450px";

        return $$"""
            <div class="smile-figure" id="{{id}}" role="img" aria-label="{{label}}" style="width:100%;min-height:{{height}}"></div>
            <script>
            (function () {
              var figure = {{source}};
              var until = Date.now() + {{WaitSeconds}}000;
              function draw() {
                document.querySelectorAll('[id="{{id}}"]:not([data-drawn])').forEach(function (place) {
                  place.setAttribute('data-drawn', 'true');
                  window.Plotly.newPlot(place, figure); // with its frames, where it has any
                });
              }
              function wait() {
                if (window.Plotly) { draw(); return; }
                if (Date.now() < until) { setTimeout(wait, 50); return; }
                document.querySelectorAll('[id="{{id}}"]:not([data-drawn])').forEach(function (place) {
                  place.textContent = 'This figure needs plotly.js, which is not on this page. ' + place.getAttribute('aria-label');
                });
              }
              wait();
            })();
            </script>
            """;
    }
}
