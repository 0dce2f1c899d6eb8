// Reads the rows of a text file into columns, each number to the last bit, and names by line and column what is no number.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Reads rows of fields.</summary>
/// <remarks>A value that is infinite or beyond the limit becomes NaN and is counted in a remark. A last line without a line end that lacks columns, or whose last number
/// is cut, is left out with a remark. Blank lines are passed over.</remarks>
internal sealed class TextTableReader
{
    private readonly TextLines _lines;
    private readonly byte _delimiter;
    private readonly DecimalMark _mark;
    private readonly double _limit;
    private readonly ImmutableArray<(string Name, TextColumnUse Use)> _columns;
    private readonly double[][] _numbers;
    private readonly List<(int Row, string Text)>[] _texts;
    private readonly List<string> _remarks = [];
    private readonly ImplausibleValues _implausible;
    private bool _delimiterAtEnd;
    private bool _cut;
    private int _rows;
    private int _capacity;

    private TextTableReader(TextLines lines, byte delimiter, char? mark, double limit, ImmutableArray<(string Name, TextColumnUse Use)> columns)
    {
        _lines = lines;
        _delimiter = delimiter;
        _mark = new DecimalMark(lines, delimiter, mark);
        _limit = limit;
        _columns = columns;
        _numbers = [.. columns.Select(_ => Array.Empty<double>())];
        _texts = [.. columns.Select(_ => new List<(int Row, string Text)>())];
        _implausible = new ImplausibleValues(limit, columns);
    }

    /// <summary>Reads all rows from the next line on.</summary>
    /// <param name="lines">A text before its first row.</param>
    /// <param name="delimiter">What stands between the columns.</param>
    /// <param name="mark">The decimal mark; null to tell it by the numbers.</param>
    /// <param name="limit">The largest magnitude that is taken for a measurement.</param>
    /// <param name="columns">The columns: their names, for messages, and what each is read as.</param>
    /// <exception cref="RecordingException">A row has too few or too many columns, or a field is no number.</exception>
    public static TextTable Read(TextLines lines, byte delimiter, char? mark, double limit, ImmutableArray<(string Name, TextColumnUse Use)> columns) =>
        new TextTableReader(lines, delimiter, mark, limit, columns).Read();

    private TextTable Read()
    {
        long blank = 0;
        while (!_cut && _lines.Next())
        {
            if (!_lines.Current.ContainsAnyExcept((byte)' ') || (_lines.Current.Length == 1 && _lines.Current[0] == 0x1A))
            {
                blank = blank == 0 ? _lines.Number : blank;
                continue;
            }

            // Between columns a blank line is no row. In a file of one column it may be an empty field, and passing over it would shift all that follows.
            if (blank > 0 && _rows > 0 && _columns.Length == 1)
            {
                throw new RecordingException(_lines.Path, $"line {blank}", "an empty line between the numbers of the only column", "a number or n/a");
            }

            blank = 0;
            Add(_lines.Current);
        }

        _mark.Check();
        return new(
            _rows, [.. _numbers.Select(one => (ReadOnlyMemory<double>)one.AsMemory(0, Math.Min(one.Length, _rows)))], [.. _texts.Select(one => one.ToImmutableArray())],
            [.. _remarks, .. _implausible.Remarks]);
    }

    private void Add(ReadOnlySpan<byte> line)
    {
        if (_rows == _capacity)
        {
            Grow();
        }

        if (!TryAddSimple(line))
        {
            AddFields(line);
        }

        _rows += _cut ? 0 : 1;
    }

