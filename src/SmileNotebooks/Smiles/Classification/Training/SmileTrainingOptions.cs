// What may be chosen when a classifier is trained.
namespace SmileNotebooks;

/// <summary>Which of a trainer's settings cross-validation chooses.</summary>
public enum SettingsRule
{
    /// <summary>The least log loss; of settings that are alike the simplest. The default.</summary>
    LeastLogLoss,

    /// <summary>The simplest whose log loss is within one standard error (of the paired difference, over people) of the least (Breiman, Friedman, Olshen and Stone,
    /// 1984, section 3.4.3; Hastie, Tibshirani and Friedman, 2009, section 7.10). For fewer features at a small price.</summary>
    OneStandardError,
}

/// <summary>Options of <see cref="SmileTraining"/>.</summary>
public sealed record SmileTrainingOptions
{
    /// <summary>Folds of the outer cross-validation: at least 2. Fewer are used, and said, where a class has fewer people. Default: 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Folds of the inner one, which chooses settings within the training part of each outer fold. Default: 5.</summary>
    public int InnerFolds { get; init; } = 5;

    /// <summary>The seed of folds, trainers, bootstrap and permutations. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How settings are chosen. Default: by the least log loss.</summary>
    public SettingsRule Rule { get; init; } = SettingsRule.LeastLogLoss;

    /// <summary>Draws of the bootstrap over people: at least 200. Default: 2,000.</summary>
    public int BootstrapDraws { get; init; } = 2_000;

    /// <summary>How often the whole procedure is repeated with labels dealt anew, for the permutation baseline; 0 for none. Default: 100.</summary>
    public int Permutations { get; init; } = 100;

    /// <summary>Whether the learning curve over people is drawn. Default: true.</summary>
    public bool LearningCurve { get; init; } = true;

    /// <summary>Confidence of all intervals. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>A feature that is missing in a larger share of the rows than this is left out; then rows that lack a value are. Default: .2.</summary>
    public double MostMissing { get; init; } = 0.2;

    /// <summary>What is done with rows without a person. Default: they are refused.</summary>
    public PersonPolicy People { get; init; } = PersonPolicy.Required;

    /// <summary>On how many threads; -1 for as many as there are. Results do not depend on it. Default: -1.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;

    internal BootstrapOptions Bootstrap => new()
    {
        Level = Level,
        Resamples = BootstrapDraws,
        Seed = RandomStream.SeedOf(Seed, SeedStreams.Bootstrap),
        MaxDegreeOfParallelism = MaxDegreeOfParallelism,
    };

    internal void Check()
    {
        Levels.Checked(Level);
        Require(Folds >= 2, nameof(Folds), Folds, "at least 2");
        Require(InnerFolds >= 2, nameof(InnerFolds), InnerFolds, "at least 2");
        Require(BootstrapDraws >= 200, nameof(BootstrapDraws), BootstrapDraws, "at least 200");
        Require(Permutations >= 0, nameof(Permutations), Permutations, "0 or more");
        Require(MostMissing is >= 0 and < 1, nameof(MostMissing), MostMissing, "0 to below 1");
        Require(MaxDegreeOfParallelism is -1 or > 0, nameof(MaxDegreeOfParallelism), MaxDegreeOfParallelism, "-1 or at least 1");
    }

    private static void Require(bool isMet, string name, double found, string expected)
    {
        if (!isMet)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {found}, expected {expected}."), name);
        }
    }
}
