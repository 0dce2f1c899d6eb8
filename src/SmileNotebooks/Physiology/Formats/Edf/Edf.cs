// EDF and its kin, as a format of recordings.
namespace SmileNotebooks;

/// <summary>The European Data Format: EDF and EDF+ (16 bits), BDF and BDF+ (24 bits, BioSemi), continuous and with pauses.</summary>
/// <remarks><see cref="Recording.Load"/> tells these files by their beginning; the format is named where a folder holds others too.</remarks>
public static class Edf
{
    /// <summary>Files <c>*.edf</c> and <c>*.bdf</c>.</summary>
    public static RecordingFormat Format { get; } = new EdfFormat();

    private sealed class EdfFormat : RecordingFormat
    {
        public override string Name => "EDF or BDF";

        public override IReadOnlyList<string> Patterns { get; } = ["*.edf", "*.bdf"];

        internal override bool Recognises(string path) => RecordingFormats.Head(path, 256) is { } head && EdfHeader.Begins(head);

        internal override Recording Open(string path) => EdfReader.Open(path);
    }
}
