// The linear mixed model: what a formula with random terms fits, and everything that is read off the fit.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>
/// A linear mixed model y = Xb + Zu + e, fitted by restricted or full maximum likelihood (Bates, Mächler, Bolker and Walker, 2015):
/// <c>MixedModel.Fit("y ~ emotion*muscle + (1 + emotion | participant) + (1 | item)", rows)</c>.
/// </summary>
/// <remarks>
/// Random effects and residuals are taken to be normal, independent between levels and between rows. Grouping factors may be nested or crossed.
/// Degrees of freedom are Satterthwaite's; they are computed when first asked for. Immutable, and safe to read from several threads.
/// </remarks>
public sealed partial class MixedModel : IStatisticalResult
{
    private readonly MixedModelParts _parts;
    private readonly MixedModelSolution _solution;
    private readonly Lazy<FixedTests> _tests;
    private readonly Lazy<ImmutableArray<FixedEffect>> _fixedEffects;
    private readonly Lazy<ImmutableArray<RandomEffects>> _randomEffects;
    private readonly Lazy<ImmutableArray<double>> _fitted;

    private MixedModel(MixedModelParts parts, LikelihoodCriterion criterion)
    {
        _parts = parts;
        Criterion = criterion;
        _solution = MixedModelSolution.Fit(
            parts.Fixed, parts.Response, parts.Formula.Response.Name, parts.Random.Blocks, criterion == LikelihoodCriterion.Restricted);
        VarianceComponents = ComponentsOf(parts, _solution);
        _tests = new(() => new FixedTests(_solution, Satterthwaite.Of(_solution), parts.Options.Level));
        _fixedEffects = new(ComputeFixedEffects);
        _randomEffects = new(ComputeRandomEffects);
        _fitted = new(ComputeFitted);
    }

    /// <summary>The formula.</summary>
    public Formula Formula => _parts.Formula;

    /// <summary>What was maximised.</summary>
    public LikelihoodCriterion Criterion { get; }

    /// <summary>Rows that were used.</summary>
    public int RowCount => _parts.Response.Length;

    /// <summary>Rows that were left out, by the policy of the options.</summary>
    public DroppedRows Dropped => _parts.Frame.Dropped;

    /// <summary>The rows that were used, with all columns of the table.</summary>
    public DataColumns Data => _parts.Frame.Data;

    /// <summary>Grouping factors and how many levels each has, in the order of the formula.</summary>
    public ImmutableArray<(string Name, int Levels)> Groups =>
        [.. VarianceComponents.Terms.Select(term => (term.Group, term.Levels)).Distinct()];

    /// <summary>Fixed effects with their t tests, in the order of the model matrix.</summary>
    public ImmutableArray<FixedEffect> FixedEffects => _fixedEffects.Value;

    /// <summary>Variances and correlations of the random effects, and the residual variance.</summary>
    public VarianceComponents VarianceComponents { get; }

    /// <summary>Conditional modes of the random effects, one table for each random term.</summary>
    public ImmutableArray<RandomEffects> RandomEffects => _randomEffects.Value;

    /// <summary>Minus twice the log-likelihood: the REML criterion, or the deviance.</summary>
    public double Deviance => _solution.Deviance;

    /// <summary>Log-likelihood, restricted where the criterion is.</summary>
    public double LogLikelihood => -Deviance / 2;

    /// <summary>Parameters: fixed effects, covariance parameters and the residual variance.</summary>
    public int ParameterCount => _parts.Fixed.ColumnCount + _solution.Theta.Length + 1;

    /// <summary>Akaike's information criterion. Comparable between models of the same fixed effects only, where the criterion is restricted.</summary>
    public double Aic => Deviance + (2 * ParameterCount);

    /// <summary>Bayesian information criterion (Schwarz, 1978), by the number of rows.</summary>
    public double Bic => Deviance + (Math.Log(RowCount) * ParameterCount);

    /// <summary>Whether a variance is estimated as zero or effects as perfectly correlated: the random part asks more than the data tell.</summary>
    public bool IsSingular => _solution.IsSingular;

    /// <summary>Whether the search ended at a minimum: a further step promises less than 1e-8 of deviance.</summary>
    public bool Converged => _solution.Minimum.Decrement < 1e-8;

    /// <summary>How often the criterion was evaluated.</summary>
    public int Evaluations => _solution.Criterion.Evaluations;

    /// <summary>Prediction for each row used, random effects included.</summary>
    public ImmutableArray<double> Fitted => _fitted.Value;

    /// <summary>Response less <see cref="Fitted"/>, row by row.</summary>
    public ImmutableArray<double> Residuals => [.. _parts.Response.Zip(Fitted, (response, fitted) => response - fitted)];

