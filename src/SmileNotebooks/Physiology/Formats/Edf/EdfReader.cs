// From an EDF or BDF file to a recording.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Opens EDF, EDF+, BDF and BDF+.</summary>
internal static class EdfReader
{
    /// <exception cref="RecordingException">The file cannot be read, or holds what cannot be.</exception>
    public static Recording Open(string path)
    {
        RecordingFile file = new(path);
        EdfHeader header = EdfHeader.Read(file);
        List<string> remarks = [];
        RequireSignals(path, header);
        long records = CountRecords(file, header, remarks);
        EdfAnnotations annotations = EdfAnnotations.Read(file, header, records, remarks);
        InterleavedFile body = new(file, header.Bytes, header.RecordBytes, annotations.Runs);
        ImmutableArray<RecordingEvent> events = annotations.Events;
        (events, double? end, string? simulated) = EdfMarks.Taken(header, events);
        Channel[] channels = Channels(body, header, end, remarks);
        Channel[] status = header.IsBdf ? [.. channels.Where(channel => channel.Name.Equals("Status", StringComparison.OrdinalIgnoreCase))] : [];
        return new Recording(channels)
        {
            Events = [.. events, .. status.SelectMany(channel => BdfStatus.Events(channel))],
            Path = path,
            Participant = EdfStart.Participant(header),
            Start = EdfStart.Of(header, annotations.FirstOnset, remarks),
            Simulated = simulated,
            Remarks = [.. remarks],
        };
    }

    private static void RequireSignals(string path, EdfHeader header)
    {
        if (!header.Signals.Any(signal => !signal.IsAnnotations && signal.SamplesPerRecord > 0))
        {
            throw new RecordingException(path, "byte 252", header.Signals.Any(signal => signal.IsAnnotations) ? "annotations and no samples" : "no samples", "at least one signal with samples");
        }

        if (!(header.RecordDuration > 0))
        {
            throw new RecordingException(path, "byte 244", FormattableString.Invariant($"records of {header.RecordDuration} s"), "a positive duration, as there are signals");
        }
    }

    /// <summary>The records that the file holds, which need not be as many as the header says.</summary>
    private static long CountRecords(RecordingFile file, EdfHeader header, List<string> remarks)
    {
        (long records, long rest) = Math.DivRem(file.Length - header.Bytes, header.RecordBytes);
        if (records == 0 && header.Records != 0)
        {
            throw new RecordingException(file.Path, $"byte {header.Bytes}", $"{rest} bytes", $"records of {header.RecordBytes} bytes");
        }

        if (header.Records != records)
        {
            remarks.Add(header.Records < 0
                ? $"The header does not say how many records there are, as where a recording was not closed; the {records} of the file are read."
                : $"The header says that there are {header.Records} records; the {records} of the file are read.");
        }

        if (rest > 0)
        {
            remarks.Add($"The last record ends early, after {rest} of {header.RecordBytes} bytes; it is left out.");
        }

        return records;
    }

    private static Channel[] Channels(InterleavedFile body, EdfHeader header, double? end, List<string> remarks)
    {
        foreach (EdfSignal empty in header.Signals.Where(signal => !signal.IsAnnotations && signal.SamplesPerRecord == 0))
        {
            remarks.Add($"Channel {empty.Label} has no samples; it is left out.");
        }

        EdfSignal[] signals = [.. header.Signals.Where(signal => !signal.IsAnnotations && signal.SamplesPerRecord > 0)];
        string[] names = ChannelNames.Mended([.. signals.Select(signal => signal.Label)], remarks);
        return [.. signals.Select((signal, index) => Channel(body, header, signal, names[index], end, remarks))];
    }

    private static Channel Channel(InterleavedFile body, EdfHeader header, EdfSignal signal, string name, double? end, List<string> remarks)
    {
        double rate = signal.SamplesPerRecord / header.RecordDuration;
        string unit = signal.IsScaled ? ChannelGuess.Unit(signal.Unit) : "";
        if (!signal.IsScaled)
        {
            remarks.Add(FormattableString.Invariant(
                $"Channel {name} has the physical limits {signal.PhysicalMinimum} and {signal.PhysicalMaximum} and the digital limits {signal.DigitalMinimum} and {signal.DigitalMaximum}, which tell no scale; its samples are the stored numbers, without a unit."));
        }

        if (!double.IsFinite(rate) || !double.IsFinite(signal.Gain) || !double.IsFinite(signal.Zero))
        {
            throw new RecordingException(body.File.Path, null, FormattableString.Invariant($"a sampling rate of {rate} Hz and a step of {signal.Gain} in channel {name}"), "finite numbers");
        }

        EdfSamples samples = new(body, header, signal, rate, end is null ? null : (long)Math.Round(end.Value * rate));
        return new Channel(name, unit, rate, samples) { Kind = EdfKinds.Of(signal, unit) };
    }
}
