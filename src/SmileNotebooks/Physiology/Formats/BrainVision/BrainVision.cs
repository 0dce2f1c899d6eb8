// BrainVision, as a format of recordings.
namespace SmileNotebooks;

/// <summary>BrainVision recordings (Brain Products): a header <c>.vhdr</c>, markers <c>.vmrk</c> and samples <c>.eeg</c> or <c>.dat</c> in one folder. A recording is opened by its header.</summary>
/// <remarks><see cref="Recording.Load"/> tells these files by their beginning; the format is named where a folder holds others too.</remarks>
public static class BrainVision
{
    /// <summary>Files <c>*.vhdr</c>.</summary>
    public static RecordingFormat Format { get; } = new BrainVisionFormat();

    private sealed class BrainVisionFormat : RecordingFormat
    {
        public override string Name => "BrainVision (.vhdr)";

        public override IReadOnlyList<string> Patterns { get; } = ["*.vhdr"];

        internal override bool Recognises(string path) => RecordingFormats.Head(path, 128) is { } head && BrainVisionText.IsHeader(head);

        internal override Recording Open(string path) => BrainVisionReader.Open(path);
    }
}