    // A row of plain numbers between single delimiters, with or without a delimiter at its end, in one pass over its bytes.
    private bool TryAddSimple(ReadOnlySpan<byte> line)
    {
        int at = 0;
        for (int column = 0; column < _columns.Length; column++)
        {
            if (_columns[column].Use != TextColumnUse.Number || at > line.Length)
            {
                return false;
            }

            int used = NumberText.ReadSimple(line[at..], _mark.Byte, out double value);
            at += used;
            if (used == 0 || (at < line.Length && line[at] != _delimiter) || !(Math.Abs(value) <= _limit))
            {
                return false;
            }

            _numbers[column][_rows] = value;
            at++;
        }

        bool delimiterAtEnd = at == line.Length;
        _delimiterAtEnd |= _rows == 0 && delimiterAtEnd;
        return at > line.Length ? _lines.Terminated || !_delimiterAtEnd : delimiterAtEnd;
    }

    private void AddFields(ReadOnlySpan<byte> line)
    {
        TextFields fields = new(line, _delimiter);
        (int count, bool endsEmpty) = TextFields.Counted(line, _delimiter);
        bool delimiterAtEnd = endsEmpty && (count == _columns.Length + 1 || (_delimiterAtEnd && count <= _columns.Length));
        _delimiterAtEnd |= _rows == 0 && delimiterAtEnd;
        count -= delimiterAtEnd ? 1 : 0;
        if (count != _columns.Length || (_delimiterAtEnd && !delimiterAtEnd && !_lines.Terminated))
        {
            Refuse(count);
            return;
        }

        for (int column = 0; column < count && !_cut; column++)
        {
            fields.Next();
            Add(column, fields);
        }
    }

    private void Add(int column, in TextFields field)
    {
        if (field.Unclosed)
        {
            throw Unexpected(column, $"a quote that is not closed in its line: {Shown(field.Current)}", "a closing quote");
        }

        if (_columns[column].Use == TextColumnUse.Text && !NumberText.IsMissing(field.Current))
        {
            _texts[column].Add((_rows, field.Text));
        }

        if (_columns[column].Use == TextColumnUse.Number)
        {
            _numbers[column][_rows] = NumberText.IsMissing(field.Current) ? double.NaN : Number(column, field.Current);
        }
    }

    private double Number(int column, ReadOnlySpan<byte> field)
    {
        if (NumberText.TryParse(field, _mark.Of(field, column), out double value))
        {
            return Math.Abs(value) <= _limit ? value : _implausible.Count(column, _lines.Number, value);
        }

        if (!_lines.Terminated && column == _columns.Length - 1 && _rows > 0)
        {
            LeaveOut($"ends within a number, {Shown(field)}, without a line end");
            return double.NaN;
        }

        throw Unexpected(column, Shown(field), "a number, n/a or nothing");
    }

    private void Refuse(int count)
    {
        if (_lines.Terminated || _rows == 0 || count > _columns.Length)
        {
            throw new RecordingException(
                _lines.Path, $"line {_lines.Number}", $"{count} column{(count == 1 ? "" : "s")}",
                $"{_columns.Length}, {(_delimiter == TextDelimiters.None ? "without a delimiter" : $"delimited by a {TextDelimiters.NameOf(_delimiter)}")}: {string.Join(", ", _columns.Take(20).Select(one => one.Name))}");
        }

        LeaveOut(FormattableString.Invariant($"ends within column {count} of {_columns.Length} without a line end"));
    }

    private void LeaveOut(string reason)
    {
        _cut = true;
        foreach (List<(int Row, string Text)> texts in _texts)
        {
            texts.RemoveAll(one => one.Row == _rows);
        }

        _remarks.Add(FormattableString.Invariant($"Line {_lines.Number:#,0}, the last, {reason}; it was left out."));
    }

    private RecordingException Unexpected(int column, string found, string expected) =>
        new(_lines.Path, $"line {_lines.Number}, column {column + 1} ({_columns[column].Name})", found, expected);

    private void Grow()
    {
        _capacity = Math.Max(4096, checked(_capacity * 2));
        for (int column = 0; column < _numbers.Length; column++)
        {
            if (_columns[column].Use == TextColumnUse.Number)
            {
                Array.Resize(ref _numbers[column], _capacity);
            }
        }
    }

    private static string Shown(ReadOnlySpan<byte> field) => TextTokens.Shown(TextLines.TextOf(field));
}
