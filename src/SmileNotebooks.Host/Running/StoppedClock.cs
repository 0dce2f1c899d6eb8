// Two runs with the same inputs and a clock that stands still give the same bytes.
namespace SmileNotebooks.Host;

/// <summary>A clock that always tells the same time, UTC; nothing takes any time by it.</summary>
internal sealed class StoppedClock(DateTimeOffset time) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => time.ToUniversalTime();

    public override long GetTimestamp() => 0;
}
