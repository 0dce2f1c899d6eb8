// The line of a text file that names its columns.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class TextHeader
{
    /// <summary>Reads the names of the columns and says of each what the layout says of it.</summary>
    /// <returns>The columns in the order of the file, and what delimits them; null where one name stands alone.</returns>
    /// <exception cref="RecordingException">No header, a name that is empty or occurs twice, or a column of the layout that is missing.</exception>
    public static (ImmutableArray<TextColumn> Columns, byte? Delimiter) Read(TextLines lines, TextLayout layout)
    {
        if (!lines.NextFilled())
        {
            throw new RecordingException(lines.Path, null, "no line", "a line that names the columns");
        }

        byte delimiter = (byte?)layout.Delimiter ?? TellDelimiter(lines.Current);
        List<string> names = TextFields.All(lines.Current, delimiter);
        if (names.Count > 1 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        List<(string Name, string Unit)> parts = [.. names.Select(Parts)];
        Check(lines, parts, layout);
        return ([.. parts.Select(one => Of(one.Name, one.Unit, layout))], names.Count > 1 ? delimiter : null);
    }

    // Names of channels hold blanks and commas in brackets, but no tab and hardly a semicolon.
    private static byte TellDelimiter(ReadOnlySpan<byte> line)
    {
        foreach (byte candidate in "\t;, "u8)
        {
            if (line.Trim((byte)' ').Contains(candidate))
            {
                return candidate;
            }
        }

        return TextDelimiters.None;
    }

    private static (string Name, string Unit) Parts(string header)
    {
        int bracket = header.LastIndexOf('[');
        return bracket > 0 && header.EndsWith(']') ? (header[..bracket].Trim(), ChannelGuess.Unit(header[(bracket + 1)..^1].Trim())) : (header.Trim(), "");
    }

    private static void Check(TextLines lines, List<(string Name, string Unit)> parts, TextLayout layout)
    {
        for (int index = 0; index < parts.Count; index++)
        {
            string name = parts[index].Name;
            int first = parts.FindIndex(one => one.Name == name);
            if (name.Length == 0 || first < index)
            {
                throw new RecordingException(
                    lines.Path, $"line {lines.Number}, column {index + 1}", name.Length == 0 ? "no name" : $"the name {TextTokens.Shown(name)} of column {first + 1} once more", "a name of its own for each column");
            }
        }

        if (layout.Columns.FirstOrDefault(column => parts.All(one => one.Name != column.Name)) is { } missing)
        {
            throw new RecordingException(
                lines.Path, $"line {lines.Number}", $"the columns {string.Join(", ", parts.Take(20).Select(one => TextTokens.Shown(one.Name)))}", $"a column called {missing.Name}, as the layout says");
        }
    }

    private static TextColumn Of(string name, string unit, TextLayout layout)
    {
        TextColumn column = layout.Columns.FirstOrDefault(one => one.Name == name) ?? new(name, unit, ChannelKinds.Of(name, unit));
        return column.Unit.Length == 0 ? column with { Unit = unit } : column;
    }
}
