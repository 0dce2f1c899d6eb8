// Flat memory at any length: the pixels of a frame that has been measured hold those of a later one.
using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Pixel buffers that go round. Thread-safe: frames may be given back by other threads than the reader's.</summary>
internal sealed class FramePool
{
    private readonly ConcurrentBag<byte[]> _free = [];

    /// <summary>A buffer of a length, with whatever was in it before.</summary>
    public byte[] Rent(int length)
    {
        while (_free.TryTake(out byte[]? used))
        {
            if (used.Length == length)
            {
                return used;
            }
        }

        return GC.AllocateUninitializedArray<byte>(length);
    }

    /// <summary>Gives the pixels of a frame back. From now on nobody may look at that picture: a later frame is written over it.</summary>
    public void Return(Picture picture)
    {
        if (MemoryMarshal.TryGetArray(picture.Pixels, out ArraySegment<byte> pixels) && pixels.Offset == 0 && pixels.Count == pixels.Array!.Length)
        {
            _free.Add(pixels.Array);
        }
    }

    /// <summary>Gives a buffer back that never became a picture.</summary>
    public void Return(byte[] pixels) => _free.Add(pixels);
}
