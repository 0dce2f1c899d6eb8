using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Means of some factors' cells in an analysis of variance, over the cells of the others.</summary>
/// <param name="anova">The analysis.</param>
/// <param name="between">The factors between participants that are kept.</param>
/// <param name="within">The factors within participants that are kept.</param>
internal sealed class CellMeans(AnovaResult anova, ImmutableArray<DesignFactor> between, ImmutableArray<DesignFactor> within)
{
    public ImmutableArray<DesignFactor> Between => between;

    public ImmutableArray<DesignFactor> Within => within;

    /// <summary>For each cell its levels (those between participants first), its mean and interval.</summary>
    public IReadOnlyList<(string[] Levels, double Mean, ConfidenceInterval Interval)> At(double level)
    {
        List<(string[] Levels, double Mean, ConfidenceInterval Interval)> cells = [];
        for (int group = 0; group < CountOf(between); group++)
        {
            string[] groupLevels = LevelsOf(between, group);
            int[] members = [.. Enumerable.Range(0, anova.Participants.Length).Where(participant => GroupOf(participant) == group)];
            ImmutableArray<double>[] values = [.. Enumerable.Range(0, CountOf(within)).Select(cell => ValuesOf(members, cell))];
            cells.AddRange(MeanInterval.WithinSubject(values, level).Select((mean, cell) => ((string[])[.. groupLevels, .. LevelsOf(within, cell)], mean.Mean, mean.Interval)));
        }

        return cells;
    }

    /// <summary>The levels of a cell, the last factor running fastest.</summary>
    public static string[] LevelsOf(ImmutableArray<DesignFactor> factors, int cell)
    {
        string[] levels = new string[factors.Length];
        for (int factor = factors.Length - 1; factor >= 0; factor--)
        {
            (cell, int level) = Math.DivRem(cell, factors[factor].Levels.Length);
            levels[factor] = factors[factor].Levels[level];
        }

        return levels;
    }

    private static int CountOf(ImmutableArray<DesignFactor> factors) => factors.Aggregate(1, (count, factor) => count * factor.Levels.Length);

    /// <summary>The cell of the kept factors that a cell of all factors lies in.</summary>
    private static int Kept(ImmutableArray<DesignFactor> all, ImmutableArray<DesignFactor> kept, int cell)
    {
        string[] levels = LevelsOf(all, cell);
        return kept.Aggregate(0, (at, factor) => (at * factor.Levels.Length) + factor.Levels.IndexOf(levels[all.IndexOf(factor)]));
    }

    private int GroupOf(int participant) => Kept(anova.Between, between, anova.GroupOfParticipant[participant]);

    /// <summary>Each participant's mean over the cells of the factors that are not kept.</summary>
    private ImmutableArray<double> ValuesOf(int[] members, int cell)
    {
        int[] inside = [.. Enumerable.Range(0, anova.Cells.Length).Where(each => Kept(anova.Within, within, each) == cell)];
        return [.. members.Select(participant => inside.Average(each => anova.Values(each)[participant]))];
    }
}
