// Linear regression by ordinary least squares.
namespace SmileNotebooks;

/// <summary>Linear models fitted by ordinary least squares. For rows that depend on each other (several of a participant) use a mixed model.</summary>
public static class LinearModel
{
    // What the response is called where the caller gives it no name.
    private const string ResponseName = "y";

    // By how much rounding may let the larger of two models seem the worse.
    private const double LargestRounding = 1e-9;

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
        Levels.Checked(options.Level);
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

    /// <summary>Fits a response on predictors and a constant.</summary>
    /// <param name="response">One value a row.</param>
    /// <param name="predictors">[rows, predictors].</param>
    /// <param name="names">The predictors' names, all different and none of them y, as the response is called. Default: x1, x2, ...</param>
    /// <param name="options">Default: 95 % intervals, fail on missing values.</param>
    /// <exception cref="ArgumentException">Not as many rows or names as needed, or as for a formula.</exception>
    public static LinearModelResult Fit(ReadOnlySpan<double> response, double[,] predictors, IReadOnlyList<string>? names = null, LinearModelOptions? options = null)
    {
        (int rows, int count) = (predictors.GetLength(0), predictors.GetLength(1));
        names ??= [.. Enumerable.Range(1, count).Select(predictor => $"x{predictor}")];
        if (names.Count != count)
        {
            throw new ArgumentException($"There are {count} predictors and {names.Count} names.", nameof(names));
        }

        string? taken = names.Append(ResponseName).GroupBy(name => name).FirstOrDefault(same => same.Count() > 1)?.Key;
        if (taken is not null)
        {
            throw new ArgumentException(
                taken == ResponseName ? $"A predictor is named '{taken}', which is the response's name here." : $"Two predictors are named '{taken}'.", nameof(names));
        }

        DataColumns data = DataColumns.Empty.With(ResponseName, response);
        for (int predictor = 0; predictor < count; predictor++)
        {
            data = data.With(names[predictor], Enumerable.Range(0, rows).Select(row => predictors[row, predictor]).ToArray());
        }

        return Fit($"{ResponseName} ~ {string.Join(" + ", names.Select(name => $"`{name}`").DefaultIfEmpty("1"))}", data, options);
    }

    /// <summary>Fits a straight line.</summary>
    /// <param name="response">One value a row.</param>
    /// <param name="predictor">One value a row.</param>
    /// <param name="options">Default: 95 % intervals, fail on missing values.</param>
    /// <exception cref="ArgumentException">Not as many values in the one as in the other, or as for a formula.</exception>
    public static LinearModelResult Fit(ReadOnlySpan<double> response, ReadOnlySpan<double> predictor, LinearModelOptions? options = null) =>
        Fit($"{ResponseName} ~ x", DataColumns.Empty.With(ResponseName, response).With("x", predictor), options);

    /// <summary>Tests what a larger model explains beyond a smaller one that is part of it.</summary>
    /// <param name="smaller">The model without some of the terms, fitted to the same rows.</param>
    /// <param name="larger">The model with them.</param>
    /// <exception cref="ArgumentException">The fits are of different rows or responses, or the larger has not more columns or fits worse.</exception>
    public static LinearModelTest Compare(LinearModelResult smaller, LinearModelResult larger)
    {
        int degrees = smaller.ErrorDegrees - larger.ErrorDegrees;
        if (smaller.Fitted.Length != larger.Fitted.Length || degrees <= 0)
        {
            throw new ArgumentException(
                $"The models have {smaller.Fitted.Length} and {larger.Fitted.Length} rows and {smaller.ErrorDegrees} and {larger.ErrorDegrees} error degrees of freedom: "
                + "the larger must be of the same rows and have more columns.");
        }

        if (!smaller.HasResponseOf(larger))
        {
            throw new ArgumentException($"The models are not of the same response: {smaller.Formula} and {larger.Formula}.");
        }

        // By the ratio of residual lengths, which no unit of the data takes out of range as it does squares.
        double ratio = smaller.ResidualStandardError / larger.ResidualStandardError;
        double growth = (ratio * ratio * smaller.ErrorDegrees / larger.ErrorDegrees) - 1, f = growth * larger.ErrorDegrees / degrees;
        if (growth < -LargestRounding)
        {
            throw new ArgumentException(
                $"{smaller.Formula} leaves less error than {larger.Formula}: the smaller is not a part of the larger, as this test needs.");
        }

        return new LinearModelTest(
            $"{larger.Formula} against {smaller.Formula}",
            smaller.ErrorSumOfSquares - larger.ErrorSumOfSquares,
            degrees,
            larger.ErrorDegrees,
            f,
            FisherF.UpperTail(f, degrees, larger.ErrorDegrees),
            growth / (1 + growth));
    }

    private static void Check(Formula formula, ModelMatrix matrix, double[] response)
    {
        if (matrix.ColumnCount == 0)
        {
            throw new ArgumentException($"Formula \"{formula}\" has neither a constant nor a term.", nameof(formula));
        }

        if (response.Length <= matrix.ColumnCount)
        {
            throw new ArgumentException(
                $"{response.Length} rows leave no degree of freedom for error beside {matrix.ColumnCount} coefficients; at least {matrix.ColumnCount + 1} rows are needed.");
        }

        if (response.AsSpan().IndexOfAnyExcept(response[0]) < 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"The response '{formula.Response}' is {response[0]} in every row: there is nothing to explain."));
        }
    }
}
