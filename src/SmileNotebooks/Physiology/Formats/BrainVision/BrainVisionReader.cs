// From the files of a BrainVision recording to a recording.
// Brain Products, BrainVision Core Data Format 1.0 (brainproducts.com).
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Opens BrainVision recordings.</summary>
internal static class BrainVisionReader
{
    /// <param name="path">The header, .vhdr.</param>
    /// <exception cref="RecordingException">A file is missing, or holds what cannot be read.</exception>
    public static Recording Open(string path)
    {
        BrainVisionText header = new(path);
        if (!BrainVisionText.IsBeginning(header.FirstLine, "Header"))
        {
            throw new RecordingException(path, "line 1", $"\"{header.FirstLine[..Math.Min(80, header.FirstLine.Length)]}\"", "the first line of a BrainVision header file (.vhdr)");
        }

        List<string> remarks = [];
        BrainVisionLayout layout = BrainVisionLayout.Read(header);
        InterleavedFile body = Body(header, layout, remarks);
        (ImmutableArray<RecordingEvent> events, DateTime? start) = Markers(header, layout, remarks);
        return new Recording(Channels(header, layout, body, remarks)) { Events = events, Path = path, Start = start, Remarks = [.. remarks] };
    }

    private static InterleavedFile Body(BrainVisionText header, BrainVisionLayout layout, List<string> remarks)
    {
        BrainVisionEntry name = header.Get("Common Infos", "DataFile");
        string data = BrainVisionFiles.Find(header.Path, name.Value) ?? throw header.Unexpected(name, "a file beside the header");
        RecordingFile file = new(data);
        (long points, long rest) = Math.DivRem(file.Length, layout.FrameBytes);

        // In a vectorized file the place of each channel follows from the number of samples: one that is too short is not to be guessed at.
        if (layout is { IsVectorized: true, DataPoints: { } all } && points < all)
        {
            throw new RecordingException(data, null, $"{file.Length} bytes", $"{all} samples of {layout.Channels} channels, each of {layout.FrameBytes / layout.Channels} bytes");
        }

        if (layout.DataPoints is { } said && said != points)
        {
            string read = layout.IsVectorized ? "those that it says" : $"the {points} of the file";
            remarks.Add($"The header says that there are {said} samples a channel, and the file holds {points}; {read} are read.");
            points = layout.IsVectorized ? said : points;
        }

        if (rest > 0 && !layout.IsVectorized)
        {
            remarks.Add($"The file ends within a sample, after {rest} of the {layout.FrameBytes} bytes of all channels; these are left out.");
        }

        return layout.IsVectorized
            ? new InterleavedFile(file, 0, points * layout.FrameBytes, points == 0 ? [] : [new RecordRun(0, 0, 1)])
            : new InterleavedFile(file, 0, layout.FrameBytes, points == 0 ? [] : [new RecordRun(0, 0, points)]);
    }

    private static (ImmutableArray<RecordingEvent> Events, DateTime? Start) Markers(BrainVisionText header, BrainVisionLayout layout, List<string> remarks)
    {
        if (header.Find("Common Infos", "MarkerFile") is not { } name)
        {
            return ([], null);
        }

        if (BrainVisionFiles.Find(header.Path, name.Value) is { } markers)
        {
            return BrainVisionMarkers.Read(markers, layout.SamplingRate, remarks);
        }

        remarks.Add($"The marker file {name.Value} is missing: the recording has no events.");
        return ([], null);
    }

    private static Channel[] Channels(BrainVisionText header, BrainVisionLayout layout, InterleavedFile body, List<string> remarks)
    {
        (string Name, string Unit, double Resolution)?[] found = new (string, string, double)?[layout.Channels];
        foreach (BrainVisionEntry entry in header.Section("Channel Infos"))
        {
            if (!entry.Key.StartsWith("Ch", StringComparison.OrdinalIgnoreCase) || !int.TryParse(entry.Key.AsSpan(2), out int number) || number < 1 || number > found.Length || found[number - 1] is not null)
            {
                throw header.Unexpected(entry, $"Ch1 to Ch{found.Length}, each once");
            }

            // Name, reference, resolution, unit. Old files have no unit, or an empty one: microvolts; an empty resolution is 1.
            string[] values = entry.Values;
            double resolution = values.Length > 2 && values[2].Length > 0 ? header.Number(entry, values[2], "a channel: name,reference,resolution,unit; resolution a number") : 1;
            found[number - 1] = (values[0], ChannelGuess.Unit(values.Length > 3 && values[3].Length > 0 ? values[3] : "\u00b5V"), resolution);
        }

        string[] names = ChannelNames.Mended([.. found.Select(channel => channel!.Value.Name)], remarks);
        return [.. found.Select((channel, index) => Channel(layout, body, names[index], channel!.Value.Unit, channel.Value.Resolution, index))];
    }

    private static Channel Channel(BrainVisionLayout layout, InterleavedFile body, string name, string unit, double resolution, int index)
    {
        SampleDecoder decoder = new(layout.Encoding, resolution, 0);
        long perRecord = layout.IsVectorized ? body.RecordBytes / layout.FrameBytes : 1;
        return new Channel(name, unit, layout.SamplingRate, new InterleavedSamples(body, index * perRecord * decoder.Size, perRecord, layout.SamplingRate, decoder))
        {
            Kind = ChannelGuess.Of(name, unit),
        };
    }
}
