// What a list of clips must be beside a table.
namespace SmileNotebooks;

/// <summary>Checks lists of clips.</summary>
internal static class ListedClips
{
    /// <summary>A clip gives one smile: twice in a list it would count twice, and may be on both sides of a test.</summary>
    /// <param name="path">The list; clips count from its folder.</param>
    /// <param name="rows">Its header and its rows.</param>
    /// <param name="clip">The column of clips.</param>
    /// <param name="said">The columns of what is said of a clip.</param>
    /// <exception cref="TableException">A clip without a name, or one twice.</exception>
    public static void RefuseTwice(string path, IReadOnlyList<CsvRow> rows, int clip, IReadOnlyList<int> said)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string NameOf(int column) => rows[0].Fields[column].Trim();
        Dictionary<string, CsvRow> seen = new(StringComparer.Ordinal);
        foreach (CsvRow row in rows.Skip(1))
        {
            string place = $"line {row.Line}, column {NameOf(clip)}";
            string name = row.Fields[clip].Trim();
            if (name.Length == 0)
            {
                throw new TableException(path, place, "nothing", "the name of a clip");
            }

            string file = Path.GetFullPath(Path.Combine(folder, name));
            if (seen.TryGetValue(file, out CsvRow? first))
            {
                string[] others = [.. said.Where(column => row.Fields[column].Trim() != first.Fields[column].Trim())
                    .Select(column => $"{NameOf(column)} '{first.Fields[column].Trim()}' there and '{row.Fields[column].Trim()}' here")];
                throw new TableException(path, place, $"the clip '{name}' again, as in line {first.Line}{(others.Length == 0 ? "" : $", with {string.Join(" and ", others)}")}", "each clip once");
            }

            seen.Add(file, row);
        }
    }
}
