namespace SmileNotebooks;

/// <summary>Times of frames from the time stamps of a file, strictly ascending from 0.</summary>
/// <param name="tick">Seconds a tick.</param>
/// <param name="frameRate">Nominal frames per second, to fill in what is missing; null is 25, a convention.</param>
internal sealed class FrameClock(double tick, double? frameRate)
{
    private readonly long _step = Math.Max(1, (long)Math.Round(1 / ((frameRate ?? 25) * tick)));
    private long? _first;
    private long _last;

    /// <summary>The time of the next frame in seconds from the first. One without a stamp, or with one that is not after the last, is put a nominal frame after it.</summary>
    public double Next(long? stamp)
    {
        if (_first is null)
        {
            _first = _last = stamp ?? 0;
        }
        else
        {
            _last = stamp > _last ? stamp.Value : _last + _step;
        }

        return (_last - _first.Value) * tick;
    }
}
