// Reads a text file by its layout.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class TextRecordingReader
{
    /// <summary>Reads a recording.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layouts">One layout, or several without headers.</param>
    /// <exception cref="RecordingException">The file cannot be read, or has not the layout.</exception>
    public static Recording Read(string path, ImmutableArray<TextLayout> layouts)
    {
        using TextLines lines = new(path);
        Skip(lines, layouts[0]);
        byte? headerDelimiter = null;
        ImmutableArray<TextColumn> columns = [];
        if (layouts[0].HasHeader)
        {
            (columns, headerDelimiter) = TextHeader.Read(lines, layouts[0]);
        }

        if (!lines.NextFilled())
        {
            throw new RecordingException(path, null, "no row", "rows of numbers");
        }

        (TextLayout layout, byte delimiter) = TellLayout(lines, layouts, columns.IsEmpty ? null : columns.Length, headerDelimiter);
        columns = columns.IsEmpty ? layout.Columns : columns;
        lines.Again();
        return RecordingOf(path, layout, columns, ReadRows(lines, delimiter, layout, columns));
    }

    /// <summary>Reads all rows from the next line on.</summary>
    /// <exception cref="RecordingException">A row has not the columns of the layout, or there is no whole row.</exception>
    public static TextTable ReadRows(TextLines lines, byte delimiter, TextLayout layout, ImmutableArray<TextColumn> columns)
    {
        TextTable table = TextTableReader.Read(lines, delimiter, layout.DecimalMark, layout.Limit, [.. columns.Select(column => (column.Name, UseOf(column)))]);
        return table.Rows > 0 ? table : throw new RecordingException(lines.Path, null, "no whole row", "rows of numbers");
    }

    private static void Skip(TextLines lines, TextLayout layout)
    {
        for (int line = 0; line < layout.SkippedLines; line++)
        {
            if (!lines.Next())
            {
                throw new RecordingException(lines.Path, null, FormattableString.Invariant($"{line} lines"), FormattableString.Invariant($"more than the {layout.SkippedLines} that are passed over"));
            }
        }
    }

    private static (TextLayout Layout, byte Delimiter) TellLayout(TextLines lines, ImmutableArray<TextLayout> layouts, int? headed, byte? headerDelimiter)
    {
        int[] expected = headed is int known ? [known] : [.. layouts.Select(layout => layout.Columns.Length)];
        byte delimiter = headerDelimiter ?? (byte?)layouts[0].Delimiter ?? TextDelimiters.Tell(lines.Current, expected);
        (int count, bool endsEmpty) = TextFields.Counted(lines.Current, delimiter);
        TextLayout? fitting = layouts.Length == 1
            ? layouts[0]
            : layouts.FirstOrDefault(layout => layout.Columns.Length == count - (endsEmpty ? 1 : 0)) ?? layouts.FirstOrDefault(layout => layout.Columns.Length == count);
        return (fitting ?? throw new RecordingException(
            lines.Path, $"line {lines.Number}", $"{count - (endsEmpty ? 1 : 0)} columns", string.Join(" or ", expected)), delimiter);
    }

    private static TextColumnUse UseOf(TextColumn column) => column.Role switch
    {
        TextColumnRole.Ignored => TextColumnUse.None,
        TextColumnRole.EventLabel => TextColumnUse.Text,
        _ => TextColumnUse.Number,
    };

    private static Recording RecordingOf(string path, TextLayout layout, ImmutableArray<TextColumn> columns, TextTable table)
    {
        double rate = TimeColumn.Rate(path, layout, columns, table);
        List<Channel> channels = [.. columns
            .Select((column, index) => (Column: column, Samples: table.Numbers[index]))
            .Where(one => one.Column.Role == TextColumnRole.Channel)
            .Select(one => new Channel(one.Column.Name, one.Column.Unit, rate, one.Samples) { Kind = one.Column.Kind })];
        if (channels.Count == 0)
        {
            throw new RecordingException(path, null, "no channel among the columns", "at least one");
        }

        IEnumerable<RecordingEvent> labelled = table.Texts.SelectMany(texts => texts.Select(one => new RecordingEvent(one.Row / rate, one.Text)));
        return new Recording(channels)
        {
            Path = path,
            Participant = ParticipantName.Of(path),
            Events = [.. TriggerEvents.Of(path, channels, layout.Triggers), .. labelled],
            Remarks = table.Remarks,
        };
    }
}
