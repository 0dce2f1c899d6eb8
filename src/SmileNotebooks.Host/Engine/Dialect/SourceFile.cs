// Where code comes from: a cell of the notebook, or a file that a cell imports.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>A cell or an imported file.</summary>
/// <param name="Name">What errors call it: <c>cell 3</c>, <c>helpers.csx</c>, <c>helpers.ipynb, cell 2</c>.</param>
/// <param name="Text">Its code.</param>
/// <param name="Folder">Where paths in it start.</param>
internal sealed record SourceFile(string Name, string Text, string Folder)
{
    /// <summary>The full paths of the files whose import led here, the outermost first; empty for a cell of the notebook.</summary>
    public ImmutableArray<string> ImportedBy { get; init; } = [];

    /// <summary>
    /// The full path of a file that the code names: beside the code, as C# scripts have it; where nothing is, from the notebook's
    /// folder, as .NET Interactive has it.
    /// </summary>
    public string PathOf(string name, string notebookFolder)
    {
        string beside = Path.GetFullPath(Path.Combine(Folder, name));
        string fromNotebook = Path.GetFullPath(Path.Combine(notebookFolder, name));
        return File.Exists(beside) || !File.Exists(fromNotebook) ? beside : fromNotebook;
    }
}
