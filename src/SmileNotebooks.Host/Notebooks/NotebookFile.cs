// .ipynb files: read (nbformat 4.0 to 4.5) and written (4.5).
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Reads and writes Jupyter notebook files (nbformat 4; https://nbformat.readthedocs.io).</summary>
public static class NotebookFile
{
    /// <summary>Reads a notebook of nbformat 4.0 to 4.5 (a later 4.x is read as 4.5).</summary>
    /// <param name="path">The .ipynb file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="NotebookFormatException">The file is not such a notebook; the message says where and why.</exception>
    public static NotebookDocument Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no notebook {path}.", path);
        }

        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Reads a notebook from its JSON text.</summary>
    /// <param name="json">The text of an .ipynb file.</param>
    /// <param name="name">What error messages call the file.</param>
    /// <exception cref="NotebookFormatException">The text is not such a notebook; the message says where and why.</exception>
    public static NotebookDocument Parse(string json, string name)
    {
        try
        {
            return new NotebookReader(name).Document(JsonNode.Parse(json));
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(
                name, $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", json.Length == 0 ? "the file is empty, expected a notebook's JSON" : $"not JSON: {e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // System.Text.Json finds a key twice in an object, or half a surrogate pair, only when it is asked for.
            throw new NotebookFormatException(name, "$", $"not sound JSON: {e.Message}");
        }
    }

    /// <summary>The notebook as the text of an .ipynb file: nbformat 4.5, indented by one space, ending in a line end.</summary>
    public static string ToJson(NotebookDocument document) => NotebookWriter.Text(document);

    /// <summary>Writes a notebook; the file appears whole or not at all.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">The .ipynb file; replaced if it is there. Its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(NotebookDocument document, string path) => WholeFile.Write(path, ToJson(document));
}
