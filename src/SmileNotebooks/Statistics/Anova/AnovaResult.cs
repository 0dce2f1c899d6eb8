using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>An analysis of variance: its effects, and the observations by participant and cell that figures and contrasts are made of. Immutable.</summary>
public sealed partial record AnovaResult : IStatisticalResult
{
    private readonly AnovaDesign _design;
    private readonly Lazy<CellMeansEstimator> _estimator;

    internal AnovaResult(AnovaDesign design, AnovaOptions options)
    {
        _design = design;
        Correction = options.Correction;
        (Intercept, Effects) = new AnovaComputation(design).Effects(options);
        _estimator = new Lazy<CellMeansEstimator>(() => new CellMeansEstimator(design));
    }

    /// <summary>Effects in hierarchical order: those between participants, then for each within-participant effect itself and its interactions with those.</summary>
    public ImmutableArray<AnovaEffect> Effects { get; }

    /// <summary>The test of the grand mean against zero.</summary>
    public AnovaEffect Intercept { get; }

    /// <summary>The correction in reported degrees of freedom.</summary>
    public SphericityCorrection Correction { get; }

    /// <summary>The column or property that was analysed; empty where the values came as a matrix.</summary>
    public string ValueName => _design.ValueName;

    /// <summary>Factors within participants; empty for a design between participants.</summary>
    public ImmutableArray<DesignFactor> Within => _design.Within;

    /// <summary>Factors between participants.</summary>
    public ImmutableArray<DesignFactor> Between => _design.Between;

    /// <summary>The participants in the order of <see cref="Values"/>.</summary>
    public ImmutableArray<string> Participants => _design.Participants;

    /// <summary>The within-participant cells, labels joined by ':', the last factor running fastest; one, "", where there is no such factor.</summary>
    public ImmutableArray<string> Cells => DesignFactor.CellNames(Within);

    /// <summary>The groups: cells of the between-participant factors, labels joined by ':', the last factor running fastest; one, "", where there is no such factor.</summary>
    public ImmutableArray<string> Groups => DesignFactor.CellNames(Between);

    /// <summary>For each participant the index of the group.</summary>
    public ReadOnlySpan<int> GroupOfParticipant => _design.Groups;

    /// <summary>How many observations were averaged with others of the same participant and cell.</summary>
    public int Averaged => _design.Averaged;

    /// <summary>What was left out because values were missing.</summary>
    public DroppedRows Dropped => _design.Dropped;

    /// <summary>A line an effect: <c>emotion: F(1.99, 236.65) = 7.26, p &lt; .001, partial eta2 = .058, generalised eta2 = .005</c>.</summary>
    public string Apa => string.Join('\n', Effects);

    /// <summary>The effect of this name, its factors in any order.</summary>
    /// <param name="name">As <see cref="AnovaEffect.Name"/>: <c>emotion</c>, <c>emotion:muscle</c>.</param>
    /// <exception cref="ArgumentException">There is no such effect.</exception>
    public AnovaEffect Effect(string name)
    {
        string[] factors = name.Split(':');
        return Effects.FirstOrDefault(effect => effect.Factors.Length == factors.Length && factors.All(effect.Factors.Contains))
            ?? throw new ArgumentException($"There is no effect '{name}'; there are: {string.Join(", ", Effects.Select(effect => effect.Name))}.", nameof(name));
    }

    /// <summary>The observation (or mean of several) of each participant in a cell.</summary>
    /// <param name="cell">Index in <see cref="Cells"/>.</param>
    public ReadOnlySpan<double> Values(int cell) => _design.Values.AsSpan(cell * Participants.Length, Participants.Length);

    /// <summary>Each participant's observation in a cell less the mean of the group there: what Q-Q plots show.</summary>
    /// <param name="cell">Index in <see cref="Cells"/>.</param>
    public ImmutableArray<double> Residuals(int cell)
    {
        double[] means = _design.GroupMeans(cell);
        ReadOnlySpan<double> values = Values(cell);
        double[] residuals = new double[values.Length];
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = values[i] - means[_design.Groups[i]];
        }

        return [.. residuals];
    }

    /// <summary>Estimated marginal means of combinations of factors, averaged over the cells of the others with equal weights.
    /// Their errors are those of the multivariate model: no sphericity is assumed.</summary>
    /// <param name="factors">One or several factors of the design.</param>
    /// <exception cref="ArgumentException">No such factor, or one given twice.</exception>
    public MarginalMeans MarginalMeans(params IReadOnlyList<string> factors) => new(_estimator.Value, factors, []);

    /// <summary>Marginal means of a factor within each level of others, so that contrasts are made and corrected within those: simple effects.</summary>
    /// <param name="factor">The factor compared.</param>
    /// <param name="by">The factors within whose levels it is compared.</param>
    /// <exception cref="ArgumentException">No such factor, or one given twice.</exception>
    public MarginalMeans MarginalMeansBy(string factor, params IReadOnlyList<string> by) => new(_estimator.Value, [factor], by);

    /// <inheritdoc/>
    public ResultTable ToTable() => AnovaTable.Of(this);

    /// <inheritdoc/>
    public override string ToString() => Apa;
}
