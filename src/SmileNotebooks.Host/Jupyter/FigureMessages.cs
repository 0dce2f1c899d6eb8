// Figures in front ends that have no renderer for them (classic Notebook, nbconvert, JupyterLab without its extension): beside the
// figure's JSON they are sent HTML that waits for plotly.js, and once a session plotly.js itself, compressed.
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <param name="plotlyPath">plotly.js.</param>
/// <param name="log">Is told of a missing plotly.js.</param>
internal sealed class FigureMessages(string plotlyPath, Action<string> log)
{
    // The cell that plotly.js was sent with, and the request that ran it.
    private string? _bringer;
    private string? _bringerRequest;
    private bool _missing;

    /// <summary>plotly.js as an output, where a figure needs it that has not been sent; else null.</summary>
    /// <remarks>
    /// A cell that is run again loses its outputs, and plotly.js with them if it came with that cell: then it is sent again.
    /// A notebook that is saved, closed and opened must have it somewhere.
    /// </remarks>
    public MimeBundle? LibraryFor(MimeBundle bundle, KernelRequest request)
    {
        if (_missing || !HasFigure(bundle) || !IsNeededBy(request))
        {
            return null;
        }

        try
        {
            return new MimeBundle(ImmutableSortedDictionary<string, string>.Empty
                .Add(Formatting.HtmlType, Script(Gzip(PlotlyLibrary.ReadScript(plotlyPath))))
                .Add(Formatting.PlainType, "plotly.js, which draws this session's figures."));
        }
        catch (IOException error)
        {
            _missing = true;
            log(error.Message);
            return null;
        }
    }

    /// <summary>The bundle with HTML for its figure, where the figure's library brings none.</summary>
    public static MimeBundle WithHtml(MimeBundle bundle) =>
        IsFigure(bundle) && bundle[Formatting.HtmlType] is null && Figure.Parse(bundle[Figure.MimeType]) is { } figure
            ? bundle with { Data = bundle.Data.Add(Formatting.HtmlType, Fragment(figure)) }
            : bundle;

    private static bool HasFigure(MimeBundle bundle) => IsFigure(bundle) || Figure.AllIn(bundle[Formatting.HtmlType]).Any();

    private static bool IsFigure(MimeBundle bundle) => bundle.Data.ContainsKey(Figure.MimeType);

    private bool IsNeededBy(KernelRequest request)
    {
        // Front ends that name their cells do so in the metadata; elsewhere the same code is taken for the same cell.
        string cell = (request.Metadata["cellId"] as JsonValue)?.ToString() ?? request.Content["code"]?.ToString() ?? "";
        bool again = _bringer == cell && _bringerRequest != request.Id;
        if (_bringer is not null && !again)
        {
            return false;
        }

        _bringer = cell;
        _bringerRequest = request.Id;
        return true;
    }

    // Base64, and not the publisher's denser text in a script element of its own: front ends treat such elements differently.
    private static string Gzip(string script)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(script));
        }

        return Convert.ToBase64String(compressed.GetBuffer(), 0, (int)compressed.Length);
    }

    private static string Script(string gzip) => $$"""
        <script>
        (async function () {
          if (window.Plotly || window.plotlyIsComing) { return; }
          window.plotlyIsComing = true;
          const bytes = Uint8Array.from(atob("{{gzip}}"), letter => letter.charCodeAt(0));
          const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
          const script = document.createElement("script");
          script.text = await new Response(stream).text();
          document.head.appendChild(script);
        })();
        </script>
        """;

    // The button that sends a figure, hence its data, to a server of plotly.js's maker is off unless the figure itself asks for it.
    private static string Fragment(Figure figure)
    {
        string id = $"plotly-{Guid.NewGuid():N}";
        return $$"""
            <div id="{{id}}" role="img" aria-label="{{Html.Escape($"{figure.Name}. {figure.Description}")}}" style="width:100%;min-height:{{figure.Height}}px"></div>
            <script>
            (function () {
              const figure = {{Html.Json(figure.Json)}};
              const config = Object.assign({ responsive: true, displaylogo: false, showSendToCloud: false }, figure.config);
              const until = Date.now() + 60000;
              (function draw() {
                const place = document.getElementById("{{id}}");
                if (window.Plotly && place) { window.Plotly.newPlot(place, Object.assign({}, figure, { config: config })); }
                else if (Date.now() < until) { setTimeout(draw, 50); }
                else if (place) { place.textContent = "This figure needs plotly.js, which is not on this page. " + place.getAttribute("aria-label"); }
              })();
            })();
            </script>
            """;
    }
}
