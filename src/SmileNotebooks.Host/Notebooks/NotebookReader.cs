// JSON of an .ipynb file -> document. Lenient where files in the wild are, clear where they cannot be read.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class NotebookReader(string file)
{
    private const int MostIdLength = 64;
    private readonly HashSet<string> _ids = [];

    public NotebookDocument Document(JsonNode? node)
    {
        JsonObject root = node as JsonObject ?? throw Wrong("$", "a notebook (an object)", node);
        int version = Number(root, "nbformat", "$");
        if (version != 4)
        {
            throw new NotebookFormatException(file, "$.nbformat", $"found {version}, expected 4. `jupyter nbconvert --to notebook --inplace FILE` brings an older notebook to it.");
        }

        JsonArray cells = root["cells"] as JsonArray ?? throw Wrong("$.cells", "an array of cells", root["cells"]);
        return new NotebookDocument
        {
            Metadata = MetadataOf(root, "$"),
            Cells = [.. cells.Select((cell, at) => Cell(cell, at))],
        };
    }

    private NotebookCell Cell(JsonNode? node, int at)
    {
        string place = $"$.cells[{at}]";
        JsonObject cell = node as JsonObject ?? throw Wrong(place, "a cell (an object)", node);
        CellKind kind = Text(cell, "cell_type", place) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            string other => throw new NotebookFormatException(file, $"{place}.cell_type", $"found \"{other}\", expected \"code\", \"markdown\" or \"raw\""),
        };
        JsonObject metadata = MetadataOf(cell, place);
        return new NotebookCell
        {
            Id = IdOf(cell, at),
            Kind = kind,
            Source = Lines(cell["source"], $"{place}.source").ReplaceLineEndings("\n"),
            Metadata = metadata,
            Attachments = (cell["attachments"] as JsonObject)?.DeepClone().AsObject(),
            ExecutionCount = kind == CellKind.Code && cell["execution_count"] is { } count ? Number(count, $"{place}.execution_count") : null,
            Outputs = kind == CellKind.Code ? Outputs(cell["outputs"], $"{place}.outputs") : [],
            Duration = ExecutionTimes.DurationOf(metadata),
        };
    }

    // Notebooks before 4.5 have no ids, and merged ones may have one twice.
    private string IdOf(JsonObject cell, int at)
    {
        string id = cell["id"] is JsonValue value && value.TryGetValue(out string? given) ? given : "";
        bool valid = id.Length is > 0 and <= MostIdLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        for (int suffix = 1; !valid || !_ids.Add(id); suffix++)
        {
            id = suffix == 1 ? $"cell-{at + 1}" : $"cell-{at + 1}-{suffix}";
            valid = true;
        }

        return id;
    }

    private ImmutableArray<CellOutput> Outputs(JsonNode? node, string place) => node switch
    {
        null => [],
        JsonArray outputs => [.. outputs.Select((output, at) => Output(output, $"{place}[{at}]"))],
        _ => throw Wrong(place, "an array of outputs", node),
    };

    private CellOutput Output(JsonNode? node, string place)
    {
        JsonObject output = node as JsonObject ?? throw Wrong(place, "an output (an object)", node);
        string type = Text(output, "output_type", place);
        return type switch
        {
            "stream" => new StreamOutput(Text(output, "name", place), Lines(output["text"], $"{place}.text")),
            "display_data" => new DisplayOutput(Bundle(output, place)),
            "execute_result" or "pyout" => new ResultOutput(Bundle(output, place)),
            "error" => new ErrorOutput(
                Text(output, "ename", place), Text(output, "evalue", place),
                output["traceback"] is JsonArray lines ? [.. lines.Select((line, at) => Lines(line, $"{place}.traceback[{at}]"))] : []),
            _ => throw new NotebookFormatException(file, $"{place}.output_type", $"found \"{type}\", expected \"stream\", \"display_data\", \"execute_result\" or \"error\""),
        };
    }

    private MimeBundle Bundle(JsonObject output, string place)
    {
        JsonObject data = output["data"] as JsonObject ?? throw Wrong($"{place}.data", "an object of MIME types", output["data"]);
        ImmutableSortedDictionary<string, string>.Builder types = ImmutableSortedDictionary.CreateBuilder<string, string>();
        foreach ((string mimeType, JsonNode? content) in data)
        {
            types[mimeType] = MimeBundle.IsJson(mimeType)
                ? content?.ToJsonString(NotebookWriter.Compact) ?? "null"
                : Lines(content, $"{place}.data['{mimeType}']");
        }

        return new MimeBundle(types.ToImmutable()) { Metadata = output["metadata"] is JsonObject { Count: > 0 } metadata ? metadata.DeepClone().AsObject() : null };
    }

    private JsonObject MetadataOf(JsonObject owner, string place) => owner["metadata"] switch
    {
        null => [],
        JsonObject metadata => metadata.DeepClone().AsObject(),
        JsonNode other => throw Wrong($"{place}.metadata", "an object", other),
    };

    private string Lines(JsonNode? node, string place)
    {
        if (node is JsonValue value && value.TryGetValue(out string? text))
        {
            return text;
        }

        if (node is JsonArray lines)
        {
            return string.Concat(lines.Select((line, at) => line is JsonValue part && part.TryGetValue(out string? found)
                ? found
                : throw Wrong($"{place}[{at}]", "a string", line)));
        }

        throw Wrong(place, "a string or an array of strings", node);
    }

    private string Text(JsonObject owner, string name, string place) =>
        owner[name] is JsonValue value && value.TryGetValue(out string? text) ? text : throw Wrong($"{place}.{name}", "a string", owner[name]);

    private int Number(JsonObject owner, string name, string place) => Number(owner[name], $"{place}.{name}");

    private int Number(JsonNode? node, string place) =>
        node is JsonValue value && value.TryGetValue(out int number) ? number : throw Wrong(place, "a whole number", node);

    private NotebookFormatException Wrong(string place, string expected, JsonNode? found) => new(file, place, $"found {KindOf(found)}, expected {expected}");

    private static string KindOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };
}
