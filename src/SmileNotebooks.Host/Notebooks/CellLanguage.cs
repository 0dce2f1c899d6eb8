// The language of a code cell, where a notebook of several languages says so in the cell's metadata, as .NET Interactive does.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class CellLanguage
{
    public const string CSharp = "csharp";

    // The newer place, and the older one.
    private static readonly (string Owner, string Name)[] s_places = [("polyglot_notebook", "kernelName"), ("dotnet_interactive", "language")];

    /// <summary>The language of a code cell: <c>csharp</c> unless its metadata name another one.</summary>
    public static string Of(NotebookCell cell) => s_places
        .Select(place => (cell.Metadata[place.Owner] as JsonObject)?[place.Name] is JsonValue value && value.TryGetValue(out string? name) ? name : null)
        .FirstOrDefault(name => name is { Length: > 0 }) ?? CSharp;

    /// <summary>Metadata that name a language.</summary>
    public static JsonObject Metadata(string language)
    {
        JsonObject metadata = [];
        foreach ((string owner, string name) in s_places)
        {
            metadata[owner] = new JsonObject { [name] = language };
        }

        return metadata;
    }

    /// <summary>True of metadata that say nothing but the language.</summary>
    public static bool IsPlace(string metadataName) => s_places.Any(place => place.Owner == metadataName);

    /// <summary>A cell's code as an engine takes it: in another language than C#, behind the magic command of that language.</summary>
    public static string Code(NotebookCell cell) => Of(cell) is var language && language == CSharp ? cell.Source : $"#!{language}\n{cell.Source}";
}
