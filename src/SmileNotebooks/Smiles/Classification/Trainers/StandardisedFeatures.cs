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
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < training.Features.Length; column++)
            {
                columns[((column + 1) * rows) + row] = training.Values[row, column];
            }
        }

        return LogisticDesign.Of(columns, [LogisticRegression.InterceptName, .. training.Features], training.Labels.AsSpan(), hasConstant: true);
    }
}
