using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of meta-analyses.</summary>
public static class MetaAnalysisFigures
{
    /// <summary>The studies with their intervals and weights, the mean effect as a diamond with its prediction interval.</summary>
    /// <param name="analysis">A meta-analysis.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this MetaAnalysisResult analysis, FigureOptions? options = null)
    {
        options ??= new();
        bool predicts = double.IsFinite(analysis.PredictionInterval.Lower);
        ForestRow mean = new("mean effect", analysis.Estimate, analysis.Interval) { IsSummary = true, Prediction = predicts ? analysis.PredictionInterval : null };
        IEnumerable<ForestRow> studies = analysis.Studies.Zip(analysis.Weights, (study, weight) =>
            new ForestRow(study.Label, study.Effect, study.Interval(analysis.Interval.Level)) { Weight = weight });
        return StatisticsFigures.Forest(
            [.. studies, mean], reference: 0, isRatio: false, options.Titled("Meta-analysis") with { XTitle = options.XTitle ?? Measured(analysis, "Effect") });
    }

    /// <summary>The studies by effect and standard error, the region around the mean effect, and Egger's line where there are three studies or
    /// more and their errors differ.</summary>
    /// <param name="analysis">A meta-analysis.</param>
    /// <param name="options">Words and the level of the region.</param>
    public static Figure Funnel(this MetaAnalysisResult analysis, FigureOptions? options = null)
    {
        bool hasEgger = analysis.K >= 3 && analysis.Studies.Select(study => study.Variance).Distinct().Count() > 1;
        EggerResult? egger = hasEgger ? analysis.Egger() : null;
        options ??= new() { Level = analysis.Interval.Level };
        return StatisticsFigures.Funnel(
            [.. analysis.Studies.Select(study => new FunnelStudy(study.Label, study.Effect, study.StandardError))],
            analysis.Estimate,
            egger is null ? null : (egger.Asymmetry, egger.Limit),
            options with { XTitle = options.XTitle ?? Measured(analysis, "Effect") });
    }

    /// <summary>The mean effect without each study in turn.</summary>
    /// <param name="analyses">Analyses without one study.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this LeaveOneOutResult analyses, FigureOptions? options = null)
    {
        options ??= new();
        return StatisticsFigures.Forest(
            [.. analyses.Analyses.Select(left => new ForestRow(left.Study, left.Analysis.Estimate, left.Analysis.Interval))],
            reference: 0,
            isRatio: false,
            options.Titled("Meta-analysis without one study") with { XTitle = options.XTitle ?? Measured(analyses.Analyses.FirstOrDefault()?.Analysis, "Mean effect of the others") });
    }

    /// <summary>The asymmetry and the effect that is expected of a study without error.</summary>
    /// <param name="egger">Egger's test.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this EggerResult egger, FigureOptions? options = null) => StatisticsFigures.Forest(
        [new("asymmetry", egger.Asymmetry, egger.Interval), new("effect without error", egger.Limit, egger.LimitInterval)],
        reference: 0,
        isRatio: false,
        (options ?? new()).Titled("Egger's regression"));

    /// <summary>What the effects are, where the analysis was told.</summary>
    private static string Measured(MetaAnalysisResult? analysis, string otherwise) => analysis?.Options.Measure is { } measure ? PlotlyText.Escape(measure) : otherwise;
}
