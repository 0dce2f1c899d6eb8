// Logistic regression: how predictors change the odds of an event.
namespace SmileNotebooks;

/// <summary>Logistic regression by maximum likelihood (Newton's method), or with an L2 penalty. Assumes independent rows and log odds that are linear in
/// the columns. Separated outcomes, for which no finite estimate exists, are an error that names the columns (Albert and Anderson, 1984).</summary>
public static class LogisticRegression
{
    /// <summary>The name of the constant column, as R has it.</summary>
    public const string InterceptName = "(Intercept)";

    /// <summary>Fits a formula, as in <c>"smiled ~ emotion*age"</c>.</summary>
    /// <param name="formula">Response and predictors; without random terms.</param>
    /// <param name="data">The columns. The response is 0 and 1, or a factor of two levels of which the second is the event.</param>
    /// <param name="options">Default: no penalty, treatment contrasts, an error at missing values.</param>
    /// <exception cref="ArgumentException">A response of other than two values, collinear columns, missing values.</exception>
    /// <exception cref="SeparationException">The predictors separate the outcomes, and there is no penalty.</exception>
    public static LogisticRegressionResult Fit(string formula, DataColumns data, LogisticRegressionOptions? options = null)
    {
        options ??= new LogisticRegressionOptions();
        Formula parsed = Formula.Parse(formula);
        if (!parsed.RandomTerms.IsEmpty)
        {
            throw new ArgumentException($"\"{formula}\" has the random term ({parsed.RandomTerms[0]}); a logistic regression here has fixed effects only.", nameof(formula));
        }

        ModelFrame frame = ModelFrame.From(parsed, data, options.Missing, options.Participant);
        ModelMatrix matrix = ModelMatrix.Of(parsed, frame.Data, options.Coding);
        bool[] outcomes = LogisticOutcomes.Of(parsed.Response, frame.Data);
        LogisticDesign design = LogisticDesign.Of(matrix.Values.ToArray(), [.. matrix.ColumnNames], outcomes, matrix.HasIntercept);
        return LogisticRegressionResult.Of(design, options) with { Matrix = matrix, Dropped = frame.Dropped };
    }

    /// <summary>Fits a matrix of predictors.</summary>
    /// <param name="predictors">[rows, columns], any units.</param>
    /// <param name="outcomes">Whether the event happened, one a row.</param>
    /// <param name="names">The columns' names; default: x1, x2, ...</param>
    /// <param name="options">Default: no penalty, with intercept, an error at missing values.</param>
    /// <exception cref="ArgumentException">Numbers of rows or names that do not fit, collinear columns, a value that is not finite, outcomes all alike.</exception>
    /// <exception cref="SeparationException">The predictors separate the outcomes, and there is no penalty.</exception>
    public static LogisticRegressionResult Fit(
        double[,] predictors, ReadOnlySpan<bool> outcomes, IEnumerable<string>? names = null, LogisticRegressionOptions? options = null)
    {
        int rows = predictors.GetLength(0);
        int columns = predictors.GetLength(1);
        string[] labels = names is null ? [.. Enumerable.Range(1, columns).Select(column => $"x{column}")] : [.. names];
        if (rows != outcomes.Length || labels.Length != columns)
        {
            throw new ArgumentException(
                $"Found {rows} rows and {columns} columns of predictors with {outcomes.Length} outcomes and {labels.Length} names.", nameof(predictors));
        }

        options ??= new LogisticRegressionOptions();
        return Fit(LogisticColumns.Of(predictors, labels, outcomes, options), options);
    }

    /// <summary>Fits predictors that records hold.</summary>
    /// <param name="rows">One record a row.</param>
    /// <param name="outcome">Whether the event happened.</param>
    /// <param name="predictors">Name and value of each predictor.</param>
    /// <param name="options">Default: no penalty, with intercept, an error at missing values.</param>
    /// <exception cref="ArgumentException">Collinear columns, a value that is not finite, outcomes all alike.</exception>
    /// <exception cref="SeparationException">The predictors separate the outcomes, and there is no penalty.</exception>
    public static LogisticRegressionResult Fit<T>(
        IEnumerable<T> rows, Func<T, bool> outcome, IReadOnlyList<(string Name, Func<T, double> Value)> predictors, LogisticRegressionOptions? options = null)
    {
        T[] all = [.. rows];
        double[,] values = new double[all.Length, predictors.Count];
        for (int row = 0; row < all.Length; row++)
        {
            for (int column = 0; column < predictors.Count; column++)
            {
                values[row, column] = predictors[column].Value(all[row]);
            }
        }

        return Fit(values, Array.ConvertAll(all, row => outcome(row)), predictors.Select(predictor => predictor.Name), options);
    }

    private static LogisticRegressionResult Fit(LogisticColumns columns, LogisticRegressionOptions options) =>
        LogisticRegressionResult.Of(LogisticDesign.Of(columns.Values, columns.Names, columns.Outcomes, options.Intercept), options) with
        {
            Dropped = columns.Dropped,
        };
}
