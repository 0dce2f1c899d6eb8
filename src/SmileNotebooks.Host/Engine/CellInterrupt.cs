// The check that the engine writes into every loop of a cell, so that a running cell can be stopped.
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SmileNotebooks.Host;

/// <summary>Called by rewritten cell code; not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellInterrupt
{
    // The fast path of every loop in every cell is one read of this field. It is true while a thread runs the code of a cell that is
    // to stop; only then does a check look up which cell it belongs to.
    private static volatile bool s_attention;
    private static int s_toStop;

    // A cell may be at its end before the finalisers' thread, on a busy machine, comes to its next look.
    private const long HeardForMilliseconds = 1000;
    private static long s_heardUntil;

    /// <summary>
    /// True while some cell's code that is to stop runs, and a moment longer. Finalisers ask: they belong to no cell, and must not throw.
    /// </summary>
    public static bool IsAnyStopping => s_attention || Environment.TickCount64 < Volatile.Read(ref s_heardUntil);

    /// <summary>Throws if the cell that the calling code belongs to is to stop.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (s_attention)
        {
            ThrowIfStopping();
        }
    }

    /// <summary>As <see cref="Check"/>, for the start of a method: endless recursion becomes an exception, not the end of the process.</summary>
    /// <exception cref="InsufficientExecutionStackException">The calls are nested too deeply.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckCall()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Check();
    }

    /// <summary>As <see cref="CheckCall"/>, in an expression.</summary>
    /// <returns>True.</returns>
    /// <exception cref="InsufficientExecutionStackException">The calls are nested too deeply.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static bool Calls()
    {
        CheckCall();
        return true;
    }

    /// <summary>As <see cref="Check"/>, within an expression of a query.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pass<T>(T value)
    {
        Check();
        return value;
    }

    /// <summary>A cell is told to stop.</summary>
    internal static void AnnounceStop() => Volatile.Write(ref s_heardUntil, Environment.TickCount64 + HeardForMilliseconds);

    /// <summary>So many threads more (or less) run code that is to stop.</summary>
    internal static void Watch(int threads)
    {
        if (threads == 0)
        {
            return;
        }

        s_attention = Interlocked.Add(ref s_toStop, threads) > 0;
        // One that came between the two halves of the line above must not be missed.
        if (Volatile.Read(ref s_toStop) > 0)
        {
            s_attention = true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfStopping()
    {
        if (CellContext.Current is { IsStopping: true } cell)
        {
            cell.StopIsReached();
            throw new CellStoppedException();
        }
    }
}
