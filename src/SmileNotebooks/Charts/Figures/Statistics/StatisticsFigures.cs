// The figures of statistics over plain numbers. What a result of the statistics room draws of itself is in ResultFigures.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of statistics, drawn from plain numbers. Each has a title, labelled axes, a description in words, and the look of the
/// house in light and dark.</summary>
/// <remarks>Values that are not finite are an error that names them: nothing is left out silently. Where there are too many points to draw,
/// the figure says how many it shows.</remarks>
public static class StatisticsFigures
{
    /// <summary>A raincloud for each group: density, mean with its t interval, quartiles, values (Allen et al., 2019).</summary>
    /// <remarks>The density is a Gaussian kernel estimate with Silverman's bandwidth (1986, equation 3.31); all clouds have the same area. A
    /// group without spread has no cloud, one of a single value no interval.</remarks>
    /// <param name="groups">The groups, the first at the top.</param>
    /// <param name="reference">A value to compare with, such as 0; null for none.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <returns>A figure.</returns>
    /// <exception cref="ArgumentException">No group, or a value that is not finite.</exception>
    public static Figure Raincloud(IReadOnlyList<NamedSample> groups, double? reference = null, FigureOptions? options = null)
    {
        FigureCheck.Any(groups.Count, "groups");
        return FigureHead.Fit(RaincloudPlot.Make(groups, reference, options ?? new()));
    }

    /// <summary>The raincloud of one sample.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="name">What stands beside them.</param>
    /// <param name="options">Words and the level of the interval.</param>
    /// <returns>A figure.</returns>
    public static Figure Raincloud(ReadOnlySpan<double> values, string name, FigureOptions? options = null) =>
        Raincloud([new(name, [.. values])], reference: null, options);

    /// <summary>Repeated measures: a line for each participant, condition means with within-subject intervals (Cousineau, 2005; Morey, 2008);
    /// with two conditions the differences (first less second) beside them, with the t interval of their mean.</summary>
    /// <param name="conditions">The conditions in their order; value i of each belongs to participant i.</param>
    /// <param name="participants">Names of the participants; null for numbers from 1.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <returns>A figure.</returns>
    /// <exception cref="ArgumentException">No condition, conditions of different lengths, or a value that is not finite.</exception>
    public static Figure PairedDots(IReadOnlyList<NamedSample> conditions, IReadOnlyList<string>? participants = null, FigureOptions? options = null) =>
        PairedDotsPlot.Make(conditions, participants, options ?? new());

    /// <summary>Cell means with their intervals: levels of one factor along x, a line for each level of a second, a panel for each further.</summary>
    /// <param name="cells">The cells; levels stand in the order in which they first occur.</param>
    /// <param name="xName">Name of the factor along x.</param>
    /// <param name="seriesName">Name of the factor of the lines; null for none.</param>
    /// <param name="options">Words; the level is that of the cells.</param>
    /// <returns>A figure.</returns>
    public static Figure Interaction(IReadOnlyList<MeanCell> cells, string xName, string? seriesName = null, FigureOptions? options = null) =>
        InteractionPlot.Make(cells, xName, seriesName, options ?? new());

    /// <summary>A forest plot: estimates with intervals, the area of a square its weight, summaries as diamonds with their prediction
    /// intervals, the numbers below the names.</summary>
    /// <param name="rows">The rows, the first at the top.</param>
    /// <param name="reference">Where the dashed line stands; 0 by default, 1 for ratios.</param>
    /// <param name="isRatio">Whether estimates are ratios, on a logarithmic axis.</param>
    /// <param name="options">Words; the level is that of the rows.</param>
    /// <returns>A figure.</returns>
    public static Figure Forest(IReadOnlyList<ForestRow> rows, double? reference = null, bool isRatio = false, FigureOptions? options = null) =>
        FigureHead.Fit(ForestPlot.Make(rows, reference ?? (isRatio ? 1 : 0), isRatio, options ?? new()));

    /// <summary>A funnel plot: effects against standard errors, the region pooled +- z SE, and the line of Egger's regression (Egger et al., 1997).</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="pooled">The pooled effect.</param>
    /// <param name="egger">Intercept and slope of the regression of effect / SE on 1 / SE; null for none.</param>
    /// <param name="options">Words and the level of the region.</param>
    /// <returns>A figure.</returns>
    public static Figure Funnel(IReadOnlyList<FunnelStudy> studies, double pooled, (double Intercept, double Slope)? egger = null, FigureOptions? options = null) =>
        FunnelPlot.Make(studies, pooled, egger, options ?? new());

