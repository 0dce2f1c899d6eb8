// measured.json, in the folder that the results of several clips go to: what was measured with what, so that finished clips are not measured again.
using System.Text.Json;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>A finished clip.</summary>
/// <param name="Clip">Its path as the user named it.</param>
/// <param name="Input">Its identity.</param>
/// <param name="Options">The options' identity.</param>
/// <param name="Outputs">The length of each file that was written, by its path.</param>
/// <param name="Tally">Counts of frames, people and gaps.</param>
/// <param name="Problem">Why it ended early; null where it did not.</param>
internal sealed record ClipRecord(string Clip, string Input, string Options, Dictionary<string, long> Outputs, string Tally, string? Problem)
{
    /// <summary>Whether a clip with these outputs need not be measured again.</summary>
    public bool Covers(string input, string options, ClipOutputs outputs) =>
        Input == input && Options == options && outputs.Json != "-"
        && outputs.Files.All(file => Outputs.TryGetValue(Path.GetFullPath(file.Path), out long length) && File.Exists(file.Path) && new FileInfo(file.Path).Length == length);
}

/// <summary>The records of a folder.</summary>
internal sealed class ClipRecords
{
    private const string FileName = "measured.json";
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private readonly string? _path;
    private readonly SortedDictionary<string, ClipRecord> _records = new(StringComparer.Ordinal);

    /// <param name="folder">Where the results go; null where nothing is remembered.</param>
    public ClipRecords(string? folder)
    {
        _path = folder is null ? null : Path.Combine(folder, FileName);
        try
        {
            if (_path is not null && File.Exists(_path) && JsonSerializer.Deserialize<SortedDictionary<string, ClipRecord>>(File.ReadAllText(_path)) is { } found)
            {
                _records = new(found, StringComparer.Ordinal);
            }
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            // Without records everything is measured, which is never wrong.
        }
    }

    public ClipRecord? Find(ClipFile clip) => _records.GetValueOrDefault(Path.GetFullPath(clip.Path));

    /// <exception cref="CommandException">The records cannot be written.</exception>
    public void Add(ClipFile clip, ClipRecord record)
    {
        if (_path is null)
        {
            return;
        }

        _records[Path.GetFullPath(clip.Path)] = record;
        using OutputFile file = new(_path);
        file.WriteLine(JsonSerializer.Serialize(_records, s_indented));
        file.Complete();
    }
}
