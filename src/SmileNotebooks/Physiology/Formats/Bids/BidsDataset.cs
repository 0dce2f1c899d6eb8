// What dataset_description.json says: whether the recordings below it are simulated.
using System.Text.Json;

namespace SmileNotebooks;

internal static class BidsDataset
{
    public const string FileName = "dataset_description.json";

    /// <summary>The key that says how data were simulated; BIDS has none for it.</summary>
    public const string SimulatedKey = "Simulated";

    private const int FoldersAbove = 3;

    /// <summary>How the recording was simulated, by the key Simulated of the nearest dataset_description.json in its folder or up to three folders above; null
    /// where no such file says so.</summary>
    /// <exception cref="RecordingException">The file is no JSON object.</exception>
    public static string? Simulated(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        for (int level = 0; level <= FoldersAbove && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            string description = Path.Combine(folder, FileName);
            if (File.Exists(description))
            {
                return BidsJson.Read(description).TryGetProperty(SimulatedKey, out JsonElement simulated) ? Phrase(description, simulated) : null;
            }
        }

        return null;
    }

    /// <summary>The phrase of a key Simulated: a string, true, or an object with the key Phrase; null for false and null.</summary>
    /// <exception cref="RecordingException">Anything else: data must not pass for recorded by a slip.</exception>
    public static string? Phrase(string path, JsonElement simulated) => simulated.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => null,
        JsonValueKind.True => "simulated",
        JsonValueKind.String when BidsJson.Text(simulated).Trim() is { Length: > 0 } phrase => phrase,
        JsonValueKind.Object => simulated.TryGetProperty("Phrase", out JsonElement phrase) && phrase.ValueKind == JsonValueKind.String ? BidsJson.Text(phrase) : "simulated",
        _ => throw new RecordingException(path, SimulatedKey, BidsJson.Named(simulated), "a phrase such as \"simulated from published parameters, seed 1\", or false"),
    };
}
