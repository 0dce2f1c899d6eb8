// Where the samples of a channel come from: a file that is read when samples are asked for, or memory.
namespace SmileNotebooks;

/// <summary>Gives samples of one channel in its unit. Sample k was taken k / sampling rate seconds after the recording began; where nothing was recorded it is NaN.
/// Holds no file open, and may be read by several threads at once.</summary>
internal abstract class SampleSource
{
    /// <summary>How many samples there are, gaps included.</summary>
    public abstract long Count { get; }

    /// <summary>Reads as many samples as fit.</summary>
    /// <param name="start">The first sample, from 0; start + destination.Length is at most <see cref="Count"/>.</param>
    /// <param name="destination">Receives them.</param>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    public abstract void Read(long start, Span<double> destination);
}
