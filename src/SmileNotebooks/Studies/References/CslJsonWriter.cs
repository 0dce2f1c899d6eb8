// References as CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks;

internal static class CslJsonWriter
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<Reference> references) => new JsonArray([.. references.Select(Item)]).ToJsonString(s_options) + "\n";

    private static JsonObject Item(Reference reference)
    {
        JsonObject item = new()
        {
            ["id"] = reference.Key,
            ["type"] = reference.Type,
            ["author"] = new JsonArray([.. reference.Authors.Select(Name)]),
            ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(reference.Year)) },
            ["title"] = reference.Title,
        };
        (string Name, string? Value)[] rest =
        [
            ("container-title", reference.Container), ("volume", reference.Volume), ("issue", reference.Issue), ("page", reference.Pages), ("DOI", reference.Doi), ("note", reference.Note),
        ];
        foreach ((string name, string? value) in rest)
        {
            if (value is not null)
            {
                item[name] = value;
            }
        }

        return item;
    }

    private static JsonObject Name(Author author) =>
        author.Literal is not null ? new() { ["literal"] = author.Literal }
        : author.Given.Length == 0 ? new() { ["family"] = author.Family }
        : new() { ["family"] = author.Family, ["given"] = author.Given };
}
