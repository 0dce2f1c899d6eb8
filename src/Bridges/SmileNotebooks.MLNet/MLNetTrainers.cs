// The trainers of this bridge: ML.NET learns, everything around it (folds by person, leaks, calibration, model card) is that of SmileTraining.
using System.Collections.Immutable;

namespace SmileNotebooks.MLNet;

/// <summary>Trainers of ML.NET for <see cref="SmileTraining"/>. With one thread each, the default, the same rows and seed give the same model.</summary>
public static class MLNetTrainers
{
    /// <summary>All four with their defaults, the simplest first.</summary>
    public static ImmutableArray<ISmileTrainer> All { get; } = [LbfgsLogisticRegression(), SdcaLogisticRegression(), FastTree(), LightGbm()];

    /// <summary>Ridge logistic regression by L-BFGS (Liu and Nocedal, 1989). Settings: <c>penalty</c>. Nothing is random: the seed changes nothing.</summary>
    /// <param name="options">Default: one thread, four penalties.</param>
    /// <exception cref="ArgumentException">An option out of its range.</exception>
    public static ISmileTrainer LbfgsLogisticRegression(MLNetLogisticOptions? options = null) => new LbfgsTrainer(Checked(options ?? new()));

    /// <summary>Ridge logistic regression by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang, 2013). Settings: <c>penalty</c>. It stops where the duality gap is below a
    /// thousandth of the loss: weights come near those of <see cref="LbfgsLogisticRegression"/>. Its intercept does not under large penalties, whatever the number of passes: it is drawn towards 0.</summary>
    /// <param name="options">Default: one thread, four penalties.</param>
    /// <exception cref="ArgumentException">An option out of its range.</exception>
    public static ISmileTrainer SdcaLogisticRegression(MLNetLogisticOptions? options = null) => new SdcaTrainer(Checked(options ?? new()));

    /// <summary>Boosted regression trees (Friedman, 2001) of ML.NET's own. Settings: <c>leaves</c> of a tree and <c>trees</c>.</summary>
    /// <param name="options">Default: one thread, 20 or 60 trees of 2 or 4 leaves.</param>
    /// <exception cref="ArgumentException">An option out of its range.</exception>
    public static ISmileTrainer FastTree(MLNetTreeOptions? options = null) => new FastTreeTrainer(Checked(options ?? new()));

    /// <summary>Boosted regression trees of LightGBM (Ke and others, 2017), a native library. Settings: <c>leaves</c> of a tree and <c>trees</c>.</summary>
    /// <param name="options">Default: one thread, 20 or 60 trees of 2 or 4 leaves.</param>
    /// <exception cref="ArgumentException">An option out of its range.</exception>
    public static ISmileTrainer LightGbm(MLNetTreeOptions? options = null) => new LightGbmTrainer(Checked(options ?? new()));

    private static MLNetLogisticOptions Checked(MLNetLogisticOptions options)
    {
        Settings.Require(options.Threads >= 1, nameof(options.Threads), options.Threads, "at least 1");
        Settings.Require(!options.Penalties.IsDefaultOrEmpty, nameof(options.Penalties), 0, "at least one penalty");
        foreach (double penalty in options.Penalties)
        {
            Settings.CheckPenalty(penalty);
        }

        return options;
    }

    private static MLNetTreeOptions Checked(MLNetTreeOptions options)
    {
        Settings.Require(options.Threads >= 1, nameof(options.Threads), options.Threads, "at least 1");
        Settings.Require(options.LearningRate is > 0 and <= 1, nameof(options.LearningRate), options.LearningRate, "above 0, at most 1");
        Settings.Require(options.LeastRowsOfLeaf >= 1, nameof(options.LeastRowsOfLeaf), options.LeastRowsOfLeaf, "at least 1");
        Settings.Require(!options.Trees.IsDefaultOrEmpty, nameof(options.Trees), 0, "at least one number of trees");
        Settings.Require(!options.Leaves.IsDefaultOrEmpty, nameof(options.Leaves), 0, "at least one number of leaves");
        foreach (int trees in options.Trees)
        {
            Settings.CheckWhole(Settings.Trees, trees, Settings.LeastTrees);
        }

        foreach (int leaves in options.Leaves)
        {
            Settings.CheckWhole(Settings.Leaves, leaves, Settings.LeastLeaves);
        }

        return options;
    }
}
