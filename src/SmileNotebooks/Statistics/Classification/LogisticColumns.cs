// A caller's matrix of predictors as columns, without the rows that miss a value.
using System.Collections.Immutable;

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
        double[] values = new double[(names.Length + first) * rows];
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
        ReadOnlySpan<double> values = predictors.Length == 0 ? [] : System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref predictors[0, 0], predictors.Length);

        // One number less itself is 0, or NaN where it is not finite: a sum tells for all at once.
        double sum = 0;
        foreach (double value in values)
        {
            sum += value - value;
        }

        if (sum == 0)
        {
            return incomplete;
        }

        for (int row = 0; row < incomplete.Length; row++)
        {
            for (int column = 0; column < names.Length; column++)
            {
                if (!double.IsFinite(predictors[row, column]))
                {
                    MissingRows.Mark(names[column], row, $"{predictors[row, column]}", incomplete, missing);
                }
            }
        }

        return incomplete;
    }

    // In square tiles, so that both sides stay in the first cache.
    private static void Transpose(double[,] predictors, int[]? kept, int rows, Span<double> into)
    {
        const int Tile = 16;
        int columns = predictors.GetLength(1);
        for (int top = 0; top < rows; top += Tile)
        {
            for (int left = 0; left < columns; left += Tile)
            {
                for (int column = left; column < Math.Min(columns, left + Tile); column++)
                {
                    Span<double> target = into.Slice(column * rows, rows);
                    for (int row = top; row < Math.Min(rows, top + Tile); row++)
                    {
                        target[row] = predictors[kept is null ? row : kept[row], column];
                    }
                }
            }
        }
    }
}