    /// <summary>Sorted values against normal quantiles, with a band for a normal sample of the same mean and standard deviation.</summary>
    /// <remarks>The simultaneous band is simulated with a fixed seed (2,000 samples, fewer for more than 500 values) and allows for mean and
    /// standard deviation being estimated; the pointwise one is that of uniform order statistics and does not.</remarks>
    /// <param name="values">At least 3 finite values.</param>
    /// <param name="band">How the band is meant; simultaneous by default.</param>
    /// <param name="options">Words and the level of the band.</param>
    /// <returns>A figure.</returns>
    /// <exception cref="ArgumentException">Fewer than 3 values, or one that is not finite.</exception>
    public static Figure NormalQq(ReadOnlySpan<double> values, QqBand band = QqBand.Simultaneous, FigureOptions? options = null) =>
        QqPlot.Make(values.ToArray(), band, options ?? new());

    /// <summary>Residuals against fitted values, with a smooth line (local regression; Cleveland, 1979; span 2/3).</summary>
    /// <param name="fitted">Fitted values, finite.</param>
    /// <param name="residuals">As many residuals.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure.</returns>
    public static Figure Residuals(ReadOnlySpan<double> fitted, ReadOnlySpan<double> residuals, FigureOptions? options = null) =>
        ResidualPlot.Make(fitted.ToArray(), residuals.ToArray(), options ?? new());

    /// <summary>Power over sample size (or effect size), with the band of what the simulation leaves open.</summary>
    /// <param name="points">x, power 0 to 1, and its interval.</param>
    /// <param name="target">The power that is wanted; .8 by default.</param>
    /// <param name="alpha">The level of the test, .05 by default, or what else the curve is to stay above; NaN for no such line.</param>
    /// <param name="options">Words and the level of the band.</param>
    /// <param name="floor">What the line at alpha is called, as in "guessing"; by default alpha and its number.</param>
    /// <returns>A figure.</returns>
    public static Figure PowerCurve(IReadOnlyList<CurvePoint> points, double target = .8, double alpha = .05, FigureOptions? options = null, string? floor = null) =>
        FigureHead.Fit(CurvePlot.Power(points, target, alpha, floor, options ?? new()));

    /// <summary>Curves over time with clusters shaded (those with p up to alpha in colour and with their p), and the statistic below.</summary>
    /// <param name="times">The times, ascending, evenly spaced.</param>
    /// <param name="curves">Condition means with their bands; may be empty.</param>
    /// <param name="statistic">The statistic at each time; null for none.</param>
    /// <param name="threshold">What formed the clusters, drawn on both sides of 0 where the statistic is negative somewhere; NaN for none.</param>
    /// <param name="clusters">The clusters.</param>
    /// <param name="alpha">Up to which p a cluster counts; .05 by default.</param>
    /// <param name="options">Words and the level of the bands.</param>
    /// <returns>A figure.</returns>
    /// <exception cref="ArgumentException">Lengths that differ, or a cluster beyond the times.</exception>
    public static Figure ClustersOverTime(
        IReadOnlyList<double> times, IReadOnlyList<TimeCurve> curves, IReadOnlyList<double>? statistic, double threshold,
        IReadOnlyList<TimeCluster> clusters, double alpha = .05, FigureOptions? options = null) =>
        ClusterTimePlot.Make(times, curves, statistic, threshold, clusters, alpha, options ?? new());

    /// <summary>A statistic over time and channels as colours, clusters with p up to alpha outlined.</summary>
    /// <param name="times">The times, ascending, evenly spaced.</param>
    /// <param name="channels">Names of the channels, the first at the top.</param>
    /// <param name="statistic">The statistic: [times, channels]; NaN is a gap.</param>
    /// <param name="clusters">The clusters.</param>
    /// <param name="alpha">Up to which p a cluster counts; .05 by default.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure.</returns>
    public static Figure ClustersOverChannels(
        IReadOnlyList<double> times, IReadOnlyList<string> channels, double[,] statistic, IReadOnlyList<GridCluster> clusters, double alpha = .05, FigureOptions? options = null) =>
        ClusterGridPlot.Make(times, channels, statistic, clusters, alpha, options ?? new());

