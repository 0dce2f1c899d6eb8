// What a notebook's metadata say that it needs before it can be run: metadata.report.needs = { "file": ..., "how": ... }, or a list of them.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SmileNotebooks.Host;

/// <summary>A file without which a notebook cannot be run.</summary>
/// <param name="File">Its path, relative to the notebook's folder, with slashes.</param>
/// <param name="How">How to get it: a command, or words. One line.</param>
internal sealed record NotebookNeed(string File, string How)
{
    /// <summary>Without the folders, where there is little room.</summary>
    [JsonIgnore]
    public string FileName => File[(File.LastIndexOf('/') + 1)..];

    public override string ToString() => $"{File}: {How}";
}

/// <summary>All that a notebook needs.</summary>
/// <param name="All">The files in the order of the metadata.</param>
/// <param name="Problem">What is wrong with the metadata, in words; empty if nothing is.</param>
internal sealed record NotebookNeeds(ImmutableArray<NotebookNeed> All, string Problem)
{
    private const string Place = "metadata.report.needs";
    private const int LongestFound = 60;

    public static NotebookNeeds Of(NotebookDocument notebook)
    {
        JsonNode? said = (notebook.Metadata["report"] as JsonObject)?["needs"];
        try
        {
            return new(said switch
            {
                null => [],
                JsonArray several => [.. several.Select((one, at) => Read(one, $"{Place}[{at}]"))],
                _ => [Read(said, Place)],
            }, "");
        }
        catch (FormatException problem)
        {
            return new([], problem.Message);
        }
    }

    /// <summary>Those that are not there.</summary>
    /// <param name="folder">The notebook's folder.</param>
    public ImmutableArray<NotebookNeed> Missing(string folder) => [.. All.Where(need => !File.Exists(PathOf(need, folder)))];

    /// <summary>The full paths of those that are there.</summary>
    /// <param name="folder">The notebook's folder.</param>
    public IEnumerable<string> Found(string folder) => All.Select(need => PathOf(need, folder)).Where(File.Exists);

    private static string PathOf(NotebookNeed need, string folder) => Path.GetFullPath(Path.Combine(folder, need.File));

    private static NotebookNeed Read(JsonNode? said, string place) => said is JsonObject need
        ? new(FileOf(need["file"], $"{place}.file"), Line(need["how"]) ?? throw Expected($"{place}.how", need["how"], "how to get the file, a command or words"))
        : throw Expected(place, said, "{\"file\": \"...\", \"how\": \"...\"} or a list of them");

    // A path that says the same on each machine and each system: a report is made on more than one.
    private static string FileOf(JsonNode? said, string place)
    {
        string? file = TextOf(said);
        return file is { Length: > 0 } && file.Trim() == file && !file.Any(char.IsControl) && !file.Contains('\\') && !IsAbsolute(file) && !file.EndsWith('/')
            ? file
            : throw Expected(place, said, "the path of a file, relative to the notebook's folder, with slashes");
    }

    private static bool IsAbsolute(string path) => path[0] is '/' or '~' || path is [_, ':', ..];

    private static string? Line(JsonNode? said) =>
        TextOf(said) is { } text && string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line && !line.Any(char.IsControl)
            ? line
            : null;

    private static string? TextOf(JsonNode? said) => said is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static FormatException Expected(string place, JsonNode? said, string expected)
    {
        string found = said?.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "nothing";
        return new($"{place} is {(found.Length <= LongestFound ? found : found[..LongestFound] + "…")}, expected {expected}.");
    }
}