    /// <inheritdoc/>
    public string Apa
    {
        get
        {
            IEnumerable<string> groups = Groups.Select(group => $"{group.Levels} levels of {group.Name}");
            string head = $"Linear mixed model by {CriterionName}, {Formula}: {RowCount} rows, {string.Join(", ", groups)}.";
            return string.Join('\n', (string[])[head, .. FixedEffects.Select(effect => effect.Apa), VarianceComponents.Apa, .. Warnings]);
        }
    }

    /// <summary>What a reader must know beside the numbers: a singular fit, a search that did not end, terms that cannot be told apart, rows left out. Empty where there is nothing.</summary>
    public ImmutableArray<string> Warnings
    {
        get
        {
            ImmutableArray<string>.Builder warnings = ImmutableArray.CreateBuilder<string>();
            if (IsSingular)
            {
                warnings.Add("Singular fit: a variance is estimated as zero, or random effects as perfectly correlated; consider a simpler random part.");
            }

            if (!Converged)
            {
                warnings.Add(FormattableString.Invariant(
                    $"The search did not converge in {_solution.Minimum.Iterations} steps; a further step promises {_solution.Minimum.Decrement:G3} of deviance."));
            }

            foreach (string group in _parts.Random.Collinear)
            {
                warnings.Add(
                    $"The random terms of {group} span each other (as a constant and the indicators of a factor do, which || leaves correlated): " +
                    "how they share the variance is not unique.");
            }

            if (Dropped.Count > 0)
            {
                warnings.Add($"{Dropped}.");
            }

            return warnings.ToImmutable();
        }
    }

    private string CriterionName => Criterion == LikelihoodCriterion.Restricted ? "REML" : "ML";

    /// <summary>Fits a model.</summary>
    /// <param name="formula">As for lme4: <c>y ~ a*b + (1 + a | s) + (1 | item)</c>, <c>(1 | a/b)</c>, <c>(x || s)</c>.</param>
    /// <param name="data">Columns; labels and grouping factors may be numeric.</param>
    /// <param name="options">Default: REML, 95% intervals, treatment coding, missing values fail.</param>
    /// <exception cref="FormatException">The formula cannot be read.</exception>
    /// <exception cref="ArgumentException">
    /// A missing value under <see cref="MissingValues.Fail"/>; no random term; a constant response; a grouping factor of one level; as many random
    /// effects of a grouping factor as rows; effects that are not identifiable. The message names what was found and where.
    /// </exception>
    public static MixedModel Fit(string formula, DataColumns data, MixedModelOptions? options = null) => Fit(Formula.Parse(formula), data, options);

    /// <summary>Fits a model to records: each public property is a column.</summary>
    /// <inheritdoc cref="Fit(string, DataColumns, MixedModelOptions?)"/>
    public static MixedModel Fit<T>(string formula, IEnumerable<T> data, MixedModelOptions? options = null) =>
        Fit(Formula.Parse(formula), DataColumns.From(data), options);

    /// <summary>Fits a model of a formula that was read before.</summary>
    /// <inheritdoc cref="Fit(string, DataColumns, MixedModelOptions?)"/>
    public static MixedModel Fit(Formula formula, DataColumns data, MixedModelOptions? options = null)
    {
        options ??= new MixedModelOptions();
        Levels.Checked(options.Level);
        return new MixedModel(MixedModelParts.From(formula, data, options), options.Criterion);
    }

    /// <summary>The same model of the same rows by another criterion.</summary>
    public MixedModel Refit(LikelihoodCriterion criterion) => criterion == Criterion ? this : new MixedModel(_parts, criterion);

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        string note = $"{CriterionName}; deviance {SmileNotebooks.Apa.Number(Deviance)}, AIC {SmileNotebooks.Apa.Number(Aic)}, BIC {SmileNotebooks.Apa.Number(Bic)}; " +
            $"{RowCount} rows, {string.Join(", ", Groups.Select(group => $"{group.Levels} levels of {group.Name}"))}; " +
            $"{VarianceComponents.Apa}. Degrees of freedom by Satterthwaite's method.";
        return new ResultTable(
            $"Fixed effects of {Formula}",
            ["effect", "b", "SE", "df", "t", "p", $"{SmileNotebooks.Apa.Percent(_parts.Options.Level)}% CI"],
            [.. FixedEffects.Select(effect => effect.Cells())])
        {
            Note = string.Join(' ', [note, .. Warnings]),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Apa;

    internal bool HasResponseOf(MixedModel other) => _parts.Response.AsSpan().SequenceEqual(other._parts.Response);
}
