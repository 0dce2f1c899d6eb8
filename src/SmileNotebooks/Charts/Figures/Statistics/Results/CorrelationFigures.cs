using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of correlations and agreement.</summary>
public static class CorrelationFigures
{
    /// <summary>The two variables against each other with the least-squares line; for Spearman's correlation their ranks.</summary>
    /// <param name="correlation">A correlation.</param>
    /// <param name="options">Words and the level of the band.</param>
    public static Figure Scatter(this CorrelationResult correlation, FigureOptions? options = null)
    {
        options ??= new() { Level = correlation.Interval.Level > 0 ? correlation.Interval.Level : .95 };
        return correlation.Kind == CorrelationKind.Pearson
            ? StatisticsFigures.Correlation(correlation.X.AsSpan(), correlation.Y.AsSpan(), labels: null, options.Titled("Pearson correlation"))
            : StatisticsFigures.Correlation(
                Midranks.Of(correlation.X.AsSpan()),
                Midranks.Of(correlation.Y.AsSpan()),
                labels: null,
                options.Titled("Spearman rank correlation") with { XTitle = options.XTitle ?? "rank of x", YTitle = options.YTitle ?? "rank of y" });
    }

    /// <summary>The six intraclass correlations with their intervals.</summary>
    /// <param name="correlations">Intraclass correlations.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this IntraclassCorrelationResult correlations, FigureOptions? options = null) => StatisticsFigures.Forest(
        [.. correlations.Forms.Select(form => new ForestRow(form.Name, form.Value, form.Interval))],
        reference: 0,
        isRatio: false,
        (options ?? new()).Titled("Intraclass correlations"));

    /// <summary>How often the raters chose each pair of categories.</summary>
    /// <param name="kappa">Agreement of two raters.</param>
    /// <param name="options">Words.</param>
    public static Figure Table(this CohenKappaResult kappa, FigureOptions? options = null)
    {
        options = (options ?? new()).Titled("Agreement of two raters");
        return StatisticsFigures.Confusion(
            kappa.Categories, kappa.Counts.AsSpan(), options with { XTitle = options.XTitle ?? "Second rater", YTitle = options.YTitle ?? "First rater" });
    }
}
