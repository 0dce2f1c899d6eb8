using System.Globalization;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>The clock of executed notebooks and reports.</summary>
internal static class ReportClock
{
    /// <summary>The convention of https://reproducible-builds.org/specs/source-date-epoch: seconds since 1970, UTC.</summary>
    private const string Variable = "SOURCE_DATE_EPOCH";

    private const long LastSecond = 253402300799; // of the year 9999

    /// <summary>The clock that the environment asks for: one that stands still, or the system's.</summary>
    /// <exception cref="CommandException">The variable is set to what is no time.</exception>
    public static TimeProvider FromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(text) ? TimeProvider.System
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= LastSecond
                ? new StoppedClock(DateTimeOffset.FromUnixTimeSeconds(seconds))
                : throw new CommandException($"{Variable} is '{text}', expected whole seconds since 1970.", ExitCode.Usage);
    }
}
