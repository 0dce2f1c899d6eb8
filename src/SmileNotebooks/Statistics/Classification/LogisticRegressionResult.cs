// The result of a logistic regression.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A fitted logistic regression.</summary>
public sealed partial record LogisticRegressionResult : IStatisticalResult
{
    private LogisticDesign _design = null!;
    private LogisticSolution _solution = null!;

    /// <summary>One coefficient a column, the intercept first where there is one.</summary>
    public required ImmutableArray<LogisticCoefficient> Coefficients { get; init; }

    /// <summary>Covariance of the coefficients, row by row.</summary>
    public required ImmutableArray<double> Covariance { get; init; }

    /// <summary>The fitted probability of the event in each row.</summary>
    public required ImmutableArray<double> Probabilities { get; init; }

    /// <summary>Whether the event happened, in each row.</summary>
    public required ImmutableArray<bool> Outcomes { get; init; }

    /// <summary>Log-likelihood at the estimates, without penalty.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Log-likelihood of the intercept alone; without intercept, of odds of 1.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Newton steps.</summary>
    public required int Iterations { get; init; }

    /// <summary>What was asked for.</summary>
    public required LogisticRegressionOptions Options { get; init; }

    /// <summary>Rows left out because values were missing.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <summary>Rows fitted.</summary>
    public int N => Outcomes.Length;

    /// <summary>Rows in which the event happened.</summary>
    public int Events => Outcomes.Count(outcome => outcome);

    /// <summary>-2 log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>-2 log-likelihood of the null model.</summary>
    public double NullDeviance => -2 * NullLogLikelihood;

    /// <summary>Akaike's criterion: deviance plus twice the number of coefficients. Not meaningful under a penalty.</summary>
    public double Aic => Deviance + (2 * Coefficients.Length);

    /// <summary>Schwarz's criterion: deviance plus log n times the number of coefficients. Not meaningful under a penalty.</summary>
    public double Bic => Deviance + (Math.Log(N) * Coefficients.Length);

    /// <summary>McFadden's (1974) pseudo R2: 1 less the ratio of log-likelihoods.</summary>
    public double McFaddenR2 => 1 - (LogLikelihood / NullLogLikelihood);

    /// <summary>Nagelkerke's (1991) pseudo R2.</summary>
    public double NagelkerkeR2 =>
        (1 - Math.Exp(2 * (NullLogLikelihood - LogLikelihood) / N)) / (1 - Math.Exp(2 * NullLogLikelihood / N));

    /// <summary>Likelihood-ratio test of all columns but the intercept together.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised, or the intercept is all there is.</exception>
    public LikelihoodRatio ModelTest => LogisticComparison.Of(this);

    /// <summary>The coefficient of a column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public LogisticCoefficient this[string name] =>
        Coefficients.FirstOrDefault(coefficient => coefficient.Name == name)
        ?? throw new ArgumentException($"There is no column '{name}'; there are: {string.Join(", ", Coefficients.Select(coefficient => coefficient.Name))}.", nameof(name));

    /// <summary>How well the fitted probabilities rank this fit's own rows: optimistic for new ones.</summary>
    public RocCurve Roc() => RocCurve.From(Probabilities.AsSpan(), Outcomes.AsSpan());

    /// <summary>Calibration of the fitted probabilities on this fit's own rows: by construction right in the large and of slope 1.</summary>
    /// <param name="options">Default: ten groups; the test of Hosmer and Lemeshow takes groups - 2 degrees of freedom in any case.</param>
    public CalibrationResult Calibrate(CalibrationOptions? options = null) =>
        Calibration.Of(Probabilities.AsSpan(), Outcomes.AsSpan(), (options ?? new CalibrationOptions()) with { FittedOnTheseRows = true });

    internal ModelMatrix? Matrix { get; init; }

    internal LogisticDesign Design => _design;

    internal LogisticSolution Solution => _solution;

