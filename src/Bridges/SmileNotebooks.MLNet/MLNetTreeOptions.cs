using System.Collections.Immutable;

namespace SmileNotebooks.MLNet;

/// <summary>Options of the trainers of boosted trees.</summary>
public sealed record MLNetTreeOptions
{
    /// <summary>On how many threads one model is learned: at least 1. Default: 1, which gives the same model each time.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How many trees there may be; cross-validation chooses among them. Default: 20, 60.</summary>
    public ImmutableArray<int> Trees { get; init; } = [20, 60];

    /// <summary>How many leaves a tree may have, from 2 (each tree looks at one feature: no interactions); cross-validation chooses among them. Default: 2, 4.</summary>
    public ImmutableArray<int> Leaves { get; init; } = [2, 4];

    /// <summary>How far each tree goes: above 0, at most 1. Default: 0.1.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The fewest rows of a leaf: at least 1. With fewer than twice as many rows nothing can be asked, and all probabilities are alike. Default: 10.</summary>
    public int LeastRowsOfLeaf { get; init; } = 10;
}
