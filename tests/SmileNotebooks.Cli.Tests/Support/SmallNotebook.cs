using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Cli.Tests.Support;

/// <summary>Small notebooks for tests.</summary>
internal static class SmallNotebook
{
    /// <summary>The text of a notebook with a heading, a cell of parameters, and further code.</summary>
    public static string With(string parameters, params string[] code)
    {
        JsonArray cells =
        [
            new JsonObject { ["cell_type"] = "markdown", ["id"] = "title", ["metadata"] = new JsonObject(), ["source"] = "# A test" },
            Code("parameters", parameters, new JsonObject { ["tags"] = new JsonArray("parameters") }),
        ];
        foreach ((string source, int i) in code.Select((source, i) => (source, i)))
        {
            cells.Add(Code($"cell-{i}", source, []));
        }

        return new JsonObject
        {
            ["cells"] = cells,
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = "C#" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString();
    }

    /// <summary>All that the cells of a run notebook printed or showed as plain text.</summary>
    public static string OutputOf(string path)
    {
        List<string> texts = [];
        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonElement output in notebook.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.TryGetProperty("outputs", out _)).SelectMany(cell => cell.GetProperty("outputs").EnumerateArray()))
        {
            if (output.TryGetProperty("text", out JsonElement text) || (output.TryGetProperty("data", out JsonElement data) && data.TryGetProperty("text/plain", out text)))
            {
                texts.Add(text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString()!);
            }
            else if (output.TryGetProperty("evalue", out JsonElement error))
            {
                texts.Add(error.GetString()!);
            }
        }

        return string.Join('\n', texts);
    }

    private static JsonObject Code(string id, string source, JsonObject metadata) => new()
    {
        ["cell_type"] = "code", ["id"] = id, ["metadata"] = metadata, ["source"] = source, ["execution_count"] = null, ["outputs"] = new JsonArray(),
    };
}
