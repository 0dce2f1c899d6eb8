// Smile features, labels and persons.
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Tables of smile features as data frames, and back.</summary>
public static class FeatureFrames
{
    private const string What = "smile features";
    private static readonly string[] s_own = ["person", "clip", "label", "label_name", "source", "simulated", "left_out"];

    /// <summary>A row a smile, and below them a row for each clip that was left out, with the reason.</summary>
    /// <remarks>Columns: person, clip (words), label (true or false), context by name (words), features by name (numbers), label_name, source, simulated, left_out (words). What is missing is
    /// null. A table without rows gets one in which only what is said of the whole stands.</remarks>
    /// <param name="table">The table.</param>
    /// <exception cref="TableException">A feature or a context has the name of another column.</exception>
    public static DataFrame ToDataFrame(this FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int more = table.Rows.IsEmpty && table.LeftOut.IsEmpty ? 1 : 0;
        int rows = table.Rows.Length + table.LeftOut.Length + more;
        FeatureRow?[] smiles = [.. table.Rows, .. new FeatureRow?[rows - table.Rows.Length]];
        LeftOutClip?[] leftOut = [.. new LeftOutClip?[table.Rows.Length], .. table.LeftOut, .. new LeftOutClip?[more]];
        FrameWriter writer = new FrameWriter(What)
            .Add("person", smiles.Zip(leftOut, (smile, clip) => smile?.Person ?? clip?.Person))
            .Add("clip", smiles.Zip(leftOut, (smile, clip) => smile?.Clip ?? clip?.Clip))
            .Add("label", smiles.Zip(leftOut, (smile, clip) => smile?.Label ?? clip?.Label));
        foreach (string name in table.Rows.SelectMany(row => row.Context.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            writer.Add(name, smiles.Select(smile => smile?.Context.GetValueOrDefault(name)));
        }

        foreach ((int at, string name) in table.Features.Index())
        {
            writer.AddMeasured(name, smiles.Select(smile => smile?.Values[at] ?? double.NaN));
        }

        return writer
            .Add("label_name", Enumerable.Repeat(table.LabelName, rows))
            .Add("source", Enumerable.Repeat<string?>(table.Source, rows))
            .Add("simulated", Enumerable.Repeat(table.Simulated, rows))
            .Add("left_out", leftOut.Select(clip => clip?.Why))
            .Frame;
    }

    /// <summary>The table of features that a frame is: beside the columns of <see cref="ToDataFrame"/>, columns of numbers are features and columns of words are context.</summary>
    /// <param name="frame">The frame. Without the column source, the table is said to come from a data frame.</param>
    /// <exception cref="TableException">No column of numbers, a column of another kind, or rows that disagree on the whole. The message names column, row (from 0), found and expected.</exception>
    public static FeatureTable ToFeatureTable(this DataFrame frame)
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), What);
        DataFrameColumn[] others = [.. reader.Columns.Where(column => !s_own.Contains(column.Name))];
        string[] context = [.. others.Where(column => column.DataType == typeof(string)).Select(column => column.Name)];
        string[] features = [.. others.Where(column => column.DataType != typeof(string)).Select(column => column.Name)];
        if (reader.Rows == 0)
        {
            throw reader.Problem(null, "no row", "at least one");
        }

        List<FeatureRow> smiles = [];
        List<LeftOutClip> leftOut = [];
        for (int row = 0; row < reader.Rows; row++)
        {
            if (reader.Text(row, "left_out") is { } why)
            {
                leftOut.Add(new(reader.RequiredText(row, "clip"), reader.Text(row, "person"), reader.Flag(row, "label"), why));
            }
            else if (!(reader.Rows == 1 && reader.IsEmpty(row, ["person", "clip", "label", .. context, .. features])))
            {
                smiles.Add(new([.. features.Select(feature => reader.Measured(row, feature))])
                {
                    Person = reader.Text(row, "person"),
                    Clip = reader.Text(row, "clip"),
                    Label = reader.Flag(row, "label"),
                    Context = context.Select(name => (Name: name, Text: reader.Text(row, name))).Where(one => one.Text is not null).ToImmutableSortedDictionary(one => one.Name, one => one.Text!, StringComparer.Ordinal),
                });
            }
        }

        return new()
        {
            Features = [.. features],
            Rows = [.. smiles],
            LabelName = reader.Same("label_name", row => reader.Text(row, "label_name")),
            Source = reader.Same("source", row => reader.Text(row, "source")) ?? "a data frame",
            Simulated = reader.Same("simulated", row => reader.Text(row, "simulated")),
            LeftOut = [.. leftOut],
        };
    }
}
