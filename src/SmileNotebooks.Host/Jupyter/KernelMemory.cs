// Gives back between cells what the compiler left behind. On a machine with much free memory the collector sees no need to: a kernel
// that sits there for days would hold a hundred megabytes that nobody uses.
namespace SmileNotebooks.Host;

internal sealed class KernelMemory
{
    private const long CollectAfter = 48L << 20;

    /// <summary>A larger heap holds a person's data: looking through it takes time that may not be taken, and the collector tends to it.</summary>
    private const long LargestTidied = 256L << 20;

    private long _allocatedBefore;

    /// <summary>Called when nobody waits for an answer.</summary>
    public void Tidy()
    {
        long allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _allocatedBefore < CollectAfter)
        {
            return;
        }

        _allocatedBefore = allocated;
        if (GC.GetTotalMemory(forceFullCollection: false) < LargestTidied)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
