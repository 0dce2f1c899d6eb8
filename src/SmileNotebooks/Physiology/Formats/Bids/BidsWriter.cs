// Writes recordings as BIDS arranges them.
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SmileNotebooks;

internal static class BidsWriter
{
    // The version of BIDS that brought electromyography.
    private const string Version = "1.11.0";

    /// <inheritdoc cref="Recording.SaveBids"/>
    public static string Save(Recording recording, string folder, string task)
    {
        Require(recording.Participant, "participant");
        Require(task, "task");
        string own = Path.Combine(folder, $"sub-{recording.Participant}", "emg");
        string path = Path.Combine(own, $"sub-{recording.Participant}_task-{task}_emg.tsv.gz");
        SampleRows.Check(path, recording);
        using SavedFiles files = new(RecordingException.Of);
        files.AddFolder(own);
        files.Add(path, file =>
        {
            using GZipStream packed = new(file, CompressionLevel.Optimal);
            using BufferedStream buffered = new(packed, 1 << 16);
            SampleRows.Write(buffered, path, recording, (byte)'\t', timed: false);
        });
        AddSidecars(files, recording, path, task, new JsonArray([.. recording.Channels.Select(channel => JsonValue.Create(channel.Name))]));
        AddDescription(files, recording, folder, path);
        files.Commit();
        return path;
    }

    /// <inheritdoc cref="Recording.SaveBidsSidecars"/>
    public static void SaveSidecars(Recording recording, string path)
    {
        BidsName name = BidsName.Of(path);
        if (!name.IsBids)
        {
            throw new ArgumentException($"{path} is no name of BIDS, expected one such as sub-09_task-faces_emg.edf.", nameof(path));
        }

        using SavedFiles files = new(RecordingException.Of);
        AddSidecars(files, recording, path, name.Entities.FirstOrDefault(entity => entity.StartsWith("task-", StringComparison.Ordinal))?[5..], null);
        files.Commit();
    }

    private static void AddSidecars(SavedFiles files, Recording recording, string path, string? task, JsonArray? columns)
    {
        BidsName name = BidsName.Of(path);
        string beside = Path.Combine(Path.GetDirectoryName(path) ?? "", name.Stem[..^name.Suffix.Length]);
        string channels = $"{beside}channels.tsv";
        string events = $"{beside}events.tsv";
        files.Add(Path.Combine(Path.GetDirectoryName(path) ?? "", $"{name.Stem}.json"), file => BidsTables.WriteJson(file, Description(recording, task, columns)));
        files.Add(channels, file => BidsTables.WriteChannels(file, channels, recording.Channels));

        // Events of an earlier recording of that name must not pass for those of this one.
        if (!recording.Events.IsEmpty || File.Exists(events))
        {
            files.Add(events, file => BidsTables.WriteEvents(file, events, recording.Events));
        }
    }

    private static JsonObject Description(Recording recording, string? task, JsonArray? columns)
    {
        JsonObject values = new()
        {
            ["TaskName"] = task,
            ["SamplingFrequency"] = recording.Channels.Max(channel => channel.SamplingRate),
            ["PowerLineFrequency"] = recording.PowerLineFrequency is double frequency ? frequency : "n/a",
            ["SoftwareFilters"] = "n/a",
            ["EMGChannelCount"] = recording.Channels.Count(channel => channel.Kind is ChannelKind.Emg or ChannelKind.EmgAmplitude),
            ["RecordingDuration"] = recording.Duration,
        };
        if (columns is not null)
        {
            values["StartTime"] = 0;
            values["Columns"] = columns;
        }

        if (recording.Simulated is not null)
        {
            values[BidsDataset.SimulatedKey] = recording.Simulated;
        }

        return values;
    }

    // A dataset is of simulated data or of recorded ones: who reads it must be able to tell by its description alone.
    private static void AddDescription(SavedFiles files, Recording recording, string folder, string path)
    {
        string description = Path.Combine(folder, BidsDataset.FileName);
        if (!File.Exists(description))
        {
            JsonObject values = new()
            {
                ["Name"] = Path.GetFileName(Path.GetFullPath(folder)),
                ["BIDSVersion"] = Version,
                ["DatasetType"] = "raw",
                ["GeneratedBy"] = new JsonArray(new JsonObject { ["Name"] = "SmileNotebooks" }),
            };
            if (recording.Simulated is not null)
            {
                values[BidsDataset.SimulatedKey] = recording.Simulated;
            }

            files.Add(description, file => BidsTables.WriteJson(file, values));
            return;
        }

        string? simulated = BidsDataset.Simulated(path);
        if (simulated is null != recording.Simulated is null)
        {
            throw new RecordingException(
                description, BidsDataset.SimulatedKey, simulated is null ? "a dataset that was recorded" : $"a dataset that is {simulated}",
                $"one like the recording to be added, which {(recording.Simulated is null ? "was recorded" : $"is {recording.Simulated}")}");
        }
    }

    private static void Require(string label, string what)
    {
        if (label.Length == 0 || !label.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"The {what} of the recording is called {TextTokens.Shown(label)}, expected letters and digits only, as BIDS has them in file names.");
        }
    }
}
