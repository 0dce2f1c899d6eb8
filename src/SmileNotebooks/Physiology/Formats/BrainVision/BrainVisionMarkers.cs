// The markers of a BrainVision recording.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Reads a marker file.</summary>
internal static class BrainVisionMarkers
{
    private const string NewSegment = "New Segment";

    /// <summary>The events of a marker file, and when the recording began by its first dated segment.</summary>
    /// <param name="path">The file.</param>
    /// <param name="samplingRate">In hertz: positions are samples, counted from 1.</param>
    /// <param name="remarks">Receives what was noticed.</param>
    /// <exception cref="RecordingException">The file cannot be read, or a line is no marker.</exception>
    public static (ImmutableArray<RecordingEvent> Events, DateTime? Start) Read(string path, double samplingRate, List<string> remarks)
    {
        BrainVisionText text = new(path);
        if (!BrainVisionText.IsBeginning(text.FirstLine, "Marker"))
        {
            throw new RecordingException(path, "line 1", $"\"{text.FirstLine}\"", "the first line of a BrainVision marker file");
        }

        ImmutableArray<RecordingEvent>.Builder events = ImmutableArray.CreateBuilder<RecordingEvent>();
        DateTime? start = null;
        foreach (BrainVisionEntry entry in text.Section("Marker Infos").Where(entry => entry.Key.StartsWith("Mk", StringComparison.OrdinalIgnoreCase)))
        {
            RecordingEvent marker = Marker(text, entry, samplingRate);
            events.Add(marker);
            if (marker.Fields["type"] == NewSegment)
            {
                start ??= entry.Values is [_, _, _, _, _, string date, ..] ? Date(date, marker.Onset) : null;
                NotePause(marker, remarks);
            }
        }

        return (events.ToImmutable(), start);
    }

    // Type, description, position, size in samples, channel (0: all), date.
    private static RecordingEvent Marker(BrainVisionText text, BrainVisionEntry entry, double samplingRate)
    {
        const string Expected = "a marker: type,description,position,size,channel";
        string[] values = entry.Values;
        if (values.Length < 3)
        {
            throw text.Unexpected(entry, Expected);
        }

        long position = text.Integer(entry, values[2], 0, $"{Expected}; position a sample from 1");
        long size = values.Length > 3 && values[3].Length > 0 ? text.Integer(entry, values[3], 0, $"{Expected}; size a number of samples") : 0;
        ImmutableSortedDictionary<string, string> fields = ImmutableSortedDictionary<string, string>.Empty.Add("type", values[0]);
        return new RecordingEvent((position - 1) / samplingRate, values[1].Length > 0 ? values[1] : values[0], size > 1 ? size / samplingRate : 0)
        {
            Fields = values.Length > 4 && values[4] is not ("" or "0" or "-1") ? fields.Add("channel", values[4]) : fields,
        };
    }

    // As in 20240131235959123456: microseconds, of a segment whose first sample may be a later one.
    private static DateTime? Date(string text, double onset) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmmssffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) && date.Ticks > onset * TimeSpan.TicksPerSecond
            ? date.AddTicks(-(long)Math.Round(onset * TimeSpan.TicksPerSecond))
            : null;

    private static void NotePause(RecordingEvent segment, List<string> remarks)
    {
        if (segment.Onset > 0)
        {
            remarks.Add(FormattableString.Invariant($"A new segment begins at {segment.Onset:0.######} s, as after a pause: times count what was recorded, not the pause."));
        }
    }
}
