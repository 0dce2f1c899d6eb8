// The columns of ML.NET's tables, and how rows become them.
using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SmileNotebooks.MLNet;

internal static class Columns
{
    public const string Label = nameof(LabelledRow.Label);
    public const string Features = nameof(LabelledRow.Features);
    public const string Centred = "Centred";
    public const string Standardised = "Standardised";
    public const string Score = "Score";
    public const string Probability = "Probability";

    private const string SlotNames = "SlotNames";

    /// <summary>Rows with labels.</summary>
    public static IDataView Of(MLContext context, TrainingSet set) => context.Data.LoadFromEnumerable(
        Enumerable.Range(0, set.Count).Select(row => new LabelledRow
        {
            Label = set.Labels[row],
            Features = [.. Enumerable.Range(0, set.Features.Length).Select(feature => set[row, feature])],
        }).ToArray(),
        SchemaOf(typeof(LabelledRow), set.Features));

    /// <summary>Rows without labels.</summary>
    public static IDataView Of(MLContext context, ImmutableArray<string> features, IEnumerable<double[]> rows) =>
        context.Data.LoadFromEnumerable(rows.Select(row => new BareRow { Features = row }).ToArray(), SchemaOf(typeof(BareRow), features));

    /// <summary>Rows with labels whose standardised features are all 0.</summary>
    public static IDataView Nothing(MLContext context, TrainingSet set)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(StandardisedRow));
        schema[Standardised].ColumnType = new VectorDataViewType(NumberDataViewType.Single, set.Features.Length);
        return context.Data.LoadFromEnumerable(set.Labels.Select(label => new StandardisedRow { Label = label, Standardised = new float[set.Features.Length] }).ToArray(), schema);
    }

    /// <summary>The names of a vector's slots; empty where it has none.</summary>
    public static ImmutableArray<string> NamesOf(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull(SlotNames) is null)
        {
            return [];
        }

        VBuffer<ReadOnlyMemory<char>> names = default;
        column.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    private static SchemaDefinition SchemaOf(Type row, ImmutableArray<string> features)
    {
        SchemaDefinition schema = SchemaDefinition.Create(row);
        SchemaDefinition.Column column = schema[Features];
        column.ColumnType = new VectorDataViewType(NumberDataViewType.Double, features.Length);
        column.AddAnnotation(
            SlotNames, new VBuffer<ReadOnlyMemory<char>>(features.Length, [.. features.Select(name => name.AsMemory())]), new VectorDataViewType(TextDataViewType.Instance, features.Length));
        return schema;
    }

    internal sealed class BareRow
    {
        public double[] Features { get; set; } = [];
    }

    internal sealed class StandardisedRow
    {
        public bool Label { get; set; }

        public float[] Standardised { get; set; } = [];
    }

    internal sealed class LabelledRow
    {
        public bool Label { get; set; }

        public double[] Features { get; set; } = [];
    }
}
