// Where derivatives come from: what was done, with what, and the digest of each file.
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SmileNotebooks;

internal static class Provenance
{
    public const string FileName = "provenance.json";

    private static readonly JsonSerializerOptions Choices = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What was done. Nothing in it depends on when, where or by whom: the same analysis of the same data gives the same bytes.</summary>
    /// <param name="run">The analysis.</param>
    /// <param name="multiverse">A multiverse; null for none.</param>
    /// <param name="folder">The folder that holds all other files.</param>
    public static JsonObject Of(PipelineRun run, MultiverseResult? multiverse, string folder)
    {
        JsonObject provenance = new()
        {
            ["Software"] = run.Software,
            ["Source"] = run.Source.ToString(),
            ["Simulated"] = run.Simulated,
            ["Choices"] = new JsonObject(PipelineWords.Of(run.Pipeline).Select(choice => KeyValuePair.Create(choice.Name, (JsonNode?)choice.Value))),
            ["Pipeline"] = JsonSerializer.SerializeToNode(run.Pipeline, Choices),
        };
        if (multiverse is not null)
        {
            provenance["Multiverse"] = new JsonObject
            {
                ["Specifications"] = multiverse.Specifications.Length,
                ["Permutations"] = multiverse.MedianTest.Permutations,
                ["Seed"] = multiverse.MedianTest.Seed,
                ["MedianDz"] = multiverse.MedianTest.Observed,
                ["P"] = multiverse.MedianTest.P,
                ["PSignificant"] = multiverse.SignificantTest.P,
            };
        }

        provenance["Files"] = new JsonArray([.. FilesOf(folder).Select(file => new JsonObject { ["Path"] = file, ["SHA256"] = Digest(Path.Combine(folder, file)) })]);
        return provenance;
    }

    /// <summary>The first file of a folder, in ordinal order, that its provenance does not know or knows otherwise; null where all files are as they were written.</summary>
    public static string? Foreign(string folder)
    {
        Dictionary<string, string?> known = Known(Path.Combine(folder, FileName));
        return FilesOf(folder).FirstOrDefault(file => !known.TryGetValue(file, out string? digest) || digest != Digest(Path.Combine(folder, file)))
            ?? (known.Count == 0 ? FileName : null);
    }

    private static Dictionary<string, string?> Known(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path))!["Files"]!.AsArray().ToDictionary(file => (string)file!["Path"]!, file => (string?)file!["SHA256"]);
        }
        catch (Exception damaged) when (damaged is IOException or JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            // Without provenance every file is somebody else's.
            return [];
        }
    }

    private static string[] FilesOf(string folder) =>
        [.. StudyFolder.FilesOf(folder).Select(file => file.Replace('\\', '/')).Where(file => file != FileName).Order(StringComparer.Ordinal)];

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
