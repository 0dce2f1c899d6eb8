// What a process writes past the notebook's console: native libraries, and the runtime when it crashes.
using System.Diagnostics;

namespace SmileNotebooks.Host;

internal sealed class ProcessLines
{
    private const int MostKept = 40;

    // A crash lists the frames of what called the cell, which tell its author nothing.
    private static readonly string[] s_ownFrames =
        ["   at SmileNotebooks.Host.", "   at System.Runtime.CompilerServices.Async", "   at System.Threading.Thread.StartCallback"];

    private readonly Queue<string> _last = new();
    private readonly Action<string>? _heard;
    private readonly Task _reading;

    public ProcessLines(Process process, Action<string>? heard)
    {
        _heard = heard;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <summary>The last lines of both streams.</summary>
    public IReadOnlyList<string> Last
    {
        get
        {
            lock (_last)
            {
                return [.. _last];
            }
        }
    }

    /// <summary>Waits for the last words of a process that has ended; a program that it started can keep the streams open.</summary>
    public Task DrainAsync(TimeSpan limit) => Task.WhenAny(_reading, Task.Delay(limit));

    private async Task ReadAsync(StreamReader stream)
    {
        try
        {
            while (await stream.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                Keep(line);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The process was let go of.
        }
    }

    private void Keep(string line)
    {
        if (s_ownFrames.Any(frame => line.StartsWith(frame, StringComparison.Ordinal)))
        {
            return;
        }

        lock (_last)
        {
            _last.Enqueue(line);
            if (_last.Count > MostKept)
            {
                _last.Dequeue();
            }

            _heard?.Invoke(line);
        }
    }
}
