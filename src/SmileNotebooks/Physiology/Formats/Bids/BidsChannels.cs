// The channels of a recording after its _channels.tsv.
namespace SmileNotebooks;

internal static class BidsChannels
{
    /// <summary>The column of our own in which we keep what type of BIDS does not say, such as an amplitude.</summary>
    public const string KindColumn = "kind";

    /// <summary>Gives channels their kinds, and their units where the file has none, and checks names and rates.</summary>
    /// <exception cref="RecordingException">The table names other channels than the file has, or other rates; the message names both.</exception>
    public static Recording Apply(Recording recording, string path, TsvFile table)
    {
        Require(table, "name");
        Dictionary<string, int> rows = [];
        for (int row = 0; row < table.Rows.Length; row++)
        {
            string name = table.Field(row, "name") ?? throw new RecordingException(table.Path, $"line {table.Rows[row].Line}", "no name", "the name of a channel");
            if (!rows.TryAdd(name, row))
            {
                throw new RecordingException(table.Path, $"line {table.Rows[row].Line}", $"channel {name} once more", "each channel once");
            }
        }

        CheckNames(recording, path, table, rows);
        List<string> remarks = [.. recording.Remarks];
        Recording described = recording.Described(channel => rows.TryGetValue(channel.Name, out int row) ? Of(channel, path, table, row, remarks) : channel);
        return described with { Remarks = [.. remarks] };
    }

    private static void Require(TsvFile table, string column)
    {
        if (!table.Names.Contains(column))
        {
            throw new RecordingException(table.Path, "the first line", $"the columns {string.Join(", ", table.Names.Take(20).Select(TextTokens.Shown))}", $"a column called {column}");
        }
    }

    // Marker lines may be a channel of the file or not: readers turn some of them into events.
    private static void CheckNames(Recording recording, string path, TsvFile table, Dictionary<string, int> rows)
    {
        string? missing = rows.Keys.FirstOrDefault(name => recording.Channels.All(channel => channel.Name != name) && table.Field(rows[name], "type") is not ("TRIG" or "SYSCLOCK"));
        string? unlisted = recording.Channels.FirstOrDefault(channel => channel.Kind != ChannelKind.Trigger && !rows.ContainsKey(channel.Name))?.Name;
        if (missing is not null || unlisted is not null)
        {
            throw new RecordingException(
                table.Path, missing is null ? null : $"line {table.Rows[rows[missing]].Line}", missing is null ? $"no channel {unlisted}" : $"channel {missing}, which {path} does not have",
                $"the {recording.Channels.Length} channels of {path}: {string.Join(", ", recording.Channels.Take(20).Select(channel => channel.Name))}");
        }
    }

    private static Channel Of(Channel channel, string path, TsvFile table, int row, List<string> remarks)
    {
        string line = $"line {table.Rows[row].Line}";
        if (table.Number(row, "sampling_frequency") is double rate && !BidsSidecars.SameRate(channel.SamplingRate, rate))
        {
            throw new RecordingException(table.Path, line, FormattableString.Invariant($"{rate:R} Hz for channel {channel.Name}"), FormattableString.Invariant($"{channel.SamplingRate:R} Hz, as in {path}"));
        }

        string unit = ChannelGuess.Unit(table.Field(row, "units") ?? channel.Unit);
        if (channel.Unit.Length > 0 && unit != ChannelGuess.Unit(channel.Unit))
        {
            remarks.Add($"{Path.GetFileName(table.Path)} gives channel {channel.Name} in {unit}, the file itself in {channel.Unit}: its values are in {channel.Unit}.");
            unit = channel.Unit;
        }

        if (table.Field(row, "status") is "bad")
        {
            remarks.Add($"Channel {channel.Name} is marked as bad{(table.Field(row, "status_description") is { } why ? $": {why}" : "")}.");
        }

        return channel with { Unit = unit, Kind = KindOf(table, row, channel.Kind) };
    }

    private static ChannelKind KindOf(TsvFile table, int row, ChannelKind known)
    {
        // By its name alone: a column of this name that someone else has numbered says nothing to us.
        if (table.Field(row, KindColumn) is { } own && Array.IndexOf(Enum.GetNames<ChannelKind>(), own) is >= 0 and int index)
        {
            return Enum.GetValues<ChannelKind>()[index];
        }

        return table.Field(row, "type")?.ToUpperInvariant() switch
        {
            "EMG" => known == ChannelKind.EmgAmplitude ? known : ChannelKind.Emg,
            "ECG" => ChannelKind.Ecg,
            "EEG" => ChannelKind.Eeg,
            "EOG" or "HEOG" or "VEOG" => ChannelKind.Eog,
            "GSR" or "EDA" => ChannelKind.SkinConductance,
            "RESP" => ChannelKind.Respiration,
            "TRIG" => ChannelKind.Trigger,
            "MISC" or "OTHER" => ChannelKind.Other,
            _ => known,
        };
    }

    /// <summary>The type that BIDS has for a kind.</summary>
    public static string TypeOf(ChannelKind kind) => kind switch
    {
        ChannelKind.Emg or ChannelKind.EmgAmplitude => "EMG",
        ChannelKind.Ecg => "ECG",
        ChannelKind.Eeg => "EEG",
        ChannelKind.Eog => "EOG",
        ChannelKind.SkinConductance => "GSR",
        ChannelKind.Respiration => "RESP",
        ChannelKind.Trigger => "TRIG",
        _ => "MISC",
    };
}
