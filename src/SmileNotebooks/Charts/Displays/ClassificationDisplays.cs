// Tables of smiles, leaks, validations and comparisons show themselves.
using System.Collections.Immutable;
using System.Net;
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(FeatureTable), typeof(FeatureTableDisplay))]
[assembly: Display(typeof(LeakageReport), typeof(LeakageReportDisplay))]
[assembly: Display(typeof(SmileValidation), typeof(SmileValidationDisplay))]
[assembly: Display(typeof(TrainerComparison), typeof(TrainerComparisonDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows a table of smiles: what differs between the classes, what goes together, and each feature.</summary>
internal sealed class FeatureTableDisplay : ValueDisplay<FeatureTable>
{
    protected override string? Render(FeatureTable value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            value.ToString(),
            value.ClassFigure() is { } classes ? FigureHtml.RenderInside(classes) : null,
            value.Features.Length > 1 && value.Rows.Length > 2 ? FigureHtml.RenderInside(value.CorrelationFigure()) : null,
            value.Rows.IsEmpty ? null : ResultHtml.Table(FeatureTableFigures.Summary(value))),
        MimeTypes.Plain => $"{value}\n\n{FeatureTableFigures.Summary(value).ToText().TrimEnd('\n')}",
        _ => null,
    };
}

/// <summary>Shows findings as a table, the most severe first.</summary>
internal sealed class LeakageReportDisplay : ValueDisplay<LeakageReport>
{
    protected override string? Render(LeakageReport value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.Sentence, ClassificationHtml.Findings(value), ClassificationHtml.Fold("What was looked for", ClassificationHtml.List(value.Checked))),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };
}

/// <summary>Shows a validation: warnings first, then the numbers and their figures.</summary>
internal sealed class SmileValidationDisplay : ValueDisplay<SmileValidation>
{
    protected override string? Render(SmileValidation value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            value.Sentence,
            value.Simulated is { } simulated ? ClassificationHtml.Strong($"Smiles {SimulatedNote.Of(simulated)}. The numbers say nothing of real people.") : null,
            ClassificationHtml.Warnings(value.Warnings),
            ResultHtml.Table(ValidationTables.Numbers(value), 2),
            value.Roc.IsEmpty ? null : FigureHtml.RenderInside(value.RocFigure()),
            FigureHtml.RenderInside(value.CalibrationFigure()),
            value.PermutationFigure() is { } permutation ? FigureHtml.RenderInside(permutation) : null,
            FigureHtml.RenderInside(value.ImportanceFigure()),
            value.LearningCurveFigure() is { } learning ? FigureHtml.RenderInside(learning) : null,
            ResultHtml.Table(ValidationTables.Folds(value), 6, 7),
            ClassificationHtml.Fold($"The {value.ByPerson.Length} people", ResultHtml.Table(ValidationTables.People(value)))),
        MimeTypes.Plain => $"{value}\n\n{ValidationTables.Numbers(value).ToText()}\n{ValidationTables.Folds(value).ToText().TrimEnd('\n')}",
        _ => null,
    };
}

/// <summary>Shows trainers side by side.</summary>
internal sealed class TrainerComparisonDisplay : ValueDisplay<TrainerComparison>
{
    protected override string? Render(TrainerComparison value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            value.Trainers[0].Simulated is null ? "Trainers on the same folds, people not seen before" : "Trainers on the same folds, people not seen before (simulated smiles)",
            ResultHtml.Table(ValidationTables.Trainers(value)), ResultHtml.Table(ValidationTables.Differences(value)), FigureHtml.RenderInside(value.RocFigure()),
            ClassificationHtml.Warnings(value.Trainers[0].Warnings)),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };
}

/// <summary>HTML that these displays share.</summary>
internal static class ClassificationHtml
{
    public static string Strong(string text) => $"<p><strong>{WebUtility.HtmlEncode(text)}</strong></p>";

    public static string List(IEnumerable<string> items) => $"<ul>{string.Concat(items.Select(item => $"<li>{WebUtility.HtmlEncode(item)}</li>"))}</ul>";

    public static string Fold(string summary, string html) => $"<details><summary>{WebUtility.HtmlEncode(summary)}</summary>{html}</details>";

    public static string? Warnings(ImmutableArray<string> warnings) =>
        warnings.IsEmpty ? null : $"<div role=\"note\">{Strong(warnings.Length == 1 ? "Warning" : $"{warnings.Length} warnings")}{List(warnings)}</div>";

    public static string? Findings(LeakageReport report) => report.Findings.IsEmpty ? null : ResultHtml.Table(
        new ResultTable("Findings", ["severity", "what", "columns", "rows"], [.. report.Findings.Select(finding => (ImmutableArray<string>)
        [
            finding.Severity.ToString().ToLowerInvariant(), finding.Sentence, string.Join(", ", finding.Columns), finding.Rows.IsEmpty ? "" : $"{finding.Rows.Length}",
        ])]), 1, 2);
}
