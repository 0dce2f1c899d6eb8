// Several faces of one frame do not depend on each other.
namespace SmileNotebooks;

public sealed partial class FaceTracker
{
    private readonly List<FaceWorker> _furtherWorkers = [];

    /// <summary>Where further workers come from.</summary>
    internal Func<FaceWorker>? Rent { get; init; }

    /// <summary>How many threads look at faces.</summary>
    internal int Threads { get; init; } = 1;

    private void LookAtFollowed(Picture frame)
    {
        int threads = Rent is null ? 1 : Math.Min(Threads, _followed.Count);
        if (threads > 1)
        {
            LookAtFollowed(frame, threads);
            return;
        }

        foreach (FollowedFace face in _followed)
        {
            Look(_worker!, frame, face);
        }
    }

    private void LookAtFollowed(Picture frame, int threads)
    {
        while (_furtherWorkers.Count < threads - 1)
        {
            _furtherWorkers.Add(Rent!());
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            FaceWorker worker = thread == 0 ? _worker! : _furtherWorkers[thread - 1];
            for (int i = thread; i < _followed.Count; i += threads)
            {
                Look(worker, frame, _followed[i]);
            }
        });
    }
}
