// What a notebook's code takes in with `#!import` and `#load`, and what that takes in itself.
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

/// <summary>A notebook and all that it imports.</summary>
/// <param name="Documents">The notebook and each imported file, with the folders that paths in it may start from.</param>
/// <param name="Files">The imported files.</param>
internal sealed partial record ImportedSources(IReadOnlyList<(NotebookDocument Document, string Folder)> Documents, IReadOnlyList<string> Files)
{
    private static readonly string[] s_codeFiles = [".cs", ".csx"];

    public static ImportedSources Of(NotebookDocument document, string folder)
    {
        List<(NotebookDocument, string)> documents = [(document, folder)];
        List<string> files = [];
        for (int next = 0; next < documents.Count; next++)
        {
            (NotebookDocument source, string from) = documents[next];
            foreach (string path in Imports(source, folder, from).Where(path => !files.Contains(path)))
            {
                files.Add(path);
                if (Read(path) is { } imported)
                {
                    documents.Add((imported, folder));
                    documents.Add((imported, Path.GetDirectoryName(path)!));
                }
            }
        }

        return new ImportedSources(documents, files);
    }

    private static IEnumerable<string> Imports(NotebookDocument document, params string[] folders) =>
        from cell in document.Cells
        where cell.Kind == CellKind.Code
        from Match match in ImportLine().Matches(cell.Source)
        from folder in folders.Distinct()
        let path = Path.GetFullPath(Path.Combine(folder, match.Groups["path"].Value.Trim()))
        where File.Exists(path)
        select path;

    /// <returns>Null for a file that is not read as a notebook or code: the run will say so.</returns>
    private static NotebookDocument? Read(string path)
    {
        try
        {
            return s_codeFiles.Contains(Path.GetExtension(path).ToLowerInvariant())
                ? new NotebookDocument { Cells = [new NotebookCell { Id = "code", Kind = CellKind.Code, Source = File.ReadAllText(path).ReplaceLineEndings("\n") }] }
                : NotebookFile.Read(path);
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*#(?:!import|load)\s+"?(?<path>[^"\n]+)"?""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ImportLine();
}
