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

    public static string Render(Figure figure)
    {
        // In a script element '<' could end the script; in JSON it only occurs in strings, where it has another spelling.
        string json = figure.WithTemplate(HouseTemplate.Light).ToJson().Replace("<", @"\u003c", StringComparison.Ordinal);
        string id = $"figure-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12]}";
        string label = WebUtility.HtmlEncode(figure.ToString());
        string height = figure.Layout.Height is double pixels ? FormattableString.Invariant($"{pixels}px") : "450px";

        // The id comes from the content, so that the same notebook gives the same page. A figure shown twice has one id
        // twice: each script takes the places that are still empty.
        return $$"""
            <div class="smile-figure" id="{{id}}" role="img" aria-label="{{label}}" style="width:100%;min-height:{{height}}"></div>
            <script>
            (function () {
              var figure = {{json}};
              var until = Date.now() + {{WaitSeconds}}000;
              function draw() {
                document.querySelectorAll('[id="{{id}}"]:not([data-drawn])').forEach(function (place) {
                  place.setAttribute('data-drawn', 'true');
                  window.Plotly.newPlot(place, figure.data, figure.layout, figure.config);
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
