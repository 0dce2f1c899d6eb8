using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Estimated marginal means (Searle, Speed and Milliken, 1980, American Statistician 34, 216-221): means of a model's cells, averaged with equal weights
/// over the factors that are not asked for. Contrasts are made of them. Immutable.</summary>
public sealed partial class MarginalMeans : IStatisticalResult
{
    private readonly ICellEstimator _estimator;
    private readonly MarginalMeansGrid _grid;

    internal MarginalMeans(ICellEstimator estimator, IReadOnlyList<string> factors, IReadOnlyList<string> by)
    {
        _estimator = estimator;
        _grid = new MarginalMeansGrid(estimator.Factors, factors, by);
        Means = MeansAt(.95);
    }

    /// <summary>The means with 95 % intervals, group by group, the last factor running fastest.</summary>
    public ImmutableArray<MarginalMean> Means { get; }

    /// <summary>The factors whose means these are.</summary>
    public ImmutableArray<DesignFactor> Factors => _grid.Factors;

    /// <summary>The factors within whose levels contrasts are made and corrected.</summary>
    public ImmutableArray<DesignFactor> By => _grid.By;

    /// <summary>A line a mean: <c>happy: 0.31, 95% CI [0.12, 0.50]</c>.</summary>
    public string Apa => string.Join('\n', Means);

    /// <summary>The means with intervals of another level.</summary>
    /// <param name="level">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public ImmutableArray<MarginalMean> MeansAt(double level)
    {
        Levels.Checked(level);
        ImmutableArray<MarginalMean>.Builder means = ImmutableArray.CreateBuilder<MarginalMean>();
        for (int group = 0; group < _grid.Groups.Length; group++)
        {
            for (int label = 0; label < _grid.Labels.Length; label++)
            {
                (double estimate, double error, double degrees) = _estimator.Combine(_grid.Weights[group][label]);
                double half = StudentT.UpperQuantile((1 - level) / 2, degrees) * error;
                means.Add(new MarginalMean(_grid.Groups[group], _grid.Labels[label], estimate, error, degrees, new ConfidenceInterval(estimate - half, estimate + half, level)));
            }
        }

        return means.ToImmutable();
    }

    /// <summary>All differences of two means, the earlier less the later.</summary>
    /// <param name="adjustment">Default: Holm's.</param>
    /// <param name="level">Of the intervals. Default .95.</param>
    public ContrastTable Pairwise(ContrastAdjustment adjustment = ContrastAdjustment.Holm, double level = .95) =>
        Table(ContrastWeights.Pairwise(_grid.Labels), adjustment, level, isPairwise: true);

    /// <summary>Each other mean less that of a control.</summary>
    /// <param name="control">The label of the control; default: the first.</param>
    /// <param name="adjustment">Default: Holm's. Not Tukey's.</param>
    /// <param name="level">Of the intervals. Default .95.</param>
    public ContrastTable AgainstControl(string? control = null, ContrastAdjustment adjustment = ContrastAdjustment.Holm, double level = .95) =>
        Table(ContrastWeights.AgainstControl(_grid.Labels, control ?? _grid.Labels[0]), adjustment, level);

    /// <summary>Each mean less the mean of all.</summary>
    /// <param name="adjustment">Default: Holm's. Not Tukey's.</param>
    /// <param name="level">Of the intervals. Default .95.</param>
    public ContrastTable AgainstMean(ContrastAdjustment adjustment = ContrastAdjustment.Holm, double level = .95) =>
        Table(ContrastWeights.AgainstMean(_grid.Labels), adjustment, level);

    /// <summary>Linear, quadratic, cubic, ... trends over equally spaced levels, with the whole-number weights of the tables (-1, 0, 1; 1, -2, 1).</summary>
    /// <param name="adjustment">Default: Holm's. Not Tukey's.</param>
    /// <param name="level">Of the intervals. Default .95.</param>
    public ContrastTable Polynomial(ContrastAdjustment adjustment = ContrastAdjustment.Holm, double level = .95) =>
        Table(ContrastWeights.Polynomial(_grid.Labels), adjustment, level);

