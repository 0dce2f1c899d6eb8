// Hears what one cell puts out in the engine's process, until the cell or the process ends.
namespace SmileNotebooks.Host;

internal sealed class CellListener(BinaryReader replies, Action<CellOutput> output)
{
    private readonly Lock _lock = new();
    private bool _closed;

    /// <returns>How the cell ended; null if its process ended first.</returns>
    public CellResult? Listen()
    {
        try
        {
            while (true)
            {
                EngineReply kind = (EngineReply)replies.ReadByte();
                if (kind == EngineReply.End)
                {
                    return EngineWire.ReadEnd(replies);
                }

                Put(EngineWire.Read(replies, kind));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Ends the hearing: what comes later is put nowhere.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
        }
    }

    private void Put(CellOutput value)
    {
        lock (_lock)
        {
            if (!_closed)
            {
                output(value);
            }
        }
    }
}
