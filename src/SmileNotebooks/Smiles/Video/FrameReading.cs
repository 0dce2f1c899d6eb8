// The first stage. The pixels of a video file go round: memory is flat, and the collector has nothing large to collect.
namespace SmileNotebooks;

/// <summary>Reads the frames of a clip.</summary>
/// <param name="source">The clip.</param>
/// <param name="resumeAfter">The last frame that is done already; -1 for none.</param>
internal sealed class FrameReading(IFrameSource source, int resumeAfter)
{
    private readonly FramePool? _pool = source is VideoFile ? new FramePool() : null;

    /// <summary>The frames that are to be measured.</summary>
    public IEnumerable<VideoFrame> Frames(CancellationToken stop)
    {
        foreach (VideoFrame frame in source is VideoFile file ? file.Frames(_pool, stop) : source.Frames(stop))
        {
            if (frame.Index > resumeAfter)
            {
                yield return frame;
            }
            else
            {
                Release(frame.Picture);
            }
        }
    }

    /// <summary>Nobody looks at this picture any more.</summary>
    public void Release(Picture picture) => _pool?.Return(picture);
}
