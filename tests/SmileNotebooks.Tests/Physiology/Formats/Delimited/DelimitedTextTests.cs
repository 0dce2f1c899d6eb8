using System.IO.Compression;
using System.Text;

namespace SmileNotebooks.Tests;

public sealed class DelimitedTextTests : IDisposable
{
    private static readonly TextLayout TwoColumns = new() { SamplingRate = 10, Columns = [new("a", "mV"), new("b", "mV")] };

    private readonly RecordingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Recording Read(string text, TextLayout? layout = null) => Read(Encoding.UTF8.GetBytes(text), layout);

    private Recording Read(byte[] bytes, TextLayout? layout = null) => Recording.Load(_folder.Write("07_x.txt", bytes), new DelimitedText(layout ?? TwoColumns));

    private string Refusal(string text, TextLayout? layout = null)
    {
        RecordingException refusal = Assert.Throws<RecordingException>(() => Read(text, layout));
        Assert.Equal(_folder.At("07_x.txt"), refusal.Path);
        return refusal.Message[(refusal.Path.Length + 2)..];
    }

    private static void HasTwoRows(Recording recording)
    {
        Assert.Equal([1.5, -3], recording["a"].Read());
        Assert.Equal([2, 0.25], recording["b"].Read());
        Assert.Equal("07", recording.Participant);
        Assert.Empty(recording.Remarks);
    }

    [Theory]
    [InlineData("1.5\t2\n-3\t0.25\n")]
    [InlineData("1.5\t2\r\n-3\t0.25\r\n")]
    [InlineData("1.5\t2\r-3\t0.25\r")]
    [InlineData("1.5\t2\n-3\t0.25")]
    [InlineData("1.5\t2\t\n-3\t0.25\t\n")]
    [InlineData("\n\n1.5\t2\n\n  \n-3\t0.25\n\n")]
    [InlineData("1.5,2\n-3,0.25\n")]
    [InlineData("1.5, 2\n-3, 0.25\n")]
    [InlineData("1.5;2\n-3;0.25\n")]
    [InlineData("1.5 2\n-3 0.25\n")]
    [InlineData("  1.5   2\n -3    0.25  \n")]
    [InlineData("1,5\t2\n-3\t0,25\n")]
    [InlineData("1,5;2\n-3;0,25\n")]
    [InlineData("1,5 2\n-3 0,25\n")]
    [InlineData("\"1.5\",\"2\"\n\"-3\",\"0.25\"\n")]
    [InlineData("1.50000000000000000000\t2e0\n-3.0E0\t25e-2\n")]
    public void Delimiters_line_ends_and_decimal_marks_are_told(string text) => HasTwoRows(Read(text));

    [Fact]
    public void The_rate_is_told_by_times_of_six_digits()
    {
        string rows = string.Concat(Enumerable.Range(0, 220_000).Select(row => FormattableString.Invariant($"{row / 20_000.0:G6}\t1\n")));
        TextLayout layout = new() { HasHeader = true, Columns = [new("time", "s") { Role = TextColumnRole.Time }] };
        Assert.Equal(20_000, Read($"time [s]\ta\n{rows}", layout)["a"].SamplingRate);
        Assert.Equal(1999.5, Read(string.Concat(["time [s]\ta\n", .. Enumerable.Range(0, 4000).Select(row => FormattableString.Invariant($"{row / 1999.5:R}\t1\n"))]), layout)["a"].SamplingRate, 1e-9);
    }

