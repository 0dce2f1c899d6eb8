// The non-linear trainer: log odds that bend smoothly with the features.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Kernel logistic regression (Zhu and Hastie, 2005) with a Gaussian (RBF) kernel on landmarks (Williams and Seeger, 2001) that are centres of k-means (Zhang, Tsang and
/// Kwok, 2008), under a ridge penalty. Features are standardised inside. Far from all that was seen in training, log odds return to a constant.</summary>
/// <remarks>
/// <para>Settings: <c>width</c> of the Gaussian in root mean squares of the standardised features (gamma = 1 / (2 width^2 features)); <c>penalty</c>, above 0, of the mean negative
/// log-likelihood, times half of the squared norm of the function.</para>
/// <para>A kernel model keeps points of the training set in its file: those of other people. Here each point is the mean of rows of at least
/// <see cref="LeastPeopleOfLandmark"/> people; no row is kept.</para>
/// <para>What was tried beside it is in docs/smiles/classifier.md.</para>
/// </remarks>
public sealed class RbfTrainer : ISmileTrainer
{
    /// <summary>The setting that says how far a landmark reaches.</summary>
    public const string Width = "width";

    /// <summary>The setting that the function is drawn towards a constant by.</summary>
    public const string Penalty = "penalty";

    /// <summary>The most landmarks of a model. A convention: it bounds the size of the file.</summary>
    public const int MostLandmarks = 64;

    /// <summary>A landmark is the mean of rows of at least so many people. A convention of statistical offices for tables of people.</summary>
    public const int LeastPeopleOfLandmark = 5;

    private static readonly ImmutableArray<double> Widths = [2, 1, 0.5];
    private static readonly ImmutableArray<double> Penalties = [0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001, 0.00001];

    /// <inheritdoc/>
    public string Name => "rbf";

    /// <inheritdoc/>
    public string Description => "Kernel logistic regression (Gaussian kernel on landmarks, ridge penalty): log odds bend smoothly with the features.";

    /// <inheritdoc/>
    public ImmutableArray<TrainerSettings> Candidates(TrainingSet training) =>
        [.. from penalty in Penalties from width in Widths select TrainerSettings.Of((Penalty, penalty), (Width, width))];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A penalty or width that is not above 0, one class only.</exception>
    public ImmutableArray<ISmileModel> Fit(TrainingSet training, IReadOnlyList<TrainerSettings> settings, ulong seed)
    {
        foreach (TrainerSettings one in settings)
        {
            Check(one, Penalty);
            Check(one, Width);
        }

        LogisticDesign design = StandardisedFeatures.DesignOf(training);
        LandmarkSet landmarks = LandmarkSet.Of(design, training.Groups.AsSpan(), MostLandmarks, LeastPeopleOfLandmark, seed);
        ISmileModel[] models = new ISmileModel[settings.Count];
        foreach (IGrouping<double, int> path in Enumerable.Range(0, settings.Count).GroupBy(index => settings[index][Width]))
        {
            RbfFit fit = new(design, landmarks, path.Key);
            double[]? start = null;
            foreach (int index in path.OrderByDescending(index => settings[index][Penalty]))
            {
                (start, RbfFunction function) = fit.Solve(settings[index][Penalty], start);
                models[index] = new RbfModel(Name, settings[index], training.Features, function);
            }
        }

        return [.. models];
    }

    private static void Check(TrainerSettings settings, string name)
    {
        if (!(settings[name] > 0 && double.IsFinite(settings[name])))
        {
            throw new ArgumentException(Invariant($"The {name} is {settings[name]}, expected a finite number above 0."), nameof(settings));
        }
    }
}
