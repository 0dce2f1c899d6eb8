// Which cells each marginal mean averages over.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal sealed class MarginalMeansGrid
{
    public MarginalMeansGrid(ImmutableArray<DesignFactor> all, IReadOnlyList<string> factors, IReadOnlyList<string> by)
    {
        Factors = [.. factors.Select(name => Find(all, name))];
        By = [.. by.Select(name => Find(all, name))];
        string? twice = factors.Concat(by).GroupBy(name => name).FirstOrDefault(names => names.Count() > 1)?.Key;
        if (factors.Count == 0 || twice is not null)
        {
            throw new ArgumentException(twice is null ? "Marginal means need a factor." : $"Factor '{twice}' is given twice.", nameof(factors));
        }

        Labels = DesignFactor.CellNames(Factors);
        Groups = DesignFactor.CellNames(By);
        Weights = new double[Groups.Length][][];
        int cells = DesignFactor.CellCount(all);
        double weight = (double)Labels.Length * Groups.Length / cells;
        for (int group = 0; group < Groups.Length; group++)
        {
            Weights[group] = [.. Labels.Select(_ => new double[cells])];
        }

        for (int cell = 0; cell < cells; cell++)
        {
            int[] levels = LevelsOf(all, cell);
            Weights[Index(all, By, levels)][Index(all, Factors, levels)][cell] = weight;
        }
    }

    public ImmutableArray<DesignFactor> Factors { get; }

    public ImmutableArray<DesignFactor> By { get; }

    public ImmutableArray<string> Labels { get; }

    public ImmutableArray<string> Groups { get; }

    /// <summary>For each group and label a weight a cell: equal, of sum 1.</summary>
    public double[][][] Weights { get; }

    private static DesignFactor Find(ImmutableArray<DesignFactor> all, string name) =>
        all.FirstOrDefault(factor => factor.Name == name)
        ?? throw new ArgumentException($"There is no factor '{name}'; there are: {string.Join(", ", all.Select(factor => factor.Name))}.", nameof(name));

    private static int[] LevelsOf(ImmutableArray<DesignFactor> all, int cell)
    {
        int[] levels = new int[all.Length];
        for (int i = all.Length - 1; i >= 0; i--)
        {
            (cell, levels[i]) = Math.DivRem(cell, all[i].Levels.Length);
        }

        return levels;
    }

    private static int Index(ImmutableArray<DesignFactor> all, ImmutableArray<DesignFactor> factors, int[] levels) =>
        factors.Aggregate(0, (index, factor) => (index * factor.Levels.Length) + levels[all.IndexOf(factor)]);
}
