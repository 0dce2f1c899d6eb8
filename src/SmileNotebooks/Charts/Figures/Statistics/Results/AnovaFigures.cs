using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of analyses of variance, marginal means and contrasts.</summary>
public static class AnovaFigures
{
    /// <summary>Means of the participants' values: the first factor along x, a line for each level of the second, a panel for each combination of further
    /// ones. Participants are averaged over the cells of factors that are not shown. Intervals within participants are those of Cousineau (2005) and
    /// Morey (2008), group by group; without such factors ordinary t intervals.</summary>
    /// <param name="anova">An analysis of variance.</param>
    /// <param name="factors">Which factors, in this order; by default all up to three, those within participants first, and of four or more the first two.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <exception cref="ArgumentException">There is no such factor.</exception>
    public static Figure Interaction(this AnovaResult anova, IReadOnlyList<string>? factors = null, FigureOptions? options = null)
    {
        options ??= new();
        options = options with { YTitle = options.YTitle ?? (anova.ValueName.Length == 0 ? null : PlotlyText.Escape(anova.ValueName)) };
        DesignFactor[] all = [.. anova.Within, .. anova.Between];
        DesignFactor[] shown = factors is null ? all[..(all.Length > 3 ? 2 : all.Length)] : [.. factors.Select(name => Named(all, name))];
        CellMeans means = new(anova, [.. anova.Between.Where(shown.Contains)], [.. anova.Within.Where(shown.Contains)]);
        DesignFactor[] order = factors is null ? Ordered(shown, shown[0].Name) : shown;
        string kind = means.Within.IsEmpty ? "CI" : "within-subject CI";
        return Draw(means.At(options.Level), [.. means.Between, .. means.Within], order, options.Titled("Cell means") with { Subtitle = options.Subtitle ?? $"means with {Apa.Percent(options.Level)}% {kind}" });
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
            ((string[])[.. CellMeans.LevelsOf(means.By, at / inner), .. CellMeans.LevelsOf(means.Factors, at % inner)], mean.Estimate, mean.Interval));
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

    /// <summary>The factor along x, then the others by their number of levels: the one with the most makes the lines.</summary>
    private static DesignFactor[] Ordered(DesignFactor[] factors, string x) =>
        [Named(factors, x), .. factors.Where(factor => factor.Name != x).OrderByDescending(factor => factor.Levels.Length)];

    private static DesignFactor Named(DesignFactor[] factors, string name) =>
        factors.FirstOrDefault(factor => factor.Name == name)
        ?? throw new ArgumentException($"There is no factor '{name}'; there are: {string.Join(", ", factors.Select(factor => factor.Name))}.", nameof(name));

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
        return FigureHead.Fit(StatisticsFigures.Interaction([.. drawn], order[0].Name, order.Length > 1 ? order[1].Name : null, options));
    }
}
