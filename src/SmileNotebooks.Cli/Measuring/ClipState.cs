// What a run that was broken off leaves beside its partial files. The next run with the same clip and options measures on from there, and the files become what one run would have written.
using System.Text.Json;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Where the measuring of one clip stands.</summary>
/// <param name="Input">The clip's identity.</param>
/// <param name="Options">The options' identity.</param>
/// <param name="Lengths">How many bytes of each partial file are good, by its path.</param>
/// <param name="Checkpoint">Where the library stands.</param>
/// <param name="Tally">The counts so far.</param>
internal sealed record ClipState(string Input, string Options, Dictionary<string, long> Lengths, string Checkpoint, string Tally)
{
    private const string Ending = PartialFile.Ending + ".state";

    /// <summary>The state that a run left, if it belongs to the same clip and options and the partial files are there.</summary>
    public static ClipState? Find(string output, string input, string options, IEnumerable<string> files)
    {
        try
        {
            ClipState? state = File.Exists(output + Ending) ? JsonSerializer.Deserialize<ClipState>(File.ReadAllText(output + Ending)) : null;
            bool fits = state is not null && state.Input == input && state.Options == options
                && files.All(file => state.Lengths.TryGetValue(Path.GetFullPath(file), out long length) && PartialFile.LengthOf(file) >= length);
            return fits ? state : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // a damaged state is none: the clip is measured from its beginning
        }
    }

    /// <summary>Writes the state at once or not at all.</summary>
    public void Save(string output)
    {
        string temporary = output + Ending + ".tmp";
        File.WriteAllText(temporary, JsonSerializer.Serialize(this));
        File.Move(temporary, output + Ending, overwrite: true);
    }

    public static void Delete(string output)
    {
        if (File.Exists(output + Ending))
        {
            File.Delete(output + Ending);
        }
    }
}
