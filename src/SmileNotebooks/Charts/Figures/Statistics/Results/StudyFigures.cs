// Figures of studies' results: those of the results inside, saying what was measured and whether the data were simulated.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of results about a study.</summary>
public static class StudyFigures
{
    /// <summary>The standardised differences of contrasts with their intervals.</summary>
    /// <param name="contrasts">Contrasts of conditions.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this ConditionContrasts contrasts, FigureOptions? options = null) => StatisticsFigures.Forest(
        [.. contrasts.Contrasts.Select(contrast => new ForestRow($"{contrast.Muscle}, {contrast.Condition}", contrast.Test.Effect.Value, contrast.Test.Effect.Interval))],
        reference: 0,
        isRatio: false,
        (options ?? new()).Titled("Contrasts", PlotlyText.Escape($"Difference from {string.Join(", ", contrasts.Contrasts.Select(contrast => contrast.Reference).Distinct())} (dz)")));

    /// <summary>The figure of the result inside, with its conditions by name and what the study says of itself below the title.</summary>
    internal static Figure? Of(IStudyResult study)
    {
        (string, string)? pair = study.Conditions is [string first, string second] ? (first, second) : null;
        Figure? figure = study.Inner switch
        {
            // Clusters speak of where bins begin; a curve goes through their middles.
            ClusterTestResult clusters => (clusters with { StartTime = clusters.StartTime + (study.BinWidth / 2) }).Clusters(study.Conditions),
            JackknifeLatencyComparison latencies => latencies.Course(pair),
            TTestResult { Kind: TTestKind.Welch or TTestKind.Student } test => test.Raincloud(new() { Level = test.Options.Level, XTitle = Axis(study.About) }),
            IStatisticalResult other => other.ToFigure(),
        };
        return figure is null ? null : Labelled(figure, study);
    }

    /// <summary>What was measured, without the muscle, which stands in the subtitle: an axis has room for two short lines.</summary>
    private static string Axis(string about) => PlotlyText.Escape(string.Join(", ", about.Split(", ") is [_, _, ..] parts ? parts[1..] : [about])).Replace(", ", ",<br>", StringComparison.Ordinal);

    private static Figure Labelled(Figure figure, IStudyResult study)
    {
        string[] lines = study.Simulated is null ? [study.About] : [study.About, $"Data: {study.Simulated}"];
        return FigureHead.Add(figure, lines) with
        {
            Description = $"{string.Join(". ", lines)}. {figure.Description}".TrimEnd(),
        };
    }
}
