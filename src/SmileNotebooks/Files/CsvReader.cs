// Comma-separated values after RFC 4180.
using System.Text;

namespace SmileNotebooks;

/// <summary>Reads records whose fields may be quoted, hold commas, quotes (doubled) and line breaks. Lines end in LF, CRLF or CR; blank ones are passed over.</summary>
/// <param name="path">What errors call the file.</param>
/// <param name="text">All of it.</param>
/// <param name="problem">Makes the error of the room that reads.</param>
internal sealed class CsvReader(string path, string text, FileProblem problem)
{
    private readonly StringBuilder _field = new();
    private int _at;
    private int _line = 1;

    /// <param name="path">The file.</param>
    /// <param name="expected">What should be there, as "a table of trials".</param>
    /// <param name="problem">Makes the error of the room that reads.</param>
    public static CsvReader Open(string path, string expected, FileProblem problem)
    {
        try
        {
            // A byte-order mark is taken off.
            return new CsvReader(path, File.ReadAllText(path), problem);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw problem(path, null, File.Exists(path) ? $"an error while reading ({exception.Message})" : Directory.Exists(path) ? "a folder" : "no such file", expected, exception);
        }
    }

    /// <exception cref="Exception">That of the room: a quote where none may be, or one that is not closed.</exception>
    public IEnumerable<CsvRow> Rows()
    {
        while (_at < text.Length)
        {
            int line = _line;
            if (TakeLineEnd())
            {
                continue;
            }

            List<string> fields = [Field()];
            while (_at < text.Length && text[_at] == ',')
            {
                _at++;
                fields.Add(Field());
            }

            if (_at < text.Length && !TakeLineEnd())
            {
                throw Error($"'{text[_at]}' after the quotes of field {fields.Count}", "a comma or the end of the line");
            }

            yield return new CsvRow(line, [.. fields]);
        }
    }

    private string Field()
    {
        if (_at < text.Length && text[_at] == '"')
        {
            return Quoted();
        }

        int start = _at;
        while (_at < text.Length && text[_at] is not (',' or '\r' or '\n'))
        {
            if (text[_at] == '"')
            {
                throw Error("a quote within a field that does not begin with one", "quotes around the whole field, those within doubled");
            }

            _at++;
        }

        return text[start.._at];
    }

    private string Quoted()
    {
        int opened = _line;
        _field.Clear();
        for (_at++; _at < text.Length;)
        {
            char letter = text[_at];
            if (letter != '"')
            {
                _line += letter == '\n' || (letter == '\r' && !(_at + 1 < text.Length && text[_at + 1] == '\n')) ? 1 : 0;
                _field.Append(letter);
                _at++;
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                _field.Append('"');
                _at += 2;
            }
            else
            {
                _at++;
                return _field.ToString();
            }
        }

        _line = opened;
        throw Error("a quote that is not closed", "a second one before the end of the file");
    }

    private bool TakeLineEnd()
    {
        if (text[_at] is not ('\r' or '\n'))
        {
            return false;
        }

        _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
        _line++;
        return true;
    }

    private Exception Error(string found, string expected) => problem(path, $"line {_line}", found, expected, null);
}