    /// <summary>Receiver operating characteristics: sensitivity against 1 - specificity, with bands where they are given.</summary>
    /// <param name="curves">The curves, each with its name (and its AUC, for the legend).</param>
    /// <param name="options">Words and the level of the bands.</param>
    /// <returns>A figure.</returns>
    public static Figure Roc(IReadOnlyList<(string Name, IReadOnlyList<CurvePoint> Points)> curves, FigureOptions? options = null) =>
        CurvePlot.Roc(curves, options ?? new());

    /// <summary>Observed shares against predicted probabilities, the logistic calibration line, and the number of cases of each bin.</summary>
    /// <param name="bins">For each bin its mean prediction, the observed share and its interval.</param>
    /// <param name="counts">Cases of each bin.</param>
    /// <param name="line">Intercept and slope of logit(observed) on logit(predicted) (Cox, 1958); null for none.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <returns>A figure.</returns>
    public static Figure Calibration(IReadOnlyList<CurvePoint> bins, IReadOnlyList<int> counts, (double Intercept, double Slope)? line = null, FigureOptions? options = null) =>
        CalibrationPlot.Make(bins, counts, line, options ?? new());

    /// <summary>Two variables against each other, the least-squares line and the band of its mean.</summary>
    /// <param name="x">Finite values.</param>
    /// <param name="y">As many.</param>
    /// <param name="labels">A name for each point, beside the mouse; null for none.</param>
    /// <param name="options">Words and the level of the band.</param>
    /// <returns>A figure; without a line if there are fewer than three points or x does not vary.</returns>
    public static Figure Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y, IReadOnlyList<string>? labels = null, FigureOptions? options = null) =>
        CorrelationPlot.Make(x.ToArray(), y.ToArray(), labels, options ?? new());

    /// <summary>The distribution of a statistic under the null hypothesis, what is as extreme as observed in colour.</summary>
    /// <param name="statistics">The statistic of each permutation, finite.</param>
    /// <param name="observed">The statistic of the data.</param>
    /// <param name="alternative">What counts as extreme; two-sided compares absolute values.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure; bins are as wide as Freedman and Diaconis (1981) say.</returns>
    public static Figure NullDistribution(ReadOnlySpan<double> statistics, double observed, Alternative alternative = Alternative.TwoSided, FigureOptions? options = null) =>
        HistogramPlot.Null(statistics.ToArray(), observed, alternative, options ?? new());

    /// <summary>The bootstrap distribution of an estimate, with its interval.</summary>
    /// <param name="statistics">The estimate of each resample, finite.</param>
    /// <param name="estimate">The estimate of the data.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure; bins are as wide as Freedman and Diaconis (1981) say.</returns>
    public static Figure BootstrapDistribution(ReadOnlySpan<double> statistics, double estimate, ConfidenceInterval interval, FigureOptions? options = null) =>
        HistogramPlot.Bootstrap(statistics.ToArray(), estimate, interval, options ?? new());

    /// <summary>A square table of counts as colours: two raters, or truth and prediction.</summary>
    /// <param name="categories">The categories, the first at the top and at the left.</param>
    /// <param name="counts">Counts, row by row.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure.</returns>
    /// <exception cref="ArgumentException">The counts are not a square of the categories.</exception>
    public static Figure Confusion(IReadOnlyList<string> categories, ReadOnlySpan<int> counts, FigureOptions? options = null) =>
        ConfusionPlot.Make(categories, counts.ToArray(), options ?? new());

    /// <summary>Random effects of a mixed model with their intervals, sorted by the first term; a panel for each term.</summary>
    /// <param name="rows">One row for each level and term.</param>
    /// <param name="groupName">Name of the grouping factor.</param>
    /// <param name="options">Words; the level is that of the rows.</param>
    /// <returns>A figure; with more than 40 levels their names stand beside the mouse only.</returns>
    public static Figure Caterpillar(IReadOnlyList<CaterpillarRow> rows, string groupName, FigureOptions? options = null) =>
        CaterpillarPlot.Make(rows, groupName, options ?? new());
}
