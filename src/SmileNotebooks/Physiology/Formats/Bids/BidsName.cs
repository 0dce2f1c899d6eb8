// The parts of a file name of BIDS.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A file name such as sub-01_task-faces_emg.edf in its parts.</summary>
/// <param name="Stem">The name without its extension.</param>
/// <param name="Entities">Such as sub-01 and task-faces, in their order.</param>
/// <param name="Suffix">Such as emg; empty where the name ends in an entity.</param>
/// <param name="Extension">Such as .edf or .tsv.gz.</param>
internal sealed record BidsName(string Stem, ImmutableArray<string> Entities, string Suffix, string Extension)
{
    /// <summary>Whether it is the name of a recording in BIDS: it begins with the participant and ends with a suffix.</summary>
    public bool IsBids => Suffix.Length > 0 && Entities is [var first, ..] && first.StartsWith("sub-", StringComparison.Ordinal);

    /// <summary>Takes a file name apart.</summary>
    public static BidsName Of(string path)
    {
        string name = Path.GetFileName(path);
        string unpacked = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        string stem = Path.GetFileNameWithoutExtension(unpacked);
        string[] parts = stem.Split('_');
        string suffix = parts[^1].Contains('-') ? "" : parts[^1];
        return new(stem, [.. parts.Where(part => part.Contains('-'))], suffix, name[stem.Length..]);
    }

    /// <summary>Whether what this file says holds for a recording: it has no entity that the recording lacks.</summary>
    public bool AppliesTo(BidsName recording) => Entities.All(entity => recording.Entities.Contains(entity));
}
