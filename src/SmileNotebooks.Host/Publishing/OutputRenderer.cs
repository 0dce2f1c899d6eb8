// The outputs of a cell as HTML. Of a value's MIME types the richest that a page can show is chosen.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal sealed partial class OutputRenderer(MarkdownRenderer markdown)
{
    // Indented for people, and escaped for HTML afterwards, so letters of any script stay as they are.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _figureNames = [];
    private int _figures;

    /// <summary>What the figures so far are called, in order.</summary>
    public IReadOnlyList<string> FigureNames => _figureNames;

    /// <summary>True once an output needs plotly.js.</summary>
    public bool UsesPlotly { get; private set; }

    /// <summary>True once an output brought HTML with a script, which may run: who asked for the notebook's run trusts its code.</summary>
    public bool UsesAuthorScript { get; private set; }

    public string Render(ImmutableArray<CellOutput> outputs, string cellName)
    {
        StringBuilder html = new();
        foreach (CellOutput output in MergeStreams(outputs))
        {
            html.Append(output switch
            {
                StreamOutput stream => Stream(stream),
                ErrorOutput error => Error(error),
                DisplayOutput display => Bundle(display.Data, cellName),
                ResultOutput result => Bundle(result.Data, cellName),
                _ => "",
            });
        }

        return html.ToString();
    }

    private static IEnumerable<CellOutput> MergeStreams(ImmutableArray<CellOutput> outputs)
    {
        StreamOutput? pending = null;
        foreach (CellOutput output in outputs)
        {
            if (output is StreamOutput stream && pending?.Name == stream.Name)
            {
                pending = pending with { Text = pending.Text + stream.Text };
                continue;
            }

            if (pending is not null)
            {
                yield return pending;
            }

            pending = output as StreamOutput;
            if (pending is null)
            {
                yield return output;
            }
        }

        if (pending is not null)
        {
            yield return pending;
        }
    }

    private static string Stream(StreamOutput stream)
    {
        string text = AnsiText.ToHtml(stream.Text.TrimEnd('\n', '\r'));
        bool isError = stream.Name == "stderr";
        return text.Length == 0 ? "" : $"""
            <div class="output stream{(isError ? " stderr" : "")}">{(isError ? "<span class=\"tag\">stderr</span>" : "")}<pre>{text}</pre></div>

            """;
    }

    private static string Error(ErrorOutput error) => $"""
        <div class="output error"><p class="error-title"><strong>{Html.Escape(error.Name)}</strong></p><p class="error-message">{AnsiText.ToHtml(error.Message)}</p>{Traceback(error)}</div>

        """;

    private static string Traceback(ErrorOutput error) =>
        error.Traceback.IsDefaultOrEmpty ? "" : $"<pre>{AnsiText.ToHtml(string.Join('\n', error.Traceback).TrimEnd('\n'))}</pre>";

    private string Bundle(MimeBundle bundle, string cellName)
    {
        if (Figure.Parse(bundle[Figure.MimeType]) is { } figure)
        {
            UsesPlotly = true;
            return PlotlyFigure(figure, bundle);
        }

        string alternative = Html.Escape(bundle["text/plain"] is { Length: > 0 and <= 300 } plain ? plain.Trim() : $"Picture put out by {cellName}");
        return bundle switch
        {
            _ when bundle["text/html"] is { } html => AuthorHtml(html, bundle),
            _ when bundle["image/svg+xml"] is { } svg => Output("picture", PictureElement("image/svg+xml", Convert.ToBase64String(Encoding.UTF8.GetBytes(svg)), alternative, WidthOf(bundle, "image/svg+xml"))),
            _ when bundle["image/png"] is { } png => Output("picture", PictureElement("image/png", png, alternative, WidthOf(bundle, "image/png"))),
            _ when bundle["image/jpeg"] is { } jpeg => Output("picture", PictureElement("image/jpeg", jpeg, alternative, WidthOf(bundle, "image/jpeg"))),
            _ when bundle["text/markdown"] is { } text => Output("markdown", markdown.Output(text)),
            _ when bundle["application/json"] is { } json => Output("text", $"<pre>{Html.Escape(Indent(json))}</pre>"),
            _ when bundle["text/plain"] is { } text => Output("text", $"<pre>{AnsiText.ToHtml(text.TrimEnd('\n'))}</pre>"),
            _ => Output("text", $"<p class=\"missing\">No view of {Html.Escape(string.Join(", ", bundle.Data.Keys))}.</p>"),
        };
    }

    private string AuthorHtml(string html, MimeBundle bundle)
    {
        // The page has them once, and trusted.
        html = TableScript.Without(html);
        string rest = Figure.Replace(html, _ => "");
        UsesAuthorScript |= Script().IsMatch(rest);
        // A fragment may wait for the library itself, as one for the classic Notebook does.
        UsesPlotly |= html.Contains("Plotly", StringComparison.Ordinal);
        // Figures inside are drawn as all others of the page are: in its colours, with their data as a table.
        return Output("html", rest.Length == html.Length ? html : Figure.Replace(html, figure => PlotlyFigure(figure, bundle)));
    }

    private static string PictureElement(string type, string base64, string alternative, string width) =>
        $"<img src=\"data:{type};base64,{Html.Escape(base64.ReplaceLineEndings(""))}\" alt=\"{alternative}\"{width}>";

    private static string Output(string kind, string html) => $"<div class=\"output {kind}\">{html}</div>\n";

    private string PlotlyFigure(Figure figure, MimeBundle bundle)
    {
        string id = $"figure-{++_figures}-text";
        _figureNames.Add(figure.Name);
        string spare = FigurePicture(figure, bundle) is { Length: > 0 } picture
            ? picture
            : $"<p class=\"missing\">This interactive figure needs JavaScript: {Html.Escape(figure.Name)}</p>";
        return $"""
            <div class="output figure" role="group" aria-roledescription="figure" aria-label="{Html.Escape(figure.Name)}" aria-describedby="{id}"><script type="application/json">{Html.Json(figure.Json)}</script><p class="unseen" id="{id}">{Html.Escape(figure.Description)}</p><div class="plot" style="min-height:{figure.Height}px"><p class="waiting">Drawing the figure …</p></div><details class="figure-data"><summary>Data of this figure</summary></details><noscript>{spare}</noscript></div>

            """;
    }

    /// <summary>The picture that was made of a figure (<see cref="FigurePictures"/>); for readers without scripts.</summary>
    private static string FigurePicture(Figure figure, MimeBundle bundle)
    {
        string? type = bundle["image/png"] is not null ? "image/png" : bundle["image/jpeg"] is not null ? "image/jpeg" : null;
        return type is null ? "" : PictureElement(type, bundle[type]!, Html.Escape($"{figure.Name}. {figure.Description}"), WidthOf(bundle, type));
    }

    // Jupyter's convention: the bundle's metadata may give a picture's size, CSS pixels.
    private static string WidthOf(MimeBundle bundle, string type) =>
        bundle.Metadata?[type] is JsonObject size && size["width"] is JsonValue value && value.TryGetValue(out double width) && width is >= 1 and <= 10_000
            ? string.Create(CultureInfo.InvariantCulture, $" width=\"{width:0}\"")
            : "";

    private static string Indent(string json)
    {
        try
        {
            return JsonNode.Parse(json)?.ToJsonString(Indented) ?? "null";
        }
        catch (JsonException)
        {
            return json;
        }
    }

    // What this misses does not run: the page's policy stays strict then.
    [GeneratedRegex(@"<script|\son[a-z]+\s*=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Script();
}