    /// <inheritdoc/>
    public string Apa
    {
        get
        {
            string fit = Options.Penalty > 0
                ? $"Logistic regression with L2 penalty {SmileNotebooks.Apa.Quantity(Options.Penalty)}, N = {N} ({Events} events), deviance {SmileNotebooks.Apa.Number(Deviance)}"
                : $"Logistic regression, N = {N} ({Events} events)"
                    + (Predictors == 0 ? "" : $", {ModelTest}, Nagelkerke R2 = {SmileNotebooks.Apa.Bounded(NagelkerkeR2)}");
            return string.Join('\n', Coefficients.Where(coefficient => coefficient.Name != LogisticRegression.InterceptName).Select(coefficient => $"{coefficient}").Prepend(fit));
        }
    }

    /// <summary>A row for each coefficient.</summary>
    public ResultTable ToTable() => new(
        Options.Penalty > 0 ? $"Logistic regression, L2 penalty {SmileNotebooks.Apa.Quantity(Options.Penalty)}" : "Logistic regression",
        ["", "b", "SE", "z", "p", "odds ratio", $"{SmileNotebooks.Apa.Percent(Options.Level)}% CI"],
        [.. Coefficients.Select(coefficient => (ImmutableArray<string>)
        [
            coefficient.Name, SmileNotebooks.Apa.Quantity(coefficient.Estimate), SmileNotebooks.Apa.Quantity(coefficient.StandardError),
            SmileNotebooks.Apa.Number(coefficient.Z), SmileNotebooks.Apa.PCell(coefficient.P), SmileNotebooks.Apa.Quantity(coefficient.OddsRatio),
            SmileNotebooks.Apa.QuantityLimits(coefficient.OddsRatioInterval),
        ])])
    {
        Note = $"N = {N}, {Events} events; deviance {SmileNotebooks.Apa.Number(Deviance)}, null deviance {SmileNotebooks.Apa.Number(NullDeviance)}"
            + (Options.Penalty > 0 ? ". Estimates are shrunken; their errors and p leave the bias out." : $", AIC {SmileNotebooks.Apa.Number(Aic)}. Wald tests and intervals.")
            + (Dropped.Count == 0 ? "" : $" Missing values: {Dropped}."),
    };

    /// <summary>The sentences.</summary>
    public override string ToString() => Apa;

    /// <summary>Columns but the intercept.</summary>
    internal int Predictors => Coefficients.Length - (_design.HasConstant ? 1 : 0);

    internal static LogisticRegressionResult Of(LogisticDesign design, LogisticRegressionOptions options)
    {
        options.Check();
        if (design.Rows == 0 || design.Events == 0 || design.Events == design.Rows)
        {
            throw new ArgumentException($"Of {design.Rows} rows {design.Events} are events; a logistic regression needs both outcomes.");
        }

        double[]? penalties = options.Penalty == 0 ? null : Penalties(design, options.Penalty);
        LogisticSolution solution = LogisticSolver.Solve(design, penalties);
        double[] estimates = design.Raw(solution.Coefficients);
        double[] covariance = design.RawCovariance(LogisticCovariance.Of(solution, penalties));
        double quantile = Normal.UpperQuantile((1 - options.Level) / 2);
        return new LogisticRegressionResult
        {
            _design = design,
            _solution = solution,
            Coefficients = [.. estimates.Select((estimate, j) => Coefficient(
                design.Names[j], estimate, Math.Sqrt(covariance[(j * estimates.Length) + j]), quantile, options.Level))],
            Covariance = [.. covariance],
            Probabilities = LogisticPrediction.Fitted(design, solution.Coefficients),
            Outcomes = [.. design.Signs.Select(sign => sign > 0)],
            LogLikelihood = solution.LogLikelihood,
            NullLogLikelihood = NullLikelihood(design),
            Iterations = solution.Iterations,
            Options = options,
        };
    }

    private static double[] Penalties(LogisticDesign design, double penalty) =>
        [.. design.Scales.Select((scale, j) => design.HasConstant && j == 0 ? 0 : penalty / (scale * scale))];

    private static LogisticCoefficient Coefficient(string name, double estimate, double error, double quantile, double level) =>
        new(name, estimate, error, estimate / error, Normal.TwoSided(estimate / error),
            new ConfidenceInterval(estimate - (quantile * error), estimate + (quantile * error), level));

    private static double NullLikelihood(LogisticDesign design)
    {
        double n = design.Rows;
        double events = design.Events;
        return design.HasConstant
            ? (events * Math.Log(events / n)) + ((n - events) * Math.Log((n - events) / n))
            : -n * Math.Log(2);
    }
}
