// Reads a text export of AcqKnowledge that has a header.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

internal static class AcqKnowledgeReader
{
    /// <summary>Reads a recording.</summary>
    /// <exception cref="RecordingException">The file cannot be read, or is no such export.</exception>
    public static Recording Read(string path, AcqKnowledgeText format)
    {
        using TextLines lines = new(path);
        AcqKnowledgeHeader header = AcqKnowledgeHeader.Read(lines);
        List<string> remarks = [];
        (ImmutableArray<TextColumn> columns, byte? told) = Columns(lines, header, remarks);
        ImmutableArray<long> counts = Counts(lines, columns, told);
        if (!lines.NextFilled())
        {
            throw new RecordingException(path, $"line {lines.Number}", "the end of the file after the header", "rows of numbers");
        }

        TextLayout layout = new() { Columns = columns, SamplingRate = header.SamplingRate, DecimalMark = format.DecimalMark, Limit = format.Limit };
        byte delimiter = told ?? TextDelimiters.Tell(lines.Current, [columns.Length]);
        lines.Again();
        TextTable table = TextRecordingReader.ReadRows(lines, delimiter, layout, columns);
        double rate = TimeColumn.Rate(path, layout, columns, table);
        List<Channel> channels = [.. columns.Index().Where(one => one.Item.Role == TextColumnRole.Channel).Select(one => ChannelOf(one.Item, table.Numbers[one.Index], rate))];
        return new Recording(channels)
        {
            Path = path,
            Participant = ParticipantName.Of(path),
            Start = header.Start,
            Events = [.. TriggerEvents.Of(path, channels, format.Triggers)],
            Remarks = [.. remarks, .. table.Remarks, .. Counted(counts, table.Rows)],
        };
    }

    // The line "CH1,CH2," after the units, with the unit of time before it where times were exported.
    private static (ImmutableArray<TextColumn> Columns, byte? Delimiter) Columns(TextLines lines, AcqKnowledgeHeader header, List<string> remarks)
    {
        if (!lines.NextFilled())
        {
            throw new RecordingException(lines.Path, $"line {lines.Number}", "the end of the file", "the line of channel numbers, as in CH1, CH2");
        }

        byte delimiter = lines.Current.Contains((byte)'\t') ? (byte)'\t' : lines.Current.Contains((byte)',') ? (byte)',' : lines.Current.Contains((byte)';') ? (byte)';' : (byte)' ';
        List<string> names = TextFields.All(lines.Current, delimiter);
        if (names.Count > 1 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        bool timed = names.Count == header.Channels.Length + 1 && !IsChannelNumber(names[0]);
        if (names.Count - (timed ? 1 : 0) != header.Channels.Length || names.Skip(timed ? 1 : 0).Any(name => !IsChannelNumber(name)))
        {
            throw new RecordingException(
                lines.Path, $"line {lines.Number}", TextTokens.Shown(lines.Text), $"the numbers of {header.Channels.Length} channels, as in CH1, CH2; {header.Channels.Length} is what the header says");
        }

        string[] own = ChannelNames.Mended([.. header.Channels.Select((one, index) => one.Name.Length > 0 ? one.Name : names[index + (timed ? 1 : 0)])], remarks);
        ImmutableArray<TextColumn> channels = [.. header.Channels.Select((one, index) => new TextColumn(own[index], UnitOf(one.Unit), ChannelKinds.Of(one.Name, one.Unit)))];
        return (timed ? [TimeOf(names[0]), .. channels] : channels, names.Count > 1 ? delimiter : null);
    }

    private static string UnitOf(string written) => written is "Volts" or "volts" or "Volt" ? "V" : ChannelGuess.Unit(written);

    private static bool IsChannelNumber(string name) => name.StartsWith("CH", StringComparison.OrdinalIgnoreCase) && name.Length > 2 && name.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    // Times by the clock are written in ways that depend on the computer: they are passed over, the interval says enough.
    private static TextColumn TimeOf(string unit) => unit.ToLowerInvariant() switch
    {
        "min" => new("time", "min") { Role = TextColumnRole.Time },
        "sec" or "seconds" => new("time", "s") { Role = TextColumnRole.Time },
        "millisec" or "msec" or "ms" => new("time", "ms") { Role = TextColumnRole.Time },
        _ => new("time", unit) { Role = TextColumnRole.Ignored },
    };

    // How many samples each channel has; some versions leave the line out. Only whole numbers from 1 on, and no time before them, are taken for it.
    private static ImmutableArray<long> Counts(TextLines lines, ImmutableArray<TextColumn> columns, byte? delimiter)
    {
        if (!lines.NextFilled())
        {
            return [];
        }

        List<string> fields = TextFields.All(lines.Current, delimiter ?? (lines.Current.Contains((byte)'\t') ? (byte)'\t' : (byte)','));
        int before = columns[0].Role == TextColumnRole.Channel ? 0 : 1;
        IEnumerable<string> counted = fields.Skip(before).Take(columns.Length - before);
        long[] counts = [.. counted.Select(field => long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : 0)];
        if (counts.Length == columns.Length - before && counts.All(count => count > 0) && fields.Take(before).All(field => field.Length == 0))
        {
            return [.. counts];
        }

        lines.Again();
        return [];
    }

    private static IEnumerable<string> Counted(ImmutableArray<long> counts, int rows) => counts.IsEmpty || counts.Max() == rows
        ? []
        : [FormattableString.Invariant($"The header counts {counts.Max():#,0} samples of a channel; the file has {rows:#,0} rows.")];

    private static Channel ChannelOf(TextColumn column, ReadOnlyMemory<double> samples, double rate)
    {
        int step = StepOf(samples.Span);
        if (step == 1)
        {
            return new(column.Name, column.Unit, rate, samples) { Kind = column.Kind };
        }

        double[] taken = new double[(samples.Length + step - 1) / step];
        for (int index = 0; index < taken.Length; index++)
        {
            taken[index] = samples.Span[index * step];
        }

        return new(column.Name, column.Unit, rate / step, taken) { Kind = column.Kind };
    }

    // Of a slower channel each step-th row has a value, from the first on, and no other row has one.
    private static int StepOf(ReadOnlySpan<double> samples)
    {
        int second = samples.Length < 3 || double.IsNaN(samples[0]) ? -1 : 1;
        while (second > 0 && second < samples.Length && double.IsNaN(samples[second]))
        {
            second++;
        }

        if (second < 2 || second >= samples.Length)
        {
            return 1;
        }

        for (int row = 0; row < samples.Length; row++)
        {
            if (row % second == 0 == double.IsNaN(samples[row]))
            {
                return 1;
            }
        }

        return second;
    }
}
