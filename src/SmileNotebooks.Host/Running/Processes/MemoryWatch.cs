// Ends a process that holds more memory than it may: native memory is not the garbage collector's to refuse.
using System.Diagnostics;
using System.Globalization;

namespace SmileNotebooks.Host;

internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly long _limit;
    private readonly Action<string> _end;
    private readonly Timer _timer;

    public MemoryWatch(Process process, long limit, Action<string> end)
    {
        (_process, _limit, _end) = (process, limit, end);
        _timer = new Timer(_ => Look(), null, s_interval, s_interval);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        try
        {
            _process.Refresh();
            if (_process.WorkingSet64 > _limit)
            {
                _end(string.Create(CultureInfo.InvariantCulture, $"The notebook held more than its {_limit / (1024.0 * 1024):0} MB of memory, so its process was ended."));
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}
