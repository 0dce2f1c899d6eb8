// A signed message that comes twice was recorded by somebody and sent again.
namespace SmileNotebooks.Host;

/// <summary>The most recent signatures, so that none is accepted twice. Callers take turns.</summary>
internal sealed class SignatureHistory(int size)
{
    private readonly HashSet<UInt128> _known = [];
    private readonly Queue<UInt128> _order = [];

    /// <param name="digest">The signature's bytes; the first half is enough to tell two apart.</param>
    /// <returns>False if it was there already.</returns>
    public bool TryAdd(ReadOnlySpan<byte> digest)
    {
        UInt128 half = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
        if (!_known.Add(half))
        {
            return false;
        }

        _order.Enqueue(half);
        if (_order.Count > size)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }
}
