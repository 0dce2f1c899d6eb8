// The code cells of an .ipynb (nbformat 4), and an .ipynb of code cells.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bridges.Tests.Interactive;

internal static class NotebookJson
{
    /// <summary>Reads the code cells of a notebook, with their outputs.</summary>
    public static ExecutedNotebook Read(string path)
    {
        JsonNode notebook = JsonNode.Parse(File.ReadAllText(path))!;
        IEnumerable<JsonObject> cells = notebook["cells"]!.AsArray().Select(cell => cell!.AsObject()).Where(cell => (string?)cell["cell_type"] == "code");
        return new(
            [.. cells.Select(cell => new CodeCell((string)cell["id"]!, TextOf(cell["source"]!), [.. cell["outputs"]!.AsArray().Select(output => OutputOf(output!.AsObject()))]))],
            [.. notebook["metadata"]!["modules"]?.AsArray().Select(module => (string)module!) ?? []]);
    }

    /// <summary>Writes a notebook of code cells, named <c>cell-1</c> and so on.</summary>
    public static void Write(string path, IEnumerable<string> sources)
    {
        JsonArray cells = [.. sources.Select((source, at) => new JsonObject
        {
            ["cell_type"] = "code",
            ["id"] = $"cell-{at + 1}",
            ["metadata"] = new JsonObject(),
            ["execution_count"] = null,
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        })];
        JsonObject kernel = new() { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = "csharp" };
        JsonObject notebook = new() { ["cells"] = cells, ["metadata"] = new JsonObject { ["kernelspec"] = kernel }, ["nbformat"] = 4, ["nbformat_minor"] = 5 };
        File.WriteAllText(path, notebook.ToJsonString());
    }

    private static CellOutput OutputOf(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => new StreamOutput((string)output["name"]!, TextOf(output["text"]!)),
        "error" => new ErrorOutput((string)output["evalue"]!),
        _ => ValueOf(output["data"]!.AsObject(), (string?)output["metadata"]?["plain"]),
    };

    private static ValueOutput ValueOf(JsonObject data, string? plain) =>
        new(data.ToImmutableSortedDictionary(entry => entry.Key, entry => TextOf(entry.Value!)), plain ?? TextOf(data[ValueOutput.PlainType]!));

    // Text is a string or its lines; of the types whose data is JSON, the JSON.
    private static string TextOf(JsonNode node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string)line!)),
        JsonValue value => (string)value!,
        _ => node.ToJsonString(),
    };
}
