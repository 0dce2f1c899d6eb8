// The interpretable default: log odds that are a weighted sum of the features.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Logistic regression under an elastic-net penalty (Zou and Hastie, 2005), over a path of penalties (Friedman, Hastie and Tibshirani, 2010). Features are standardised
/// inside; coefficients come in the features' own units. A constant feature gets a coefficient of 0, collinear ones share theirs (alike where mixing is below 1), and
/// separated classes have finite estimates, because the penalty is above 0.</summary>
/// <remarks>Settings: <c>penalty</c>, above 0, of the mean negative log-likelihood on standardised features (scikit-learn's C is 1 / (rows x penalty)); <c>mixing</c>, from 0 (ridge: all
/// features kept) to 1 (lasso: as few as will do). Nothing is random: the seed changes nothing.</remarks>
public sealed class ElasticNetTrainer : ISmileTrainer
{
    /// <summary>The setting that all coefficients are drawn towards 0 by.</summary>
    public const string Penalty = "penalty";

    /// <summary>The share of the penalty that is of absolute coefficients.</summary>
    public const string Mixing = "mixing";

    // Four penalties a factor of ten, from the one that leaves nothing to a thousandth of it; glmnet's path has that range for more rows than columns.
    private const int Penalties = 13;
    private const double PenaltiesPerDecade = 4;

    // A ridge leaves nothing at an infinite penalty only: its path begins where that of this mixing would.
    private const double LeastMixingOfStart = 0.1;
    private static readonly ImmutableArray<double> Mixings = [1, 0.5, 0];

    /// <inheritdoc/>
    public string Name => "elastic-net";

    /// <inheritdoc/>
    public string Description => "Logistic regression with an elastic-net penalty: log odds are a weighted sum of the features, and few features are used where few will do.";

    /// <inheritdoc/>
    public ImmutableArray<TrainerSettings> Candidates(TrainingSet training)
    {
        double largest = ElasticNetSolver.LargestSlope(StandardisedFeatures.DesignOf(training));
        return
        [
            .. from step in Enumerable.Range(0, Penalties)
               from mixing in Mixings
               let first = (largest > 0 ? largest : 1) / Math.Max(mixing, LeastMixingOfStart)
               select TrainerSettings.Of((Penalty, first * Math.Pow(10, -step / PenaltiesPerDecade)), (Mixing, mixing)),
        ];
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A penalty that is not above 0, a mixing outside of 0 to 1, one class only.</exception>
    public ImmutableArray<ISmileModel> Fit(TrainingSet training, IReadOnlyList<TrainerSettings> settings, ulong seed)
    {
        foreach (TrainerSettings one in settings)
        {
            Check(one);
        }

        LogisticDesign design = StandardisedFeatures.DesignOf(training);
        ElasticNetSolver solver = new(design);
        ISmileModel[] models = new ISmileModel[settings.Count];

        // Along a path each minimum is the start of the next, from the largest penalty on.
        foreach (IGrouping<double, int> path in Enumerable.Range(0, settings.Count).GroupBy(index => settings[index][Mixing]))
        {
            double[]? start = null;
            foreach (int index in path.OrderByDescending(index => settings[index][Penalty]))
            {
                start = solver.Solve(settings[index][Penalty], path.Key, start);
                double[] raw = design.Raw(start);
                models[index] = new ElasticNetModel(Name, settings[index], training.Features, raw[0], [.. raw.AsSpan(1)]);
            }
        }

        return [.. models];
    }

    private static void Check(TrainerSettings settings)
    {
        if (!(settings[Penalty] > 0 && double.IsFinite(settings[Penalty])))
        {
            throw new ArgumentException(Invariant($"The {Penalty} is {settings[Penalty]}, expected a finite number above 0."), nameof(settings));
        }

        if (!(settings[Mixing] is >= 0 and <= 1))
        {
            throw new ArgumentException(Invariant($"The {Mixing} is {settings[Mixing]}, expected 0 (ridge) to 1 (lasso)."), nameof(settings));
        }
    }
}
