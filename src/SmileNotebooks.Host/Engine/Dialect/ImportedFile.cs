// What `#!import` and `#load` read: the C# of a notebook, cell by cell, or a script.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

internal static class ImportedFile
{
    private static readonly string[] s_scripts = [".cs", ".csx"];
    private static readonly string[] s_notebooks = [".ipynb", ".dib"];

    /// <summary>Reads the code of a file.</summary>
    /// <param name="name">Its path, as the importing code says it.</param>
    /// <param name="importer">The importing code.</param>
    /// <param name="notebookFolder">The notebook's folder.</param>
    /// <param name="line">The line of the import.</param>
    /// <exception cref="CellSourceException">There is no such file, it is of another kind, or it imports itself.</exception>
    public static IEnumerable<SourceFile> Read(string name, SourceFile importer, string notebookFolder, int line)
    {
        string path = importer.PathOf(name, notebookFolder);
        string extension = Path.GetExtension(path).ToLowerInvariant();
        if (!s_scripts.Contains(extension) && !s_notebooks.Contains(extension))
        {
            throw new CellSourceException(line, $"`{name}` cannot be imported: it is none of {string.Join(", ", s_notebooks)}, {string.Join(", ", s_scripts)}.");
        }

        if (importer.ImportedBy.Contains(path))
        {
            string way = string.Join(" -> ", importer.ImportedBy.SkipWhile(other => other != path).Append(path).Select(Path.GetFileName));
            throw new CellSourceException(line, $"`{name}` imports itself: {way}.");
        }

        try
        {
            return s_scripts.Contains(extension) ? [Script(path, importer)] : NotebookCells(path, importer);
        }
        catch (FileNotFoundException)
        {
            throw new CellSourceException(line, $"`{name}` cannot be imported: there is no file {path}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            throw new CellSourceException(line, $"`{name}` cannot be imported: {error.Message}");
        }
    }

    private static SourceFile Script(string path, SourceFile importer) => Of(path, Path.GetFileName(path), File.ReadAllText(path), importer);

    private static SourceFile[] NotebookCells(string path, SourceFile importer) =>
    [
        .. NotebookFile.Read(path).Cells
            .Where(cell => cell.Kind == CellKind.Code)
            .Select((cell, at) => Of(path, $"{Path.GetFileName(path)}, cell {at + 1}", CellLanguage.Code(cell), importer)),
    ];

    private static SourceFile Of(string path, string name, string text, SourceFile importer) =>
        new(name, text, Path.GetDirectoryName(path)!) { ImportedBy = importer.ImportedBy.Add(path) };
}
