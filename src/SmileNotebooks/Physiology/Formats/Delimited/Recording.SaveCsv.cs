// Saving a recording as a table that any program reads.
using System.Text;

namespace SmileNotebooks;

public sealed partial record Recording
{
    /// <summary>Writes the recording as CSV: a column of times, <c>time [s]</c>, and one of each channel, as in <c>zygomaticus [mV]</c>. Events are written
    /// beside it, to the name with <c>_events.tsv</c> in place of its extension, and that the data are simulated, with the extension .json. Each file is written
    /// whole or not at all.</summary>
    /// <remarks>Numbers are written in the fewest digits that give the same double again, NaN as n/a. <see cref="Load"/> reads the file without being told a
    /// layout.</remarks>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="RecordingException">Channels differ in rate or length, a name has a bracket or a line end, a value is infinite or beyond 1e30, or a file
    /// cannot be written. Nothing is left then.</exception>
    public void SaveCsv(string path)
    {
        SampleRows.Check(path, this);
        if (Channels.FirstOrDefault(channel => channel.Name.Trim() != channel.Name || channel.Name.Length == 0 || (channel.Name + channel.Unit).AsSpan().IndexOfAny("[]\r\n") >= 0) is { } unfit)
        {
            throw new RecordingException(path, null, $"a channel called {TextTokens.Shown(unfit.Name)} in {TextTokens.Shown(unfit.Unit)}", "names without brackets, line ends and blanks around them");
        }

        string stem = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", BidsName.Of(path).Stem);
        using SavedFiles files = new(RecordingException.Of);
        files.Add(path, file =>
        {
            using BufferedStream buffered = new(file, 1 << 16);
            buffered.Write(Encoding.UTF8.GetBytes($"time [s],{string.Join(',', Channels.Select(Header))}\n"));
            SampleRows.Write(buffered, path, this, (byte)',', timed: true);
        });

        // Events of an earlier recording of that name must not pass for those of this one.
        string events = $"{stem}_events.tsv";
        if (!Events.IsEmpty || File.Exists(events))
        {
            files.Add(events, file => BidsTables.WriteEvents(file, events, Events));
        }

        if (Simulated is not null)
        {
            files.Add($"{stem}.json", file => BidsTables.WriteJson(file, new() { ["SamplingFrequency"] = Channels[0].SamplingRate, [BidsDataset.SimulatedKey] = Simulated }));
        }

        files.Commit();
    }

    private static string Header(Channel channel)
    {
        string header = channel.Unit.Length > 0 ? $"{channel.Name} [{channel.Unit}]" : channel.Name;
        return header.AsSpan().IndexOfAny(",\"") < 0 ? header : $"\"{header.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
