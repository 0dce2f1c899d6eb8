// A training set as solvers want it.
namespace SmileNotebooks;

internal static class StandardisedFeatures
{
    /// <summary>The constant and the standardised features: mean 0 and mean square 1, or 0 where a feature is constant.</summary>
    /// <exception cref="ArgumentException">One class only.</exception>
    public static LogisticDesign DesignOf(TrainingSet training)
    {
        int rows = training.Count;
        int named = training.Labels.Count(label => label);
        if (named == 0 || named == rows)
        {
            throw new ArgumentException($"Of {rows} rows {named} are of the named class; a trainer needs rows of both.", nameof(training));
        }

        double[] columns = new double[(training.Features.Length + 1) * rows];
        columns.AsSpan(0, rows).Fill(1);
        Transpose(training, columns.AsSpan(rows));
        return LogisticDesign.Of(columns, [LogisticRegression.InterceptName, .. training.Features], training.Labels.AsSpan(), hasConstant: true);
    }

    // In blocks of rows, so that neither side leaves the first cache.
    private static void Transpose(TrainingSet training, Span<double> columns)
    {
        const int BlockRows = 64;
        int features = training.Features.Length;
        ReadOnlySpan<double> values = training.RowMajor;
        for (int start = 0; start < training.Count; start += BlockRows)
        {
            int end = Math.Min(training.Count, start + BlockRows);
            for (int column = 0; column < features; column++)
            {
                Span<double> target = columns.Slice(column * training.Count, training.Count);
                for (int row = start; row < end; row++)
                {
                    target[row] = values[(row * features) + column];
                }
            }
        }
    }
}
