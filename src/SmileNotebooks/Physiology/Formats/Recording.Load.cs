// Opening recordings, whatever their format.
namespace SmileNotebooks;

public sealed partial record Recording
{
    /// <summary>Opens a recording, and takes what files of BIDS beside it say: channels, events, power-line frequency, and whether it is simulated (docs/physiology/recordings.md).</summary>
    /// <param name="path">The file; of BrainVision its .vhdr.</param>
    /// <param name="format">Its format; null to tell by what the file begins with.</param>
    /// <exception cref="RecordingException">The file is missing, damaged or of no known format; the message names the place. Or a file beside it
    /// contradicts it; the message names both.</exception>
    public static Recording Load(string path, RecordingFormat? format = null) => BidsSidecars.Apply((format ?? RecordingFormats.Of(path)).Open(path), path);

    /// <summary>The recordings of a folder, in the ordinal order of their file names. None is opened yet.</summary>
    /// <param name="folder">A folder. A folder of a study may hold its recordings in a folder <c>raw</c>, and a dataset of BIDS in one of each participant.</param>
    /// <param name="format">The format of all of them; null for every file of a format that can be told by its beginning.</param>
    /// <exception cref="RecordingException">The folder is missing or holds no recording.</exception>
    public static RecordingSet LoadAll(string folder, RecordingFormat? format = null) => RecordingFormats.All(folder, format);
}
