// The lines of a text file as spans of bytes, in memory that does not grow with the file.
using System.Text;

namespace SmileNotebooks;

/// <summary>Reads a text line by line. A line ends with LF, CR LF or CR alone, also mixed in one file.</summary>
internal sealed class TextLines : IDisposable
{
    private const int LongestLine = 1 << 24;

    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 18];
    private int _next;
    private int _filled;
    private int _start;
    private int _length;
    private bool _ended;
    private bool _afterReturn;
    private bool _again;

    /// <summary>Opens a file.</summary>
    /// <exception cref="RecordingException">The file is missing or may not be read, or is no text.</exception>
    public TextLines(string path)
    {
        Path = path;
        _stream = TextSource.Open(path);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the current line has a line end; only the last line of a file can lack it.</summary>
    public bool Terminated { get; private set; }

    /// <summary>The current line without its line end; gone with the next.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _length);

    /// <summary>The current line as a string: UTF-8 where it is valid, else Latin-1, as older recorders write the signs of micro and degree.</summary>
    public string Text => TextOf(Current);

    /// <summary>Goes to the next line.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="RecordingException">The file cannot be read any more, or a line is longer than 16 MiB.</exception>
    public bool Next()
    {
        if (_again)
        {
            _again = false;
            return true;
        }

        if (!Find(out int length))
        {
            return false;
        }

        _start = _next;
        _length = length;
        Terminated = _next + length < _filled;
        if (Terminated)
        {
            _afterReturn = _buffer[_next + length] == (byte)'\r';
        }

        _next += Terminated ? length + 1 : length;
        Number++;
        return true;
    }

    /// <summary>Lets the current line be the next again.</summary>
    public void Again() => _again = true;

    /// <summary>Goes to the next line that has more than blanks.</summary>
    public bool NextFilled()
    {
        while (Next())
        {
            if (Current.ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>Bytes of text as a string: UTF-8 where valid, else Latin-1. Control characters, which no name and no label has, become U+FFFD, so that damage
    /// shows and messages can be printed.</summary>
    public static string TextOf(ReadOnlySpan<byte> bytes)
    {
        string text = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        return text.Any(char.IsControl) ? string.Concat(text.Select(one => char.IsControl(one) ? '\uFFFD' : one)) : text;
    }

    private bool Find(out int length)
    {
        int searched = 0;
        while (true)
        {
            if (_afterReturn && _next < _filled)
            {
                _afterReturn = false;
                _next += _buffer[_next] == (byte)'\n' ? 1 : 0;
            }

            int found = _buffer.AsSpan((_next + searched).._filled).IndexOfAny((byte)'\r', (byte)'\n');
            if (found >= 0)
            {
                length = searched + found;
                return true;
            }

            searched = _filled - _next;
            if (_ended || !Fill())
            {
                length = searched;
                return length > 0;
            }
        }
    }

    // Makes room and reads on; false at the end of the file.
    private bool Fill()
    {
        int kept = _filled - _next;
        if (kept > LongestLine)
        {
            throw new RecordingException(Path, $"line {Number + 1}", "a line of more than 16 MiB", "rows of text");
        }

        byte[] target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_next, kept).CopyTo(target);
        (_buffer, _next, _filled) = (target, 0, kept);
        int count = TextSource.Guarded(Path, () => _stream.Read(_buffer, _filled, _buffer.Length - _filled));
        _filled += count;
        _ended = count == 0;
        return !_ended;
    }
}
