using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of logistic regression, ROC curves and calibration.</summary>
public static class ClassificationFigures
{
    /// <summary>A curve of more points is thinned: on a screen the rest lies on it.</summary>
    private const int MostPoints = 400;

    /// <summary>Odds ratios with their intervals; without the constant unless there is nothing else.</summary>
    /// <param name="regression">A logistic regression.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this LogisticRegressionResult regression, FigureOptions? options = null)
    {
        options ??= new();
        ImmutableArray<LogisticCoefficient> predictors = [.. regression.Coefficients.Where(coefficient => coefficient.Name != LogisticRegression.InterceptName)];
        return StatisticsFigures.Forest(
            [.. (predictors.IsEmpty ? regression.Coefficients : predictors).Select(coefficient => new ForestRow(coefficient.Name, coefficient.OddsRatio, coefficient.OddsRatioInterval))],
            reference: 1,
            isRatio: true,
            options.Titled("Logistic regression") with { XTitle = options.XTitle ?? "Odds ratio" });
    }

    /// <summary>The statistic of each likelihood-ratio test.</summary>
    /// <param name="tests">Likelihood-ratio tests.</param>
    /// <param name="options">Words.</param>
    public static Figure Bars(this LikelihoodRatioTests tests, FigureOptions? options = null)
    {
        options ??= new();
        return BarsPlot.Make(
            [.. tests.Tests.Select(test => (test.Term, test.ChiSquared, $"{test.Term}: {test}"))],
            options.Titled("Likelihood-ratio tests") with { XTitle = options.XTitle ?? "Chi-squared" });
    }

    /// <summary>The curve, with the pointwise interval of the sensitivity at each threshold (Wilson, 1927).</summary>
    /// <param name="curve">A ROC curve.</param>
    /// <param name="options">Words and the level of the band.</param>
    public static Figure Curve(this RocCurve curve, FigureOptions? options = null)
    {
        options ??= new() { Level = curve.Interval.Level };
        return StatisticsFigures.Roc([(NameOf("score", curve), PointsOf(curve, options.Level))], options);
    }

    /// <summary>Both curves.</summary>
    /// <param name="comparison">Two ROC curves.</param>
    /// <param name="names">What they are; by default <c>first</c> and <c>second</c>.</param>
    /// <param name="options">Words.</param>
    public static Figure Curves(this RocComparison comparison, (string First, string Second)? names = null, FigureOptions? options = null) => StatisticsFigures.Roc(
        [
            (NameOf(names?.First ?? "first", comparison.First), PointsOf(comparison.First, level: null)),
            (NameOf(names?.Second ?? "second", comparison.Second), PointsOf(comparison.Second, level: null)),
        ],
        options);

    /// <summary>Observed shares against predicted probabilities with their intervals, the logistic calibration line, and the cases of each group.</summary>
    /// <param name="calibration">The calibration of predictions.</param>
    /// <param name="options">Words.</param>
    public static Figure Plot(this CalibrationResult calibration, FigureOptions? options = null) => StatisticsFigures.Calibration(
        [.. calibration.Curve.Select(group => new CurvePoint(group.Predicted, group.Observed, group.Interval.Lower, group.Interval.Upper))],
        [.. calibration.Curve.Select(group => group.N)],
        line: null,
        options ?? new() { Level = calibration.Curve.IsEmpty ? .95 : calibration.Curve[0].Interval.Level });

    private static string NameOf(string name, RocCurve curve) => $"{name}, AUC = {Apa.Bounded(curve.Auc, 3)}";

    private static CurvePoint[] PointsOf(RocCurve curve, double? level)
    {
        int step = Math.Max(1, (curve.Points.Length + MostPoints - 1) / MostPoints);
        return
        [
            .. curve.Points.Where((_, at) => at % step == 0 || at == curve.Points.Length - 1).Select(point =>
            {
                ConfidenceInterval interval = level is double wanted
                    ? WilsonInterval.Of((long)Math.Round(point.TruePositiveRate * curve.Events), curve.Events, wanted)
                    : new ConfidenceInterval(double.NaN, double.NaN, double.NaN);
                return new CurvePoint(point.FalsePositiveRate, point.TruePositiveRate, interval.Lower, interval.Upper);
            }),
        ];
    }
}
