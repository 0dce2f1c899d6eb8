using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>A linear model fitted by ordinary least squares. Immutable.</summary>
public sealed partial record LinearModelResult : IStatisticalResult
{
    private readonly ModelFrame _frame;
    private readonly ModelMatrix _matrix;
    private readonly LeastSquaresSolution _solution;
    private readonly LinearModelOptions _options;
    private readonly double[] _response;

    internal LinearModelResult(ModelFrame frame, ModelMatrix matrix, double[] response, LeastSquaresSolution solution, LinearModelOptions options)
    {
        (_frame, _matrix, _response, _solution, _options) = (frame, matrix, response, solution, options);
        ErrorDegrees = response.Length - matrix.ColumnCount;
        ResidualStandardError = solution.ResidualLength / Math.Sqrt(ErrorDegrees);
        Coefficients = [.. matrix.ColumnNames.Select((name, column) =>
        {
            double standardError = ResidualStandardError * Math.Sqrt(solution.InverseCrossProducts[column, column]) * solution.Scales[column];
            return SmileNotebooks.Coefficient.Of(name, solution.Coefficients[column], standardError, ErrorDegrees, options.Level);
        })];
        Fitted = [.. response.Zip(solution.Residuals, (value, residual) => value - residual)];

        // Around the mean where the model has a constant, else around zero.
        double mean = matrix.HasIntercept ? MeanOf(response) : 0;
        double[] deviations = [.. response.Select(value => value - mean)];
        double share = solution.ResidualLength / Length(deviations);
        ModelDegrees = matrix.ColumnCount - (matrix.HasIntercept ? 1 : 0);
        double explained = ExplainedSquares(deviations);
        RSquared = share * share < .5 ? 1 - (share * share) : explained;
        AdjustedRSquared = 1 - (share * share * (ErrorDegrees + ModelDegrees) / ErrorDegrees);
        F = ModelDegrees == 0 ? double.NaN : explained / ModelDegrees / (share * share / ErrorDegrees);
        P = double.IsNaN(F) ? double.NaN : double.IsInfinity(F) ? 0 : FisherF.UpperTail(F, ModelDegrees, ErrorDegrees);
    }

    /// <summary>The model.</summary>
    public Formula Formula => _frame.Formula;

    /// <summary>The model matrix: what each coefficient multiplies.</summary>
    public ModelMatrix ModelMatrix => _matrix;

    /// <summary>One a column of the model matrix.</summary>
    public ImmutableArray<Coefficient> Coefficients { get; }

    /// <summary>The root of the residual mean square, in the unit of the response.</summary>
    public double ResidualStandardError { get; }

    /// <summary>The sum of the squared residuals.</summary>
    public double ErrorSumOfSquares => _solution.ResidualLength * _solution.ResidualLength;

    /// <summary>Rows less columns.</summary>
    public int ErrorDegrees { get; }

    /// <summary>Columns, the constant not counted.</summary>
    public int ModelDegrees { get; }

    /// <summary>Share of the response's squares around its mean (around zero in a model without constant) that the model explains.</summary>
    public double RSquared { get; }

    /// <summary>The same with mean squares for sums of squares (Ezekiel, 1930).</summary>
    public double AdjustedRSquared { get; }

    /// <summary>Test that all coefficients but the constant are zero; NaN in a model of the constant alone.</summary>
    public double F { get; }

    /// <summary>Upper tail of <see cref="F"/>.</summary>
    public double P { get; }

    /// <summary>The fitted response of each row kept.</summary>
    public ImmutableArray<double> Fitted { get; }

    /// <summary>Response less fitted, of each row kept.</summary>
    public ImmutableArray<double> Residuals => [.. _solution.Residuals];

    /// <summary>Logarithm of the normal likelihood at its maximum.</summary>
    public double LogLikelihood
    {
        get
        {
            int rows = _response.Length;
            return -rows / 2.0 * (Math.Log(2 * Math.PI) + 1 + (2 * Math.Log(_solution.ResidualLength)) - Math.Log(rows));
        }
    }

    /// <summary>Akaike's criterion; the residual variance counts as a parameter.</summary>
    public double Aic => (-2 * LogLikelihood) + (2 * (_matrix.ColumnCount + 1));

    /// <summary>Schwarz's criterion; the residual variance counts as a parameter.</summary>
    public double Bic => (-2 * LogLikelihood) + (Math.Log(_response.Length) * (_matrix.ColumnCount + 1));

    /// <summary>What was left out because values were missing.</summary>
    public DroppedRows Dropped => _frame.Dropped;

    /// <summary>The model's line, then one a coefficient.</summary>
    public string Apa => string.Join('\n', Coefficients.Select(coefficient => coefficient.ToString()).Prepend(ModelLine));

    private string ModelLine => double.IsNaN(F)
        ? $"s = {SmileNotebooks.Apa.Quantity(ResidualStandardError)}, n = {_response.Length}"
        : $"R2 = {SmileNotebooks.Apa.Bounded(RSquared)}, F({ModelDegrees}, {ErrorDegrees}) = {SmileNotebooks.Apa.Number(F)}, {SmileNotebooks.Apa.P(P)}, n = {_response.Length}";

    /// <summary>The coefficient of a column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Coefficient Coefficient(string name) =>
        Coefficients.FirstOrDefault(coefficient => coefficient.Name == name)
        ?? throw new ArgumentException($"There is no coefficient '{name}'; there are: {string.Join(", ", _matrix.ColumnNames)}.", nameof(name));

    /// <summary>Covariance of the coefficients: [columns, columns].</summary>
    public double[,] Covariance() => Covariance(ResidualStandardError);

