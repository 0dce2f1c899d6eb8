// Recordings of BIDS as tables without a header, whose columns a JSON file names (as physiological recordings of BIDS).
using System.Collections.Immutable;
using System.Text.Json;

namespace SmileNotebooks;

internal sealed class BidsTable : RecordingFormat
{
    public override string Name => "a table of BIDS (.tsv.gz) with its JSON file";

    public override IReadOnlyList<string> Patterns => ["*.tsv.gz", "*.tsv"];

    internal override bool Recognises(string path)
    {
        if (!path.EndsWith(".tsv.gz", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            return new BidsJson(new BidsFiles(path).Json())["Columns"] is not null;
        }
        catch (RecordingException)
        {
            // Its JSON is damaged. Opening it says so; other tables have no JSON at all.
            return path.EndsWith(".tsv.gz", StringComparison.OrdinalIgnoreCase);
        }
    }

    internal override Recording Open(string path)
    {
        BidsJson json = new(new BidsFiles(path).Json());
        (string said, double rate) = json.Number("SamplingFrequency") ?? throw new RecordingException(path, null, "no JSON file that gives SamplingFrequency", "one beside it or above");
        if (rate <= 0)
        {
            throw new RecordingException(said, "SamplingFrequency", FormattableString.Invariant($"{rate:R}"), "a positive number");
        }

        TextLayout layout = new() { SamplingRate = rate, Delimiter = '\t', DecimalMark = '.', Columns = Columns(path, json), Triggers = null };
        return TextRecordingReader.Read(path, [layout]);
    }

    private static ImmutableArray<TextColumn> Columns(string path, BidsJson json)
    {
        (string said, JsonElement value) = json["Columns"] ?? throw new RecordingException(path, null, "no JSON file that gives Columns", "one beside it or above");
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0 || value.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.String))
        {
            throw new RecordingException(said, "Columns", BidsJson.Named(value), "a list of names");
        }

        string[] names = [.. value.EnumerateArray().Select(BidsJson.Text)];
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice)
        {
            throw new RecordingException(said, "Columns", $"{TextTokens.Shown(twice)} more than once", "a name of its own for each column");
        }

        return [.. names.Select(name => ColumnOf(name, json))];
    }

    private static TextColumn ColumnOf(string name, BidsJson json)
    {
        string unit = json[name] is var (_, about) && about.ValueKind == JsonValueKind.Object && about.TryGetProperty("Units", out JsonElement units) && units.ValueKind == JsonValueKind.String
            ? ChannelGuess.Unit(BidsJson.Text(units))
            : "";
        return new(name, unit, ChannelKinds.Of(name, unit));
    }
}
