// Which files of BIDS say something of a recording.
namespace SmileNotebooks;

/// <summary>Finds the files that belong to a recording.</summary>
/// <remarks>For a name of BIDS (sub-01_task-faces_emg.edf): files of the same folder and of those above up to the one that holds dataset_description.json, whose
/// entities all occur in the name (the inheritance principle of BIDS); without dataset_description.json within six folders, the same folder alone. For any other name
/// (S01.edf): S01_channels.tsv, S01_events.tsv and S01.json beside it.</remarks>
internal sealed class BidsFiles
{
    private const int FoldersAbove = 6;

    private readonly string _folder;
    private readonly BidsName _name;

    public BidsFiles(string path)
    {
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _name = BidsName.Of(path);
    }

    /// <summary>The table that says most of the recording: of the nearest folder, and there the one with the most entities; null where there is none.</summary>
    /// <exception cref="RecordingException">Two that say as much.</exception>
    public string? Table(string suffix) => _name.IsBids
        ? Inherited(suffix, ".tsv").LastOrDefault()
        : new[] { $"{_name.Stem}_{suffix}.tsv", $"{WithoutSuffix()}_{suffix}.tsv" }.Select(name => Path.Combine(_folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The JSON files of the recording, the nearest last.</summary>
    /// <exception cref="RecordingException">Two of one folder that say as much.</exception>
    public IEnumerable<string> Json() =>
        _name.IsBids ? Inherited(_name.Suffix, ".json") : new[] { Path.Combine(_folder, $"{_name.Stem}.json") }.Where(File.Exists);

    private string WithoutSuffix() => _name.Suffix.Length > 0 && _name.Stem.Length > _name.Suffix.Length ? _name.Stem[..^(_name.Suffix.Length + 1)] : _name.Stem;

    private IEnumerable<string> Inherited(string suffix, string extension) => Folders().SelectMany(folder => InFolder(folder, suffix, extension));

    private List<string> InFolder(string folder, string suffix, string extension)
    {
        List<(string Path, BidsName Name)> applicable = [.. Directory.EnumerateFiles(folder, $"*{suffix}{extension}")
            .Select(path => (Path: path, Name: BidsName.Of(path)))
            .Where(one => one.Name.Suffix == suffix && one.Name.AppliesTo(_name))
            .OrderBy(one => one.Name.Entities.Length)
            .ThenBy(one => one.Path, StringComparer.Ordinal)];
        for (int index = 1; index < applicable.Count; index++)
        {
            if (applicable[index].Name.Entities.Length == applicable[index - 1].Name.Entities.Length)
            {
                throw new RecordingException(
                    applicable[index].Path, null, $"a second file beside {Path.GetFileName(applicable[index - 1].Path)} that holds for {_name.Stem}{_name.Extension}", "one, or one that says more exactly which recording it is of");
            }
        }

        return [.. applicable.Select(one => one.Path)];
    }

    // From the root of the dataset down to the folder of the recording.
    private List<string> Folders()
    {
        List<string> folders = [];
        string? folder = _folder;
        for (int level = 0; level <= FoldersAbove && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            folders.Insert(0, folder);
            if (File.Exists(Path.Combine(folder, BidsDataset.FileName)))
            {
                return folders;
            }
        }

        return [_folder];
    }
}
