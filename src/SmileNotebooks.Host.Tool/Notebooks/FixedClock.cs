using System.Globalization;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>A clock that stands still: two runs with it give the same bytes.</summary>
internal sealed class FixedClock(DateTimeOffset time) : TimeProvider
{
    /// <summary>The convention of https://reproducible-builds.org/specs/source-date-epoch: seconds since 1970, UTC.</summary>
    public const string Variable = "SOURCE_DATE_EPOCH";

    private const long LastSecond = 253402300799; // of the year 9999

    /// <summary>The clock that the environment asks for: a fixed one, or the system's.</summary>
    /// <exception cref="CommandException">The variable is set to what is no time.</exception>
    public static TimeProvider FromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(text) ? System
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= LastSecond
                ? new FixedClock(DateTimeOffset.FromUnixTimeSeconds(seconds))
                : throw new CommandException($"{Variable} is '{text}', expected whole seconds since 1970.", ExitCode.Usage);
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => time;

    public override long GetTimestamp() => 0;
}
