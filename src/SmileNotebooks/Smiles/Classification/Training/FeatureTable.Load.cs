// Feature tables as CSV files.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SmileNotebooks;

[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed partial record FeatureTable
{
    /// <summary>The column in which <see cref="Save"/> says how smiles were simulated.</summary>
    internal const string SimulatedColumn = "simulated";

    /// <summary>The column that <see cref="Save"/> writes persons to.</summary>
    internal const string PersonColumn = "person";

    /// <summary>The column that <see cref="Save"/> writes clips to.</summary>
    internal const string ClipColumn = "clip";

    /// <summary>Reads a CSV file with a header. Empty cells, NA and NaN are missing values. A column <c>simulated</c> of words says that, and how, the smiles were
    /// simulated.</summary>
    /// <param name="path">The file: commas between fields, points in numbers.</param>
    /// <param name="options">Which column is what. Default: no label, no person, no clip.</param>
    /// <exception cref="TableException">No such file or column (those there are listed, with the nearest), a column twice, words among numbers, a label of other than
    /// two values or of one alone, a labelled table without persons. File, line, column, what was found and what was expected are in the message.</exception>
    public static FeatureTable Load(string path, FeatureTableOptions? options = null) => new FeatureTableReader(path, options ?? new FeatureTableOptions()).Read();

    /// <summary>Writes a CSV file that <see cref="Load"/> gives the same smiles of: person, clip, context, features, and the label as 1 and 0.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TableException">The file cannot be written, or a column would be there twice.</exception>
    public void Save(string path)
    {
        string[] context = [.. Rows.SelectMany(row => row.Context.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        bool hasPerson = Rows.Any(row => row.Person is not null);
        bool hasClip = Rows.Any(row => row.Clip is not null);
        string label = LabelName ?? "label";
        bool hasLabel = Rows.Any(row => row.Label is not null);
        string[] header =
        [
            .. hasPerson ? [PersonColumn] : Array.Empty<string>(), .. hasClip ? [ClipColumn] : Array.Empty<string>(), .. context, .. Features,
            .. hasLabel ? [label] : Array.Empty<string>(), .. Simulated is null ? Array.Empty<string>() : [SimulatedColumn],
        ];
        if (header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice)
        {
            throw new TableException(path, $"column {twice}", "two columns of that name (of features, context, person, clip and label)", "each name once");
        }

        StringBuilder text = new();
        CsvWriter.AppendRow(text, header);
        foreach (FeatureRow row in Rows)
        {
            List<string> fields = [];
            AddIf(fields, hasPerson, row.Person);
            AddIf(fields, hasClip, row.Clip);
            fields.AddRange(context.Select(column => row.Context.GetValueOrDefault(column, "")));
            fields.AddRange(row.Values.Select(value => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture)));
            AddIf(fields, hasLabel, row.Label switch { true => "1", false => "0", null => "" });
            AddIf(fields, Simulated is not null, Simulated);
            CsvWriter.AppendRow(text, fields);
        }

        CsvWriter.Write(path, text.ToString(), TableException.Of);
    }

    /// <summary>How many rows lack the value of each feature, in the order of the features.</summary>
    public ImmutableArray<int> MissingValues() => [.. Features.Select((_, feature) => Rows.Count(row => double.IsNaN(row.Values[feature])))];

    /// <summary>As in <c>1240 smiles of 400 people, 20 features, 597 genuine</c>.</summary>
    public override string ToString() =>
        $"{Count(Rows.Length, "smile")}{(People == 0 ? "" : $" of {(People == 1 ? "1 person" : $"{People} people")}")}, {Count(Features.Length, "feature")}"
        + (LabelName is null ? "" : $", {Rows.Count(row => row.Label == true)} {LabelName}")
        + (Simulated is null ? "" : $" ({SimulatedNote.Of(Simulated)})");

    private int People => Rows.Select(row => row.Person).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    private static void AddIf(List<string> fields, bool isThere, string? field)
    {
        if (isThere)
        {
            fields.Add(field ?? "");
        }
    }
}
