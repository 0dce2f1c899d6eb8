// Notebook files: .ipynb (nbformat 4.0 to 4.5 read, 4.5 written), .dib and percent-format .cs.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Reads and writes notebook files, in the format that the extension says.</summary>
public static class NotebookFile
{
    /// <summary>The format of a file.</summary>
    /// <param name="path">The file, which need not exist.</param>
    /// <exception cref="NotebookFormatException">The extension is none of <c>.ipynb</c>, <c>.dib</c>, <c>.cs</c>.</exception>
    public static NotebookFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".ipynb" => NotebookFormat.Ipynb,
        ".dib" => NotebookFormat.Dib,
        ".cs" => NotebookFormat.Percent,
        var other => throw new NotebookFormatException(path, "its name", $"found {(other.Length == 0 ? "no extension" : $"the extension {other}")}, expected .ipynb, .dib or .cs"),
    };

    /// <summary>Reads a notebook. Of Jupyter's format, 4.0 to 4.5 are read (a later 4.x as 4.5).</summary>
    /// <param name="path">The .ipynb, .dib or .cs file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="NotebookFormatException">The file is not such a notebook; the message says where and why.</exception>
    public static NotebookDocument Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no notebook {path}.", path);
        }

        return Parse(File.ReadAllText(path), path, FormatOf(path));
    }

    /// <summary>Reads a notebook from its JSON text.</summary>
    /// <param name="json">The text of an .ipynb file.</param>
    /// <param name="name">What error messages call the file.</param>
    /// <exception cref="NotebookFormatException">The text is not such a notebook; the message says where and why.</exception>
    public static NotebookDocument Parse(string json, string name) => Parse(json, name, NotebookFormat.Ipynb);

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="text">The text of a file.</param>
    /// <param name="name">What error messages call the file.</param>
    /// <param name="format">Its format.</param>
    /// <exception cref="NotebookFormatException">The text is not such a notebook; the message says where and why.</exception>
    public static NotebookDocument Parse(string text, string name, NotebookFormat format)
    {
        try
        {
            return format switch
            {
                NotebookFormat.Dib => DibFormat.Parse(text, name),
                NotebookFormat.Percent => PercentFormat.Parse(text, name),
                _ => ParseJson(text, name),
            };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // System.Text.Json finds a key twice in an object, or half a surrogate pair, only when it is asked for.
            throw new NotebookFormatException(name, "$", $"not sound JSON: {e.Message}");
        }
    }

    /// <summary>The notebook as the text of an .ipynb file: nbformat 4.5, indented by one space, ending in a line end.</summary>
    public static string ToJson(NotebookDocument document) => NotebookWriter.Text(document);

    /// <summary>The notebook as the text of a file.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="format">The format; what it cannot hold is left out, see <see cref="WhatIsLost"/>.</param>
    /// <exception cref="NotebookFormatException">The format would turn the notebook into another one.</exception>
    public static string ToText(NotebookDocument document, NotebookFormat format)
    {
        if (format == NotebookFormat.Ipynb)
        {
            return ToJson(document);
        }

        document = document.Strip();
        string text = format == NotebookFormat.Dib ? DibFormat.Text(document) : PercentFormat.Text(document);
        RequireSame(document, text, format);
        return text;
    }

    /// <summary>What a format cannot hold of a notebook: outputs, attachments, ...</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="format">The format.</param>
    /// <returns>One phrase for each kind of thing, with the cells that have it; empty if nothing is lost.</returns>
    public static ImmutableArray<string> WhatIsLost(NotebookDocument document, NotebookFormat format) => NotebookLosses.In(document, format);

    /// <summary>Writes a notebook in the format of the extension; the file appears whole or not at all.</summary>
    /// <param name="document">The notebook. What the format cannot hold is left out, see <see cref="WhatIsLost"/>.</param>
    /// <param name="path">The .ipynb, .dib or .cs file; replaced if it is there. Its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="NotebookFormatException">The extension is of no known format, or the format would turn the notebook into another one.</exception>
    public static void Write(NotebookDocument document, string path) => WholeFile.Write(path, ToText(document, FormatOf(path)));

    private static NotebookDocument ParseJson(string json, string name)
    {
        try
        {
            return new NotebookReader(name).Document(JsonNode.Parse(json));
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(
                name, $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", json.Length == 0 ? "the file is empty, expected a notebook's JSON" : $"not JSON: {JsonFault.Of(e)}");
        }
    }

    // A text that looks like the border of a cell cannot be escaped everywhere. Better no file than another notebook.
    private static void RequireSame(NotebookDocument document, string text, NotebookFormat format)
    {
        (CellKind Kind, string Code)[] written = [.. document.Cells.SelectMany(Parts)];
        (CellKind Kind, string Code)[] read = [.. Parse(text, "", format).Cells.SelectMany(Parts)];
        int at = written.Zip(read).TakeWhile(pair => pair.First == pair.Second).Count();
        if (at < Math.Max(written.Length, read.Length))
        {
            string cell = at < written.Length ? $"\"{written[at].Code.Trim().Split('\n')[0]}\"" : "the last cell";
            throw new NotebookFormatException($"a .{(format == NotebookFormat.Dib ? "dib" : "cs")} file", cell, "the text holds a line that begins a cell in this format, and would be read as another notebook");
        }

        // A code cell of .dib is cut at its language lines, which means the same.
        IEnumerable<(CellKind, string)> Parts(NotebookCell cell) => (format == NotebookFormat.Dib && cell.Kind == CellKind.Code
            ? DibFormat.Parse($"#!{CellLanguage.Of(cell)}\n{cell.Source}", "").Cells.Select(part => (part.Kind, $"{CellLanguage.Of(part)}\n{part.Source}"))
            : [(cell.Kind, format == NotebookFormat.Dib ? cell.Source.Trim('\n') : cell.Source.TrimEnd('\n'))])
            .Where(part => format != NotebookFormat.Dib || part.Item2.Length > 0);
    }
}
