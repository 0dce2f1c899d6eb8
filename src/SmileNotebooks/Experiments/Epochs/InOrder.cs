// Work on the recordings of a study on several threads, with results and errors as if one came after the other.
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace SmileNotebooks;

internal static class InOrder
{
    /// <summary>The results of numbered pieces of work, in their order. No more pieces run at a time than there are processors, so that memory stays flat.</summary>
    /// <exception cref="Exception">That of the first piece, by number, that failed.</exception>
    public static T[] Select<T>(int count, Func<int, T> work)
    {
        T[] results = new T[count];
        ConcurrentDictionary<int, ExceptionDispatchInfo> errors = new();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (index, state) =>
        {
            try
            {
                results[index] = work(index);
            }
#pragma warning disable CA1031 // Thrown again below: that of the lowest number, whichever thread failed first.
            catch (Exception error)
#pragma warning restore CA1031
            {
                errors[index] = ExceptionDispatchInfo.Capture(error);

                // All pieces below this one still run, so the first that fails is always found.
                state.Break();
            }
        });
        if (!errors.IsEmpty)
        {
            errors[errors.Keys.Min()].Throw();
        }

        return results;
    }
}
