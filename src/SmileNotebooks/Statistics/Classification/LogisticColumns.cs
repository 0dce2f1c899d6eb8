// A caller's matrix of predictors as columns, without the rows that miss a value.
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Columns one after another, the constant first where it is wanted.</summary>
internal sealed record LogisticColumns(double[] Values, string[] Names, bool[] Outcomes, DroppedRows Dropped)
{
    public static LogisticColumns Of(double[,] predictors, string[] names, ReadOnlySpan<bool> outcomes, LogisticRegressionOptions options)
    {
        bool[] incomplete = Incomplete(predictors, names, options.Missing);
        int[]? kept = null;
        DroppedRows dropped = DroppedRows.None;
        if (incomplete.Contains(true))
        {
            (kept, dropped) = MissingRows.Split(incomplete, participants: null, options.Missing);
        }

        int rows = kept?.Length ?? outcomes.Length;
        int first = options.Intercept ? 1 : 0;
        double[] values = GC.AllocateUninitializedArray<double>((names.Length + first) * rows);
        values.AsSpan(0, first * rows).Fill(1);
        Transpose(predictors, kept, rows, values.AsSpan(first * rows));
        bool[] results = outcomes.ToArray();
        return new LogisticColumns(
            values,
            options.Intercept ? [LogisticRegression.InterceptName, .. names] : names,
            kept is null ? results : Array.ConvertAll(kept, row => results[row]),
            dropped);
    }

    private static bool[] Incomplete(double[,] predictors, string[] names, MissingValues missing)
    {
        bool[] incomplete = new bool[predictors.GetLength(0)];

        // A finite sum has finite parts: all are looked at at once, and one by one only where it is not.
        if (double.IsFinite(TensorPrimitives.Sum(Flat(predictors))))
        {
            return incomplete;
        }

        for (int row = 0; row < incomplete.Length; row++)
        {
            for (int column = 0; column < names.Length; column++)
            {
                if (!double.IsFinite(predictors[row, column]))
                {
                    MissingRows.Mark(names[column], row, Invariant($"{predictors[row, column]}"), incomplete, missing);
                }
            }
        }

        return incomplete;
    }

    // In bands of rows, so that both sides stay in the first cache.
    private static void Transpose(double[,] predictors, int[]? kept, int rows, Span<double> into)
    {
        const int Band = 8;
        int columns = predictors.GetLength(1);
        ReadOnlySpan<double> values = Flat(predictors);
        Span<int> places = stackalloc int[Band];
        for (int top = 0; top < rows; top += Band)
        {
            int band = Math.Min(Band, rows - top);
            for (int row = 0; row < band; row++)
            {
                places[row] = (kept is null ? top + row : kept[top + row]) * columns;
            }

            for (int column = 0; column < columns; column++)
            {
                Span<double> target = into.Slice((column * rows) + top, band);
                for (int row = 0; row < target.Length; row++)
                {
                    target[row] = values[places[row] + column];
                }
            }
        }
    }

    private static ReadOnlySpan<double> Flat(double[,] values) =>
        values.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref values[0, 0], values.Length);
}
