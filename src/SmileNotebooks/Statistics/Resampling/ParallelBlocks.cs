// Random steps on as many threads as may work.
using System.Runtime.ExceptionServices;

namespace SmileNotebooks;

/// <summary>Runs numbered pieces of work. What a piece does depends on its number alone, so that results do not depend on the number of threads.</summary>
internal static class ParallelBlocks
{
    /// <param name="count">How many pieces.</param>
    /// <param name="maxThreads">-1 for as many as there are. With 1 all run on the caller's thread, in order.</param>
    /// <param name="makeWorkspace">What one thread writes to.</param>
    /// <param name="work">One piece.</param>
    /// <typeparam name="T">A workspace.</typeparam>
    /// <exception cref="Exception">That of a piece that failed, as it was thrown: not an <see cref="AggregateException"/> around it.</exception>
    public static void Run<T>(int count, int maxThreads, Func<T> makeWorkspace, Action<int, T> work)
    {
        if (maxThreads == 1)
        {
            T workspace = makeWorkspace();
            for (int block = 0; block < count; block++)
            {
                work(block, workspace);
            }

            return;
        }

        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = maxThreads }, makeWorkspace, (block, _, workspace) => Worked(block, workspace), _ => { });
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        T Worked(int block, T workspace)
        {
            work(block, workspace);
            return workspace;
        }
    }
}
