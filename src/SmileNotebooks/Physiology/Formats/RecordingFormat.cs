// The formats that recordings are read from.
namespace SmileNotebooks;

/// <summary>A file format of recordings.</summary>
public abstract class RecordingFormat
{
    private protected RecordingFormat()
    {
    }

    /// <summary>The name of the format, as in messages.</summary>
    public abstract string Name { get; }

    /// <summary>File names of the format in a folder, as in <c>*.edf</c>.</summary>
    public abstract IReadOnlyList<string> Patterns { get; }

    /// <summary>Whether a file begins as files of this format do. Reads as little as it needs; false for what cannot be told from other text.</summary>
    internal abstract bool Recognises(string path);

    /// <summary>Opens a recording.</summary>
    /// <exception cref="RecordingException">The file cannot be read, or is not of this format.</exception>
    internal abstract Recording Open(string path);
}
