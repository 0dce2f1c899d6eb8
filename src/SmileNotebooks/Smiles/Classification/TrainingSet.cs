// The numbers of a training set as trainers want them.
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Complete rows for a trainer: no value is missing. Features are in their own units: a trainer standardises where it must.</summary>
public sealed class TrainingSet
{
    /// <param name="features">The names of the features.</param>
    /// <param name="values">[rows, features], finite.</param>
    /// <param name="labels">Whether each row is of the named class.</param>
    /// <param name="groups">The person of each row as a number from 0: rows of one person belong together in folds of the trainer's own.</param>
    /// <exception cref="ArgumentException">Lengths that do not fit, a value that is not finite (its row and feature are named).</exception>
    public TrainingSet(ImmutableArray<string> features, double[,] values, ReadOnlySpan<bool> labels, ReadOnlySpan<int> groups)
    {
        int rows = values.GetLength(0);
        if (values.GetLength(1) != features.Length || labels.Length != rows || groups.Length != rows)
        {
            throw new ArgumentException(
                $"Found {rows} rows of {values.GetLength(1)} values with {features.Length} names, {labels.Length} labels and {groups.Length} groups.", nameof(values));
        }

        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < features.Length; column++)
            {
                if (!double.IsFinite(values[row, column]))
                {
                    throw new ArgumentException($"Row {row}, {features[column]}: found {values[row, column]}, expected a finite number.", nameof(values));
                }
            }
        }

        Features = features;
        Values = (double[,])values.Clone();
        Labels = [.. labels];
        Groups = [.. groups];
    }

    // Rows of another set, which are checked already.
    private TrainingSet(TrainingSet from, ReadOnlySpan<int> rows)
    {
        int features = from.Features.Length;
        Values = new double[rows.Length, features];
        bool[] labels = new bool[rows.Length];
        int[] groups = new int[rows.Length];
        Span<double> target = Flat(Values);
        for (int i = 0; i < rows.Length; i++)
        {
            from.RowMajor.Slice(rows[i] * features, features).CopyTo(target[(i * features)..]);
            labels[i] = from.Labels[rows[i]];
            groups[i] = from.Groups[rows[i]];
        }

        Features = from.Features;
        Labels = ImmutableCollectionsMarshal.AsImmutableArray(labels);
        Groups = ImmutableCollectionsMarshal.AsImmutableArray(groups);
    }

    /// <summary>The names of the features.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>Whether each row is of the named class.</summary>
    public ImmutableArray<bool> Labels { get; }

    /// <summary>The person of each row, as a number from 0.</summary>
    public ImmutableArray<int> Groups { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Labels.Length;

    /// <summary>[rows, features]; not to be changed.</summary>
    internal double[,] Values { get; }

    /// <summary>The same, row by row.</summary>
    internal ReadOnlySpan<double> RowMajor => Flat(Values);

    /// <summary>One value.</summary>
    public double this[int row, int feature] => Values[row, feature];

    /// <summary>Some of the rows, in the order given; a row may be given twice.</summary>
    /// <param name="rows">Row numbers from 0.</param>
    public TrainingSet Take(ReadOnlySpan<int> rows) => new(this, rows);

    private static Span<double> Flat(double[,] values) =>
        values.Length == 0 ? [] : MemoryMarshal.CreateSpan(ref values[0, 0], values.Length);
}
