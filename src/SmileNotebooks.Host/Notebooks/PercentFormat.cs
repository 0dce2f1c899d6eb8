// Percent-format C# scripts, as jupytext and editors know them: `// %%` begins a code cell, `// %% [markdown]` a text in comments.
// In code, a line that would be read as something else (`// %%`, a magic command) has one `// ` more before it.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class PercentFormat
{
    private const string Comment = "// ";

    public static NotebookDocument Parse(string text, string name)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        (JsonObject metadata, int start) = PercentHeader.Read(lines, name);
        List<NotebookCell> cells = [];
        PercentMarker marker = new(CellKind.Code, []);
        List<string> body = [];
        bool isMarked = false;
        foreach (string line in lines.Skip(start))
        {
            if (!IsInBlock(marker, body) && PercentMarker.Parse(line) is { } next)
            {
                Add(cells, marker, body, isMarked);
                (marker, isMarked) = (next, true);
            }
            else
            {
                body.Add(line);
            }
        }

        Add(cells, marker, body, isMarked);
        return new NotebookDocument { Cells = [.. cells], Metadata = KernelMetadata.With(metadata) };
    }

    public static string Text(NotebookDocument document)
    {
        StringBuilder text = new(PercentHeader.Text(document.Metadata));
        foreach (NotebookCell cell in document.Cells)
        {
            text.Append(PercentMarker.Text(cell)).Append('\n');
            string source = cell.Source.TrimEnd('\n');
            if (source.Length > 0)
            {
                text.Append(cell.Kind == CellKind.Code ? Escaped(source) : Commented(source)).Append('\n');
            }

            text.Append('\n');
        }

        text.Length -= document.Cells.IsEmpty ? 0 : 1;
        return text.ToString();
    }

    private static void Add(List<NotebookCell> cells, PercentMarker marker, List<string> body, bool isMarked)
    {
        string source = string.Join('\n', body).TrimEnd('\n');
        body.Clear();
        if (source.Trim().Length == 0 && !isMarked)
        {
            return;
        }

        cells.Add(new NotebookCell
        {
            Id = $"cell-{cells.Count + 1}",
            Kind = marker.Kind,
            Source = marker.Kind == CellKind.Code ? (isMarked ? Unescaped(source) : Unescaped(source.Trim('\n'))) : Uncommented(source),
            Metadata = marker.Metadata,
        });
    }

    // A text in `/* */` may hold anything up to its end.
    private static bool IsInBlock(PercentMarker marker, List<string> body) =>
        marker.Kind != CellKind.Code && body.Count > 0 && body[0].StartsWith("/*", StringComparison.Ordinal)
        && !body.Any(line => line.TrimEnd().EndsWith("*/", StringComparison.Ordinal));

    private static string Escaped(string code) => ToEscape().Replace(code, "// ${rest}");

    private static string Unescaped(string code) => ToUnescape().Replace(code, "${rest}");

    private static string Commented(string text)
    {
        string commented = string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "//" : Comment + line));
        return commented.Split('\n').Any(line => PercentMarker.Parse(line) is not null) ? $"/*\n{text}\n*/" : commented;
    }

    private static string Uncommented(string text)
    {
        string[] lines = text.Split('\n');
        if (lines[0].StartsWith("/*", StringComparison.Ordinal) && text.TrimEnd().EndsWith("*/", StringComparison.Ordinal))
        {
            string inner = text.TrimEnd()[2..^2];
            return inner.StartsWith('\n') && inner.EndsWith('\n') && inner.Length > 1 ? inner[1..^1] : inner.Trim();
        }

        // Where a line is no comment, the text was written without them.
        return !lines.All(line => line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal)) ? text
            : string.Join('\n', lines.Select(line => line.StartsWith(Comment, StringComparison.Ordinal) ? line[3..] : line.StartsWith("//", StringComparison.Ordinal) ? line[2..] : line));
    }

    [GeneratedRegex(@"^(?<rest>(// )*(#!\w|//\s*%%+(\s|$)).*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ToEscape();

    [GeneratedRegex(@"^// (?<rest>(// )*(#!\w|//\s*%%+(\s|$)).*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ToUnescape();
}
