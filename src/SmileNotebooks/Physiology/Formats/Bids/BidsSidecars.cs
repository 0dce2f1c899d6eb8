// Adds to a recording what files of BIDS beside it say.
namespace SmileNotebooks;

internal static class BidsSidecars
{
    /// <summary>A recording with what the files beside it say: channels, events, power-line frequency, whether it is simulated, and the participant.</summary>
    /// <exception cref="RecordingException">A file beside it cannot be read, or contradicts it; the message names both.</exception>
    public static Recording Apply(Recording recording, string path)
    {
        BidsFiles files = new(path);
        BidsJson json = new(files.Json());
        if (files.Table("channels") is { } channels)
        {
            recording = BidsChannels.Apply(recording, path, TsvFile.Read(channels));
        }

        CheckRate(recording, path, json);
        CheckCount(recording, path, json);
        if (files.Table("events") is { } events)
        {
            recording = BidsEvents.Apply(recording, TsvFile.Read(events), json.Number("StartTime")?.Value ?? 0);
        }

        string named = ParticipantName.Of(path);
        return recording with
        {
            Participant = recording.Participant.Length == 0 || BidsName.Of(path).IsBids ? named : recording.Participant,
            PowerLineFrequency = json.Number("PowerLineFrequency")?.Value ?? recording.PowerLineFrequency,
            Simulated = (json[BidsDataset.SimulatedKey] is var (said, phrase) ? BidsDataset.Phrase(said, phrase) : null) ?? BidsDataset.Simulated(path) ?? recording.Simulated,
        };
    }

    // A recording may have channels of several rates: that of the JSON is the rate of some of them.
    private static void CheckRate(Recording recording, string path, BidsJson json)
    {
        if (json.Number("SamplingFrequency") is var (said, rate) && !recording.Channels.Any(channel => SameRate(channel.SamplingRate, rate)))
        {
            throw new RecordingException(
                said, "SamplingFrequency", FormattableString.Invariant($"{rate:R} Hz"), $"{string.Join(" or ", recording.Channels.Select(channel => FormattableString.Invariant($"{channel.SamplingRate:R} Hz")).Distinct())}, as in {path}");
        }
    }

    private static void CheckCount(Recording recording, string path, BidsJson json)
    {
        int count = recording.Channels.Count(channel => channel.Kind is ChannelKind.Emg or ChannelKind.EmgAmplitude);
        if (count > 0 && json.Number("EMGChannelCount") is var (said, expected) && expected != count)
        {
            throw new RecordingException(said, "EMGChannelCount", FormattableString.Invariant($"{expected:R}"), $"{count}, the electromyograms of {path}");
        }
    }

    /// <summary>Whether two rates are the same, but for the digits that they were written with.</summary>
    public static bool SameRate(double one, double other) => Math.Abs(one - other) <= 1e-6 * Math.Abs(one);
}
