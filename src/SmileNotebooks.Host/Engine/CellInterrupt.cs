// The check that the engine writes into every loop of a cell, so that a running cell can be stopped.
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SmileNotebooks.Host;

/// <summary>Called by rewritten cell code; not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellInterrupt
{
    // The fast path of every loop in every cell is one read of this field. It is true while some cell is being stopped, and as long
    // as a thread that was abandoned may still be running; only then does a check look up which cell it belongs to.
    private static volatile bool s_attention;
    private static int s_stopping;

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

    internal static void StoppingBegins()
    {
        Interlocked.Increment(ref s_stopping);
        s_attention = true;
    }

    internal static void StoppingEnds()
    {
        if (Interlocked.Decrement(ref s_stopping) == 0)
        {
            s_attention = false;
            // A cell that began to stop between the two lines above must not be missed.
            if (Volatile.Read(ref s_stopping) > 0)
            {
                s_attention = true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfStopping()
    {
        if (CellContext.Current is { IsStopping: true })
        {
            throw new OperationCanceledException("The cell was interrupted.");
        }
    }
}
