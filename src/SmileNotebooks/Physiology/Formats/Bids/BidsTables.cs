// Writes the small files of BIDS.
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks;

internal static class BidsTables
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object of JSON.</summary>
    public static void WriteJson(Stream file, JsonObject values) => file.Write(Encoding.UTF8.GetBytes(values.ToJsonString(Indented) + "\n"));

    /// <summary>Writes _channels.tsv.</summary>
    /// <exception cref="RecordingException">A name or a unit has a tab or a line end.</exception>
    public static void WriteChannels(Stream file, string path, IEnumerable<Channel> channels) => WriteRows(
        file, path, ["name", "type", "units", "sampling_frequency", BidsChannels.KindColumn],
        channels.Select(channel => new[] { channel.Name, BidsChannels.TypeOf(channel.Kind), channel.Unit, Number(channel.SamplingRate), channel.Kind.ToString() }));

    /// <summary>Writes _events.tsv: onset, duration, trial_type, and the fields that any event has.</summary>
    /// <exception cref="RecordingException">A label or a field has a tab or a line end.</exception>
    public static void WriteEvents(Stream file, string path, IReadOnlyList<RecordingEvent> events)
    {
        string[] fields = [.. events.SelectMany(one => one.Fields.Keys).Where(name => name != "trial_type").Distinct().Order(StringComparer.Ordinal)];
        WriteRows(
            file, path, ["onset", "duration", "trial_type", .. fields],
            events.Select(one => (string[])[Number(one.Onset), one.Duration > 0 ? Number(one.Duration) : "n/a", one.Label, .. fields.Select(field => one.Fields.GetValueOrDefault(field, ""))]));
    }

    private static void WriteRows(Stream file, string path, string[] names, IEnumerable<string[]> rows)
    {
        StringBuilder text = new();
        foreach (string[] row in rows.Prepend(names))
        {
            if (row.FirstOrDefault(field => field.AsSpan().IndexOfAny("\t\r\n\"") >= 0) is { } unfit)
            {
                throw new RecordingException(path, null, $"{TextTokens.Shown(unfit)} among its names and labels", "none with a tab, a line end or a double quote");
            }

            text.AppendJoin('\t', row.Select(field => field.Length == 0 ? "n/a" : field)).Append('\n');
        }

        file.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
