// From a clip to measures: the door to this folder.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Measures faces through the frames of a clip.</summary>
/// <remarks>Stages run side by side: decoding, tracking (frame by frame, for a face is looked for where it was) and measuring (several frames at a time). The results are the same to
/// the last bit for any number of <see cref="FaceVideoOptions.Workers"/>, and memory does not grow with the length of the clip.</remarks>
/// <example><code>
/// using var faces = FaceLandmarker.Open();
/// var result = FaceVideo.Measure("interview.mp4", faces);
/// </code></example>
public static class FaceVideo
{
    /// <summary>Measures frame after frame, as they are asked for.</summary>
    /// <param name="source">The clip.</param>
    /// <param name="faces">The models; may serve others at the same time.</param>
    /// <param name="options">Default: one person, all processors, no smoothing, population neutral.</param>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>; all threads have ended then.</param>
    /// <returns>A result for each frame in order, those without a face too.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="VideoException">While enumerating: the clip is damaged; the frames before the damage have been given.</exception>
    /// <exception cref="ArgumentException">While enumerating: a frame is not shown after the one before it. Video files always are.</exception>
    public static IEnumerable<MeasuredFrame> Stream(IFrameSource source, FaceLandmarker faces, FaceVideoOptions? options = null, CancellationToken cancellation = default) =>
        Stream(source, faces, options, static (frame, _) => frame, cancellation);

    /// <summary>Measures frame after frame and makes something of each frame and its picture, as a line of a table or a drawing, on the threads that measure.</summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="source">The clip.</param>
    /// <param name="faces">The models.</param>
    /// <param name="options">As for <see cref="Stream(IFrameSource, FaceLandmarker, FaceVideoOptions?, CancellationToken)"/>.</param>
    /// <param name="use">Called for each frame, on several threads at a time. The picture's pixels are overwritten after the call: do not keep it.</param>
    /// <param name="cancellation">As above.</param>
    /// <returns>What was made, in the order of the frames.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="VideoException">As above.</exception>
    public static IEnumerable<T> Stream<T>(
        IFrameSource source, FaceLandmarker faces, FaceVideoOptions? options, Func<MeasuredFrame, Picture, T> use, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentNullException.ThrowIfNull(use);
        options ??= new FaceVideoOptions();
        options.Validate();
        return Run(source, faces, options, use, cancellation);
    }

    /// <summary>Measures a whole clip.</summary>
    /// <param name="path">A video file, or a folder of pictures (25 frames a second; for another rate see <see cref="FrameFolder.Open"/>).</param>
    /// <param name="faces">The models.</param>
    /// <param name="options">As for <see cref="Stream(IFrameSource, FaceLandmarker, FaceVideoOptions?, CancellationToken)"/>.</param>
    /// <returns>As below.</returns>
    /// <exception cref="VideoException">It cannot be opened, or not one frame could be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static FaceVideoResult Measure(string path, FaceLandmarker faces, FaceVideoOptions? options = null) =>
        Measure(FrameSources.Open(path), faces, options);

    /// <summary>Measures a whole clip.</summary>
    /// <param name="source">The clip.</param>
    /// <param name="faces">The models.</param>
    /// <param name="options">As for <see cref="Stream(IFrameSource, FaceLandmarker, FaceVideoOptions?, CancellationToken)"/>.</param>
    /// <param name="cancellation">Ends with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A series for each person, and what was not found. Where the clip ended in damage, the frames before it, and <see cref="FaceVideoResult.Problem"/>.</returns>
    /// <exception cref="VideoException">Not one frame could be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static FaceVideoResult Measure(IFrameSource source, FaceLandmarker faces, FaceVideoOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new FaceVideoOptions();
        FaceVideoRecorder recorder = new(source, options);
        try
        {
            foreach (MeasuredFrame frame in Stream(source, faces, options, cancellation))
            {
                recorder.Add(frame);
            }
        }
        catch (VideoException damage) when (recorder.Frames > 0)
        {
            return recorder.Result(damage.Message);
        }

        return recorder.Result(problem: null);
    }

    private static IEnumerable<T> Run<T>(
        IFrameSource source, FaceLandmarker faces, FaceVideoOptions options, Func<MeasuredFrame, Picture, T> use, CancellationToken cancellation)
    {
        ImmutableDictionary<int, RestingFace> atRest = RestingFaces.Of(source, faces, options, cancellation);
        FrameMeasuring measuring = new(faces, options, atRest);
        FrameReading reading = new(source, options.ResumeAfter?.Frame ?? -1);
        using FrameTracking tracking = new(faces, options);
        FramePipeline<T> pipeline = new(
            reading.Frames,
            tracking.Next,
            tracked => use(measuring.Measure(tracked), tracked.Frame.Picture),
            reading.Release);
        foreach (T result in options.Workers == 1 ? pipeline.Sequential(cancellation) : pipeline.Parallel(options.Workers, cancellation))
        {
            yield return result;
        }
    }
}