    /// <summary>The same for residuals of another standard deviation; those of 1 keep squares in range whatever the unit of the response.</summary>
    internal double[,] Covariance(double deviation)
    {
        int count = _matrix.ColumnCount;
        double[,] covariance = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                covariance[i, j] = deviation * _solution.Scales[i] * _solution.InverseCrossProducts[i, j] * (deviation * _solution.Scales[j]);
            }
        }

        return covariance;
    }

    /// <summary>How much each row draws the fit to itself: the diagonal of the hat matrix.</summary>
    public ImmutableArray<double> Leverages()
    {
        double[,] inverse = _solution.InverseCrossProducts;
        double[] row = new double[_matrix.ColumnCount];
        double[] leverages = new double[_response.Length];
        for (int i = 0; i < leverages.Length; i++)
        {
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = _matrix.Column(column)[i] * _solution.Scales[column];
            }

            leverages[i] = QuadraticForm.Of(row, inverse);
        }

        return [.. leverages];
    }

    /// <summary>Residuals over their standard errors, which leverage makes smaller: what Q-Q plots show. NaN for a row of leverage 1.</summary>
    public ImmutableArray<double> StandardizedResiduals() =>
        [.. Residuals.Zip(Leverages(), (residual, leverage) => leverage >= 1 ? double.NaN : residual / (ResidualStandardError * Math.Sqrt(1 - leverage)))];

    /// <summary>Predicts the response of other rows.</summary>
    /// <param name="data">The columns that the formula needs, the response excepted.</param>
    /// <param name="level">Of the intervals. Default .95.</param>
    /// <exception cref="ArgumentException">No such column, a missing value, or a level that the fit did not see.</exception>
    public ImmutableArray<Prediction> Predict(DataColumns data, double level = .95)
    {
        ModelMatrix rows = _matrix.ForRows(data);
        double[,] covariance = Covariance(1);
        double critical = StudentT.UpperQuantile((1 - Levels.Checked(level)) / 2, ErrorDegrees);
        return [.. Enumerable.Range(0, rows.RowCount).Select(row =>
        {
            double[] values = [.. Enumerable.Range(0, rows.ColumnCount).Select(column => rows.Column(column)[row])];
            double fit = TensorPrimitives.Dot<double>(values, _solution.Coefficients), share = QuadraticForm.Of(values, covariance);
            double error = ResidualStandardError * Math.Sqrt(share), spread = ResidualStandardError * Math.Sqrt(1 + share);
            ConfidenceInterval Around(double width) => new(fit - (critical * width), fit + (critical * width), level);
            return new Prediction(fit, error, Around(error), Around(spread));
        })];
    }

    /// <summary>Type III tests of the terms: each against the model without it alone, factors coded by sum contrasts for that whatever the fit's coding.</summary>
    public LinearModelTests TypeIII() => LinearModelTests.Of(
        LinearModel.Fit(Formula, _frame.Data, _options with { Coding = new ModelMatrixOptions { Contrasts = ContrastCoding.Sum } }));

    /// <summary>Estimated marginal means of combinations of factors, averaged over the other factors with equal weights, numeric columns at their means.</summary>
    /// <param name="factors">One or several factors of the formula.</param>
    /// <exception cref="ArgumentException">No such factor, or one given twice.</exception>
    public MarginalMeans MarginalMeans(params IReadOnlyList<string> factors) => new(Estimator(), factors, []);

    /// <summary>Marginal means of a factor within each level of others.</summary>
    /// <param name="factor">The factor compared.</param>
    /// <param name="by">The factors within whose levels it is compared.</param>
    /// <exception cref="ArgumentException">No such factor, or one given twice.</exception>
    public MarginalMeans MarginalMeansBy(string factor, params IReadOnlyList<string> by) => new(Estimator(), [factor], by);

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        $"{Formula}",
        ["coefficient", "b", "SE", "t", "df", "p", $"{SmileNotebooks.Apa.Percent(_options.Level)}% CI"],
        [.. Coefficients.Select(coefficient => ImmutableArray.Create(
            coefficient.Name,
            EstimateFormat.Number(coefficient.Estimate, coefficient.StandardError),
            SmileNotebooks.Apa.Quantity(coefficient.StandardError),
            SmileNotebooks.Apa.Number(coefficient.T),
            SmileNotebooks.Apa.DegreesOfFreedom(coefficient.Degrees),
            SmileNotebooks.Apa.PCell(coefficient.P),
            EstimateFormat.Limits(coefficient.Interval, coefficient.StandardError)))])
    {
        Note = Dropped.Count == 0 ? $"{ModelLine}." : $"{ModelLine}; {Dropped}.",
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;

    internal bool HasResponseOf(LinearModelResult other) => _response.AsSpan().SequenceEqual(other._response);

    private ModelMatrixEstimator Estimator() => new(_matrix, Formula, _frame.Data, _solution.Coefficients, Covariance(1), ResidualStandardError, _ => ErrorDegrees, _ => ErrorDegrees);

    // Explained over total squares, from the fitted values: 1 - share^2 would lose all digits where little is explained.
    private double ExplainedSquares(double[] deviations)
    {
        double length = Length([.. deviations.Zip(_solution.Residuals, (deviation, residual) => deviation - residual)]) / Length(deviations);
        return length * length;
    }

    private static double MeanOf(double[] values)
    {
        double mean = values.Sum(value => value / values.Length);
        return mean + (values.Sum(value => value - mean) / values.Length);
    }

    private static double Length(double[] values)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(values));
        return largest == 0 ? 0 : largest * Math.Sqrt(values.Sum(value => value / largest * (value / largest)));
    }
}
