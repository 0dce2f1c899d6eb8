// When a cell ran, as Jupyter keeps it (`metadata.execution`, https://jupyterlab.readthedocs.io, "recordTiming").
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class ExecutionTimes
{
    public const string Key = "execution";
    private const string Begun = "iopub.execute_input";
    private const string Busy = "iopub.status.busy";
    private const string Idle = "iopub.status.idle";
    private const string Replied = "shell.execute_reply";

    public static JsonObject Record(DateTimeOffset begun, TimeSpan duration) => new()
    {
        [Busy] = Text(begun),
        [Begun] = Text(begun),
        [Idle] = Text(begun + duration),
        [Replied] = Text(begun + duration),
    };

    /// <summary>How long the cell ran, or null where that is not kept.</summary>
    public static TimeSpan? DurationOf(JsonObject cellMetadata)
    {
        if (cellMetadata[Key] is not JsonObject times)
        {
            return null;
        }

        DateTimeOffset? begun = Time(times[Begun]) ?? Time(times[Busy]);
        DateTimeOffset? ended = Time(times[Replied]) ?? Time(times[Idle]);
        return ended - begun is { } duration && duration >= TimeSpan.Zero ? duration : null;
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