    /// <summary>Differences of differences: for each pair of levels of every factor asked for, the pairs crossed. Needs two factors or more.</summary>
    /// <param name="adjustment">Default: Holm's. Not Tukey's.</param>
    /// <param name="level">Of the intervals. Default .95.</param>
    /// <exception cref="ArgumentException">There is one factor.</exception>
    public ContrastTable Interactions(ContrastAdjustment adjustment = ContrastAdjustment.Holm, double level = .95) =>
        Table(ContrastWeights.Interactions(_grid.Factors), adjustment, level);

    /// <summary>Contrasts of your own.</summary>
    /// <param name="contrasts">For each its name and a weight for each label, of sum 0 unless a combination is wanted that is no contrast.</param>
    /// <param name="adjustment">Default: Holm's. Not Tukey's.</param>
    /// <param name="level">Of the intervals. Default .95.</param>
    /// <exception cref="ArgumentException">A contrast has not a finite weight for each label.</exception>
    public ContrastTable Contrasts(
        IReadOnlyList<(string Name, double[] Weights)> contrasts, ContrastAdjustment adjustment = ContrastAdjustment.Holm, double level = .95)
    {
        foreach ((string name, double[] weights) in contrasts)
        {
            if (weights.Length != _grid.Labels.Length || !weights.All(double.IsFinite))
            {
                throw new ArgumentException(
                    $"Contrast '{name}' needs {_grid.Labels.Length} finite weights, for {string.Join(", ", _grid.Labels)}; found {string.Join(", ", weights.Select(weight => weight.ToString(CultureInfo.InvariantCulture)))}.",
                    nameof(contrasts));
            }
        }

        return Table(contrasts, adjustment, level);
    }

    /// <summary>For each group the test that all of its means are equal. It assumes no sphericity within participants.</summary>
    public SimpleEffects SimpleEffects()
    {
        string effect = string.Join(':', _grid.Factors.Select(factor => factor.Name));
        IReadOnlyList<(string Name, double[] Weights)> contrasts = ContrastWeights.AgainstControl(_grid.Labels, _grid.Labels[0]);
        return new SimpleEffects([.. _grid.Groups.Select((group, place) =>
        {
            (double f, int degrees, double errorDegrees) = _estimator.TestJointly([.. contrasts.Select(contrast => CellWeights(place, contrast.Weights))]);
            return new SimpleEffect(group, effect, f, degrees, errorDegrees, double.IsNaN(f) ? double.NaN : FisherF.UpperTail(f, degrees, errorDegrees));
        })]);
    }

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        bool grouped = !By.IsEmpty;
        ImmutableArray<string> columns = [string.Join(':', Factors.Select(factor => factor.Name)), "mean", "SE", "df", "95% CI"];
        ImmutableArray<string> headings = grouped ? columns.Insert(1, string.Join(':', By.Select(factor => factor.Name))) : columns;
        return new ResultTable("Estimated marginal means", headings, [.. Means.Select(mean =>
        {
            ImmutableArray<string> row =
            [
                mean.Label,
                EstimateFormat.Number(mean.Estimate, mean.StandardError),
                SmileNotebooks.Apa.Quantity(mean.StandardError),
                SmileNotebooks.Apa.DegreesOfFreedom(mean.Degrees),
                EstimateFormat.Limits(mean.Interval, mean.StandardError),
            ];
            return grouped ? row.Insert(1, mean.Group) : row;
        })]);
    }

    /// <inheritdoc/>
    public override string ToString() => Apa;

    private ContrastTable Table(IReadOnlyList<(string Name, double[] Weights)> contrasts, ContrastAdjustment adjustment, double level, bool isPairwise = false)
    {
        if (adjustment == ContrastAdjustment.Tukey && !isPairwise)
        {
            throw new ArgumentException("Tukey's procedure is for all pairwise differences; choose Holm's or Bonferroni's.", nameof(adjustment));
        }

        ContrastFamily family = new(adjustment, _grid.Labels.Length, Levels.Checked(level));
        IEnumerable<ContrastEstimate> estimates = _grid.Groups.SelectMany((group, place) => family.Estimate(group, contrasts, weights => _estimator.Combine(CellWeights(place, weights))));
        return new ContrastTable([.. estimates], adjustment);
    }

    private double[] CellWeights(int group, double[] weights)
    {
        double[][] means = _grid.Weights[group];
        double[] cells = new double[means[0].Length];
        for (int label = 0; label < weights.Length; label++)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(means[label], weights[label], cells, cells);
        }

        return cells;
    }
}
