namespace SmileNotebooks;

/// <summary>How many folds people and classes allow.</summary>
internal static class FoldCounts
{
    /// <summary>At most as many as there are people with a smile of the rarer class: each fold needs both classes.</summary>
    /// <returns>Below 2 where no fold can be made.</returns>
    public static int Possible(TrainingSet set, int wanted)
    {
        HashSet<int> named = [];
        HashSet<int> others = [];
        for (int row = 0; row < set.Count; row++)
        {
            (set.Labels[row] ? named : others).Add(set.Groups[row]);
        }

        return Math.Min(wanted, Math.Min(named.Count, others.Count));
    }
}
