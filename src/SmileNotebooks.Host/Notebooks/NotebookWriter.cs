// Document -> JSON of an .ipynb file, laid out as Jupyter lays it out, so that a notebook saved by either differs in no line.
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class NotebookWriter
{
    private static readonly JsonWriterOptions s_layout = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(NotebookDocument document)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, s_layout))
        {
            Notebook(document).WriteTo(writer);
        }

        return Unescaped(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)) + "\n";
    }

    // No encoder of System.Text.Json leaves an emoji as it is; Jupyter does.
    private static string Unescaped(string json) => SurrogatePair().Replace(json, match => match.Groups["high"].Success
        ? $"{(char)Convert.ToInt32(match.Groups["high"].Value, 16)}{(char)Convert.ToInt32(match.Groups["low"].Value, 16)}"
        : match.Value);

    // An escaped backslash is matched too, so that what follows it is not taken for an escape.
    [GeneratedRegex(@"\\\\|\\u(?<high>D[89AB][0-9A-F]{2})\\u(?<low>D[C-F][0-9A-F]{2})", RegexOptions.ExplicitCapture)]
    private static partial Regex SurrogatePair();

    private static JsonObject Notebook(NotebookDocument document) => new()
    {
        ["cells"] = new JsonArray([.. document.Cells.Select(Cell)]),
        ["metadata"] = document.Metadata.DeepClone(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    // Names in the order of the alphabet, as Jupyter writes them.
    private static JsonObject Cell(NotebookCell cell)
    {
        JsonObject json = [];
        if (cell.Attachments is { Count: > 0 } attachments && cell.Kind != CellKind.Code)
        {
            json["attachments"] = attachments.DeepClone();
        }

        json["cell_type"] = cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" };
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
        }

        json["id"] = cell.Id;
        json["metadata"] = cell.Metadata.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(output => Output(output, cell.ExecutionCount))]);
        }

        json["source"] = Lines(cell.Source);
        return json;
    }

    private static JsonObject Output(CellOutput output, int? executionCount) => output switch
    {
        StreamOutput stream => new() { ["name"] = stream.Name, ["output_type"] = "stream", ["text"] = Lines(stream.Text) },
        DisplayOutput display => new() { ["data"] = Data(display.Data), ["metadata"] = Metadata(display.Data), ["output_type"] = "display_data" },
        ResultOutput result => new()
        {
            ["data"] = Data(result.Data), ["execution_count"] = executionCount, ["metadata"] = Metadata(result.Data), ["output_type"] = "execute_result",
        },
        ErrorOutput error => new()
        {
            ["ename"] = error.Name, ["evalue"] = error.Message, ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. (error.Traceback.IsDefault ? [] : error.Traceback).Select(line => (JsonNode)line)]),
        },
        _ => throw new ArgumentException($"A stored notebook cannot hold a {output.GetType().Name}."),
    };

    private static JsonNode Metadata(MimeBundle bundle) => bundle.Metadata?.DeepClone() ?? new JsonObject();

    private static JsonObject Data(MimeBundle bundle)
    {
        JsonObject json = [];
        foreach ((string mimeType, string content) in bundle.Data)
        {
            json[mimeType] = MimeBundle.IsJson(mimeType) ? MimeJson.Of(content) : IsInLines(mimeType) ? Lines(content) : content;
        }

        return json;
    }

    private static bool IsInLines(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml";

    private static JsonArray Lines(string text)
    {
        JsonArray lines = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is >= 0 and int found ? found + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }
}