    [Fact]
    public void Encodings_are_told_by_their_marks()
    {
        const string Text = "1.5\t2\r\n-3\t0.25\r\n";
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            HasTwoRows(Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]));
        }
    }

    [Fact]
    public void Text_without_a_mark_that_is_UTF_16_is_named() =>
        Assert.Contains("byte 1: a zero byte; expected text", Assert.Throws<RecordingException>(() => Read(Encoding.Unicode.GetBytes("1\t2\n"))).Message);

    [Fact]
    public void Compressed_text_is_read_and_cut_compression_is_named()
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("1.5\t2\n-3\t0.25\n"u8);
        }

        HasTwoRows(Read(packed.ToArray()));
        for (int length = 2; length < packed.Length; length++)
        {
            Assert.Throws<RecordingException>(() => Read(packed.ToArray()[..length]));
        }
    }

    [Fact]
    public void Lines_that_cross_the_blocks_of_reading_are_whole()
    {
        // Line ends of two bytes fall on every place of a block.
        StringBuilder text = new();
        for (int row = 0; row < 100_000; row++)
        {
            text.Append(row).Append('\t').Append(-row).Append(row % 3 == 0 ? "\r\n" : row % 3 == 1 ? "\r" : "\n");
        }

        Recording recording = Read(text.ToString());
        Assert.Equal(Enumerable.Range(0, 100_000).Select(row => (double)row), recording["a"].Read());
        Assert.Equal(Enumerable.Range(0, 100_000).Select(row => (double)-row), recording["b"].Read());
    }

    [Fact]
    public void Missing_values_are_NaN()
    {
        Recording recording = Read("n/a\t1\n\t2\nNaN\t\n4\tNA\n");
        Assert.Equal([double.NaN, double.NaN, double.NaN, 4], recording["a"].Read());
        Assert.Equal([1, 2, double.NaN, double.NaN], recording["b"].Read());
    }

    [Fact]
    public void Overflow_is_NaN_and_counted_in_a_remark()
    {
        Recording recording = Read("1e44\t1\n2\t-1e999\n-3e31\tInfinity\n");
        Assert.Equal([double.NaN, 2, double.NaN], recording["a"].Read());
        Assert.Equal([1, double.NaN, double.NaN], recording["b"].Read());
        Assert.Equal(
            ["a: 2 values beyond 1E+30, the first 1E+44 in line 1, read as NaN.", "b: 2 values beyond 1E+30, the first -Infinity in line 2, read as NaN."], recording.Remarks);
    }

    [Theory]
    [InlineData("Inf")]
    [InlineData("+inf")]
    [InlineData("-INF")]
    [InlineData("-Infinity")]
    public void Infinity_in_any_spelling_is_overflow(string field)
    {
        Recording recording = Read($"{field}\t1\n2\t3\n");
        Assert.Equal([double.NaN, 2], recording["a"].Read());
        Assert.Contains("1 value beyond 1E+30", Assert.Single(recording.Remarks));
    }

    [Fact]
    public void Units_of_a_header_have_one_spelling_of_micro() => Assert.Equal(
        ["µV", "µS", "mV"], Read("a [uV],b [\u03bcS],c [mV]\n1,2,3\n", new() { HasHeader = true, SamplingRate = 10 }).Channels.Select(channel => channel.Unit));

    [Fact]
    public void The_limit_can_be_set() =>
        Assert.Equal(["a: 1 value beyond 10, the first -11 in line 2, read as NaN."], Read("10\t1\n-11\t2\n", TwoColumns with { Limit = 10 }).Remarks);

    [Theory]
    [InlineData("1\t2\n3\t4\n5", "Line 3, the last, ends within column 1 of 2 without a line end; it was left out.")]
    [InlineData("1\t2\t\n3\t4\t\n5\t", "Line 3, the last, ends within column 1 of 2 without a line end; it was left out.")]
    [InlineData("1\t2\t\n3\t4\t\n5\t6", "Line 3, the last, ends within column 2 of 2 without a line end; it was left out.")]
    [InlineData("1\t2\n3\t4\n5\t-", "Line 3, the last, ends within a number, \"-\", without a line end; it was left out.")]
    public void A_cut_last_line_is_left_out_with_a_remark(string text, string remark)
    {
        Recording recording = Read(text);
        Assert.Equal([1, 3], recording["a"].Read());
        Assert.Equal([remark], recording.Remarks);
    }

    [Theory]
    [InlineData("1\t2\n3\n5\t6\n", "line 2: 1 column; expected 2, delimited by a tab: a, b.")]
    [InlineData("1\t2\n3\t4\t5\n", "line 2: 3 columns; expected 2, delimited by a tab: a, b.")]
    [InlineData("1\t2\t\n3\t\n", "line 2: 1 column; expected 2, delimited by a tab: a, b.")]
    [InlineData("1\t2\n3\tx\n", "line 2, column 2 (b): \"x\"; expected a number, n/a or nothing.")]
    [InlineData("1,2\n3,\"4\n5,6\n", "line 2, column 2 (b): a quote that is not closed in its line: \"4\"; expected a closing quote.")]
    [InlineData("1,2\n3,\"4\"5\n", "line 2, column 2 (b): \"\"4\"5\"; expected a number, n/a or nothing.")]
    [InlineData("1.5\t2\n1,5\t2\n", "line 2, column 1: \"1,5\"; expected a number with the decimal mark of the numbers before; say in the layout what is meant, as in DecimalMark = ',' or DecimalMark = '.'.")]
    [InlineData("1,234\t2\n4,567\t2\n", "line 1, column 1: \"1,234\"; expected decimals that cannot be thousands; say in the layout what is meant, as in DecimalMark = ',' or DecimalMark = '.'.")]
    [InlineData("", "no row; expected rows of numbers.")]
    [InlineData("\n \n", "no row; expected rows of numbers.")]
    public void What_cannot_be_read_is_named_with_its_place(string text, string message)
    {
        string refusal = Assert.Throws<RecordingException>(() => Read(text)).Message;
        Assert.EndsWith(message, refusal);
    }

    [Fact]
    public void The_number_of_columns_tells_what_a_comma_is()
    {
        Assert.Equal([1.5, 2.25], Read("1,5\n2,25\n", TwoColumns with { Columns = [new("a")] })["a"].Read());
        Assert.Equal([1, 2], Read("1,5\n2,25\n")["a"].Read());
        Assert.Equal([1.5, 2.25], Read("a\n1,5\n2,25\n", new() { SamplingRate = 10, HasHeader = true })["a"].Read());
    }

    [Fact]
    public void Decimal_commas_that_could_be_thousands_are_read_where_the_layout_says_so()
    {
        Assert.Equal([1.234, 4.567], Read("1,234\t2\n4,567\t2\n", TwoColumns with { DecimalMark = ',' })["a"].Read());
        Assert.Equal([1.234, 0.567], Read("1,234\t2\n0,567\t2\n")["a"].Read());
    }

    [Fact]
    public void An_empty_line_within_a_single_column_is_an_error()
    {
        TextLayout one = new() { SamplingRate = 10, Columns = [new("a")] };
        Assert.Equal([1, 2], Read("1\n2\n\n\n", one)["a"].Read());
        Assert.Equal("line 2: an empty line between the numbers of the only column; expected a number or n/a.", Refusal("1\n\n2\n", one));
    }

    [Fact]
    public void A_header_names_columns_and_gives_units()
    {
        Recording recording = Read(
            "name of recording\n\"Zyg [mV]\",\"a, b\",comment,onsets\n1,2,some words,n/a\n3,4,,\"a \"\"smile\"\"\"\n",
            new() { SamplingRate = 10, SkippedLines = 1, HasHeader = true, Columns = [new("comment") { Role = TextColumnRole.Ignored }, new("onsets") { Role = TextColumnRole.EventLabel }] });
        Assert.Equal(["Zyg", "a, b"], recording.Channels.Select(one => one.Name));
        Assert.Equal(("mV", ChannelKind.Emg), (recording["Zyg"].Unit, recording["Zyg"].Kind));
        Assert.Equal([2, 4], recording["a, b"].Read());
        Assert.Equal([new RecordingEvent(0.1, "a \"smile\"")], recording.Events);
    }

    [Theory]
    [InlineData("a,a\n1,2\n", "line 1, column 2: the name \"a\" of column 1 once more; expected a name of its own for each column.")]
    [InlineData("a,,b\n1,2,3\n", "line 1, column 2: no name; expected a name of its own for each column.")]
    [InlineData("a,b\n1,2\n", "line 1: the columns \"a\", \"b\"; expected a column called t, as the layout says.")]
    public void A_header_that_does_not_fit_is_named(string text, string message) =>
        Assert.Equal(message, Refusal(text, new() { HasHeader = true, Columns = [new("t", "s") { Role = TextColumnRole.Time }] }));

    [Theory]
    [InlineData("s", "0\t1\n0.002\t2\n0.004\t3\n", 500)]
    [InlineData("ms", "7\t1\n9\t2\n11\t3\n", 500)]
    [InlineData("min", "0\t1\n0.0001\t2\n0.0002\t3\n0.0003\t4\n", 1 / 0.006)]
    public void The_rate_comes_from_a_column_of_times(string unit, string text, double rate)
    {
        Recording recording = Read(text, new() { Columns = [new("t", unit) { Role = TextColumnRole.Time }, new("a")] });
        Assert.Equal(rate, recording["a"].SamplingRate, 1e-9);
        Assert.Equal("a", Assert.Single(recording.Channels).Name);
    }

    [Theory]
    [InlineData("0\t1\n1\t2\n3\t3\n4\t4\n", 1.0, "row 3, column 1 (t): the time 3 s; expected about 2, as at 1 Hz from the first row on.")]
    [InlineData("0\t1\n1\t2\nn/a\t3\n3\t4\n", null, "row 3, column 1 (t): the time NaN s; expected about 2, as at 1 Hz from the first row on.")]
    [InlineData("0\t1\n", null, "times that do not rise from the first row to the last; expected a column of times that rise regularly, or SamplingRate in the layout.")]
    [InlineData("3\t1\n2\t1\n1\t1\n", null, "times that do not rise from the first row to the last; expected a column of times that rise regularly, or SamplingRate in the layout.")]
    public void Irregular_times_are_named(string text, double? rate, string message) =>
        Assert.Equal(message, Refusal(text, new() { SamplingRate = rate, Columns = [new("t", "s") { Role = TextColumnRole.Time }, new("a")] }));

    [Fact]
    public void Of_several_layouts_the_one_with_as_many_columns_is_taken()
    {
        DelimitedText format = new(TwoColumns, new TextLayout { SamplingRate = 20, Columns = [new("x"), new("y"), new("z")] });
        Assert.Equal(10, Recording.Load(_folder.Write("1.txt", "1\t2\t\n"), format).Channels[0].SamplingRate);
        Assert.Equal(20, Recording.Load(_folder.Write("2.txt", "1\t2\t3\n"), format).Channels[0].SamplingRate);
        Assert.EndsWith("line 1: 4 columns; expected 2 or 3.", Assert.Throws<RecordingException>(() => Recording.Load(_folder.Write("3.txt", "1\t2\t3\t4\n"), format)).Message);
    }

    [Fact]
    public void Layouts_that_contradict_themselves_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new DelimitedText());
        Assert.Throws<ArgumentException>(() => new DelimitedText(TwoColumns, TwoColumns));
        Assert.Throws<ArgumentException>(() => new DelimitedText(new TextLayout { SamplingRate = 10 }));
        Assert.Throws<ArgumentException>(() => new DelimitedText(TwoColumns with { SamplingRate = null }));
        Assert.Throws<ArgumentException>(() => new DelimitedText(TwoColumns with { SamplingRate = 0 }));
        Assert.Throws<ArgumentException>(() => new DelimitedText(TwoColumns with { Delimiter = 'x' }));
        Assert.Throws<ArgumentException>(() => new DelimitedText(TwoColumns with { DecimalMark = '\'' }));
        Assert.Throws<ArgumentException>(() => new DelimitedText(TwoColumns with { Limit = double.NaN }));
        Assert.Throws<ArgumentException>(() => new DelimitedText(TwoColumns with { Columns = [new("a"), new("a")] }));
    }

    [Fact]
    public void Text_without_a_schema_is_told_what_to_give()
    {
        string message = Assert.Throws<RecordingException>(() => Recording.Load(_folder.Write("plain.csv", "a,b\n1,2\n"))).Message;
        Assert.Contains("new DelimitedText(new TextLayout { HasHeader = true, SamplingRate = 1000 })", message);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        Assert.Contains("no such file", Assert.Throws<RecordingException>(() => Recording.Load(_folder.At("none.txt"), AcqKnowledgeText.Fmov)).Message);
        Assert.Contains("a folder", Assert.Throws<RecordingException>(() => Recording.Load(_folder.At(), AcqKnowledgeText.Fmov)).Message);
    }
}
