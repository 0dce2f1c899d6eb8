// Frames through their stages on several threads. One thread decodes, one tracks, as many as wanted measure; each queue holds a few frames, so memory is flat, and a slow
// stage or a slow reader holds the others back. Nothing is decided by which thread is first: the results are those of one thread.
using System.Collections.Concurrent;

namespace SmileNotebooks;

/// <summary>Runs the stages of one clip.</summary>
/// <typeparam name="T">What the last stage makes of a frame.</typeparam>
/// <param name="frames">The frames, decoded as they are asked for.</param>
/// <param name="track">Called for each frame in order.</param>
/// <param name="finish">Called for each frame, on several threads at a time.</param>
/// <param name="release">Is told of each picture when nobody needs it any more.</param>
internal sealed class FramePipeline<T>(
    Func<CancellationToken, IEnumerable<VideoFrame>> frames, Func<VideoFrame, TrackedFrame> track, Func<TrackedFrame, T> finish, Action<Picture> release)
{
    private const int DecodedAhead = 4;

    /// <summary>All on the caller's thread.</summary>
    public IEnumerable<T> Sequential(CancellationToken cancellation)
    {
        foreach (VideoFrame frame in frames(cancellation))
        {
            T result = Finish(track(frame));
            yield return result;
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>On several threads. They have ended when the enumeration has: at its end, by an error, by cancellation, or because the caller asked for no more.</summary>
    public IEnumerable<T> Parallel(int workers, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using BlockingCollection<VideoFrame> decoded = new(DecodedAhead);
        using BlockingCollection<Task<T>> finished = new(workers + 2);
        Task decoding = Start(() => Decode(decoded, stop.Token));
        Task tracking = Start(() => Track(decoded, finished, workers, stop.Token));
        try
        {
            foreach (Task<T> result in finished.GetConsumingEnumerable(cancellation))
            {
                yield return result.GetAwaiter().GetResult();
            }

            // Errors of these stages, after all frames that came before them.
            tracking.GetAwaiter().GetResult();
            decoding.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            Await(decoding);
            Await(tracking);
            foreach (Task<T> result in finished)
            {
                Await(result);
            }
        }
    }

    private static Task Start(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Waits without minding how it ended: that was said, or nobody wants it any more.</summary>
    private static void Await(Task task) => ((IAsyncResult)task).AsyncWaitHandle.WaitOne();

    private void Decode(BlockingCollection<VideoFrame> decoded, CancellationToken stop)
    {
        try
        {
            foreach (VideoFrame frame in frames(stop))
            {
                decoded.Add(frame, stop);
            }
        }
        finally
        {
            decoded.CompleteAdding();
        }
    }

    private void Track(BlockingCollection<VideoFrame> decoded, BlockingCollection<Task<T>> finished, int workers, CancellationToken stop)
    {
        TaskFactory factory = new(CancellationToken.None, TaskCreationOptions.None, TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers).ConcurrentScheduler);
        try
        {
            foreach (VideoFrame frame in decoded.GetConsumingEnumerable(stop))
            {
                TrackedFrame tracked = track(frame);
                finished.Add(factory.StartNew(() => Finish(tracked)), stop);
            }
        }
        finally
        {
            finished.CompleteAdding();
        }
    }

    private T Finish(TrackedFrame tracked)
    {
        try
        {
            return finish(tracked);
        }
        finally
        {
            release(tracked.Frame.Picture);
        }
    }
}
