// Work on several threads whose results are wanted in order. PLINQ would do, but runs thousands of results ahead of a slow reader.
namespace SmileNotebooks.Cli.Measuring;

/// <summary>Does work on several threads and gives the results in the order of the items, in bounded memory.</summary>
internal static class OrderedWork
{
    /// <summary>Starts work on the first items at the first step, and on one more item at each later step.</summary>
    /// <param name="items">What to work on.</param>
    /// <param name="work">Called on several threads at a time.</param>
    /// <param name="threads">How many at most, from 1.</param>
    /// <param name="stop">Ends the enumeration with an <see cref="OperationCanceledException"/>; work under way is waited for.</param>
    /// <returns>Results in the order of the items. At most <paramref name="threads"/> + 1 are under way or waiting to be read.</returns>
    public static IEnumerable<TResult> Select<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, int threads, CancellationToken stop)
    {
        TaskFactory factory = new(stop, TaskCreationOptions.None, TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);
        Queue<Task<TResult>> started = new();
        try
        {
            foreach (TItem item in items)
            {
                if (started.Count > threads)
                {
                    yield return Next(started, stop);
                }

                started.Enqueue(factory.StartNew(() => work(item)));
            }

            while (started.Count > 0)
            {
                yield return Next(started, stop);
            }
        }
        finally
        {
            // What the work uses may be disposed of after this; its errors are those of results that nobody wants any more.
            foreach (Task<TResult> task in started)
            {
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            }
        }
    }

    private static TResult Next<TResult>(Queue<Task<TResult>> started, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return started.Dequeue().GetAwaiter().GetResult();
    }
}
