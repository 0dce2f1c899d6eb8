// Linear regression by ordinary least squares.
namespace SmileNotebooks;

/// <summary>Linear models fitted by ordinary least squares. For rows that depend on each other (several of a participant) use a mixed model.</summary>
public static class LinearModel
{
    /// <summary>Fits a formula.</summary>
    /// <param name="formula">As in <c>y ~ group*age + I(age^2)</c>; without random terms.</param>
    /// <param name="data">The table.</param>
    /// <param name="options">Default: 95 % intervals, treatment contrasts, fail on missing values.</param>
    /// <exception cref="FormatException">The text is no formula.</exception>
    /// <exception cref="ArgumentException">Missing values unless dropped, no such column, columns that are combinations of others (the first is named),
    /// a constant response, no more rows than columns, or random terms.</exception>
    public static LinearModelResult Fit(string formula, DataColumns data, LinearModelOptions? options = null) => Fit(Formula.Parse(formula), data, options);

    /// <summary>Fits a formula.</summary>
    /// <inheritdoc cref="Fit(string, DataColumns, LinearModelOptions?)"/>
    public static LinearModelResult Fit(Formula formula, DataColumns data, LinearModelOptions? options = null)
    {
        options ??= new LinearModelOptions();
        if (!formula.RandomTerms.IsEmpty)
        {
            throw new ArgumentException($"A linear model has no random terms; found {formula.RandomTerms[0]}. Fit a mixed model.", nameof(formula));
        }

        ModelFrame frame = ModelFrame.From(formula, data, options.Missing, options.Participant);
        ModelMatrix matrix = ModelMatrix.Of(formula, frame.Data, options.Coding);
        double[] response = frame.Response();
        Check(formula, matrix, response);
        LeastSquaresSolution solution = LeastSquares.Solve(matrix.Array, response, matrix.ColumnNames, () => (matrix.LowParts(frame.Data), formula.Response.LowParts(frame.Data)));
        return new LinearModelResult(frame, matrix, response, solution, options);
    }

    /// <summary>Fits records: each public property is a column of its name.</summary>
    /// <inheritdoc cref="Fit(string, DataColumns, LinearModelOptions?)"/>
    /// <param name="formula">As in <c>Y ~ Group*Age</c>, of names of properties.</param>
    /// <param name="rows">One record a row.</param>
    /// <param name="options">Default: 95 % intervals, treatment contrasts, fail on missing values.</param>
    public static LinearModelResult Fit<T>(string formula, IEnumerable<T> rows, LinearModelOptions? options = null) => Fit(formula, DataColumns.From(rows), options);

    private static void Check(Formula formula, ModelMatrix matrix, double[] response)
    {
        if (matrix.ColumnCount == 0)
        {
            throw new ArgumentException($"Formula \"{formula}\" has neither a constant nor a term.", nameof(formula));
        }

        if (response.Length <= matrix.ColumnCount)
        {
            throw new ArgumentException($"{response.Length} rows leave no degree of freedom for error beside {matrix.ColumnCount} coefficients; at least {matrix.ColumnCount + 1} rows are needed.");
        }

        if (response.AsSpan().IndexOfAnyExcept(response[0]) < 0)
        {
            throw new ArgumentException($"The response '{formula.Response}' is {response[0]} in every row: there is nothing to explain.");
        }
    }
}
