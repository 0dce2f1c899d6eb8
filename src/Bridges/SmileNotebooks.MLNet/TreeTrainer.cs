using System.Collections.Immutable;

namespace SmileNotebooks.MLNet;

/// <summary>Boosted trees of one kind or the other.</summary>
internal abstract class TreeTrainer(string name, string description, MLNetTreeOptions options) : MLNetTrainer(name, description)
{
    protected MLNetTreeOptions Options => options;

    /// <summary>Few small trees first.</summary>
    public override ImmutableArray<TrainerSettings> Candidates(TrainingSet training) =>
        [.. from leaves in options.Leaves.Order() from trees in options.Trees.Order() select TrainerSettings.Of((Settings.Leaves, leaves), (Settings.Trees, trees))];

    protected override void Check(TrainerSettings settings)
    {
        Settings.CheckWhole(Settings.Trees, settings[Settings.Trees], Settings.LeastTrees);
        Settings.CheckWhole(Settings.Leaves, settings[Settings.Leaves], Settings.LeastLeaves);
    }
}
