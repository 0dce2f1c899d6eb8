using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of analyses of variance, marginal means and contrasts.</summary>
public static class AnovaFigures
{
    /// <summary>Cell means of the participants' values, one line a level of the second factor, a panel for each combination of further ones. Intervals
    /// within participants are those of Cousineau (2005) and Morey (2008), group by group; without such factors ordinary t intervals.</summary>
    /// <param name="anova">An analysis of variance.</param>
    /// <param name="x">The factor along x; by default the first within participants, else the first between them.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <exception cref="ArgumentException">There is no such factor.</exception>
    public static Figure Interaction(this AnovaResult anova, string? x = null, FigureOptions? options = null)
    {
        options ??= new();
        DesignFactor[] factors = [.. anova.Between, .. anova.Within];
        DesignFactor[] order = Ordered(factors, x ?? (anova.Within.IsEmpty ? factors[0].Name : anova.Within[0].Name));
        List<(string[] Levels, double Mean, ConfidenceInterval Interval)> cells = [];
        for (int group = 0; group < anova.Groups.Length; group++)
        {
            ImmutableArray<double>[] values = [.. Enumerable.Range(0, anova.Cells.Length).Select(cell => ValuesOf(anova, cell, group))];
            (double Mean, ConfidenceInterval Interval)[] means = MeanInterval.WithinSubject(values, options.Level);
            string[] groupLevels = LevelsOf(anova.Between, group);
            cells.AddRange(means.Select((mean, cell) => ((string[])[.. groupLevels, .. LevelsOf(anova.Within, cell)], mean.Mean, mean.Interval)));
        }

        string kind = anova.Within.IsEmpty ? "CI" : "within-subject CI";
        return Draw(cells, factors, order, options.Titled("Cell means") with { Subtitle = options.Subtitle ?? $"means with {Apa.Percent(options.Level)}% {kind}" });
    }

    /// <summary>Estimated marginal means with their intervals: the first factor along x, a line for each level of the second.</summary>
    /// <param name="means">Marginal means.</param>
    /// <param name="x">The factor along x; by default the first.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <exception cref="ArgumentException">There is no such factor.</exception>
    public static Figure Interaction(this MarginalMeans means, string? x = null, FigureOptions? options = null)
    {
        options ??= new();
        DesignFactor[] factors = [.. means.By, .. means.Factors];
        int inner = means.Factors.Aggregate(1, (count, factor) => count * factor.Levels.Length);
        IEnumerable<(string[] Levels, double Mean, ConfidenceInterval Interval)> cells = means.MeansAt(options.Level).Select((mean, at) =>
            ((string[])[.. LevelsOf(means.By, at / inner), .. LevelsOf(means.Factors, at % inner)], mean.Estimate, mean.Interval));
        return Draw([.. cells], factors, Ordered(factors, x ?? means.Factors[0].Name), options.Titled("Estimated marginal means"));
    }

    /// <summary>Contrasts with their intervals.</summary>
    /// <param name="contrasts">At least one contrast.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this ContrastTable contrasts, FigureOptions? options = null) => StatisticsFigures.Forest(
        [.. contrasts.Contrasts.Select(contrast => new ForestRow(contrast.Group.Length == 0 ? contrast.Name : $"{contrast.Name} ({contrast.Group})", contrast.Estimate, contrast.Interval))],
        reference: 0,
        isRatio: false,
        (options ?? new()).Titled("Contrasts"));

    /// <summary>Partial eta squared of each simple effect.</summary>
    /// <param name="effects">Simple effects.</param>
    /// <param name="options">Words.</param>
    public static Figure EffectSizes(this SimpleEffects effects, FigureOptions? options = null) => BarsPlot.EffectSizes(
        [.. effects.Effects.Select(effect => (effect.Group.Length == 0 ? effect.Effect : $"{effect.Effect} ({effect.Group})", effect.F, (double)effect.Degrees, effect.ErrorDegrees, effect.P))],
        (options ?? new()).Titled("Simple effects"));

    private static ImmutableArray<double> ValuesOf(AnovaResult anova, int cell, int group)
    {
        ReadOnlySpan<double> values = anova.Values(cell);
        ReadOnlySpan<int> groups = anova.GroupOfParticipant;
        ImmutableArray<double>.Builder found = ImmutableArray.CreateBuilder<double>();
        for (int participant = 0; participant < values.Length; participant++)
        {
            if (groups[participant] == group)
            {
                found.Add(values[participant]);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The levels of a cell, the last factor running fastest.</summary>
    private static string[] LevelsOf(ImmutableArray<DesignFactor> factors, int cell)
    {
        string[] levels = new string[factors.Length];
        for (int factor = factors.Length - 1; factor >= 0; factor--)
        {
            (cell, int level) = Math.DivRem(cell, factors[factor].Levels.Length);
            levels[factor] = factors[factor].Levels[level];
        }

        return levels;
    }

    /// <summary>The factor along x, then the others by their number of levels: the one with the most makes the lines.</summary>
    private static DesignFactor[] Ordered(DesignFactor[] factors, string x) =>
        factors.FirstOrDefault(factor => factor.Name == x) is { } first
            ? [first, .. factors.Where(factor => factor != first).OrderByDescending(factor => factor.Levels.Length)]
            : throw new ArgumentException($"There is no factor '{x}'; there are: {string.Join(", ", factors.Select(factor => factor.Name))}.", nameof(x));

    private static Figure Draw(
        IReadOnlyList<(string[] Levels, double Mean, ConfidenceInterval Interval)> cells, DesignFactor[] factors, DesignFactor[] order, FigureOptions options)
    {
        int[] place = [.. order.Select(factor => Array.IndexOf(factors, factor))];
        IEnumerable<MeanCell> drawn = cells
            .Select(cell => new MeanCell(
                cell.Levels[place[0]],
                place.Length > 1 ? cell.Levels[place[1]] : null,
                place.Length > 2 ? string.Join(", ", place.Skip(2).Select(factor => $"{factors[factor].Name} {cell.Levels[factor]}")) : null,
                cell.Mean,
                cell.Interval))
            .OrderBy(cell => order[0].Levels.IndexOf(cell.X));
        return StatisticsFigures.Interaction([.. drawn], order[0].Name, order.Length > 1 ? order[1].Name : null, options);
    }
}
