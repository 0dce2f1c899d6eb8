// Quality shows itself as a figure and a table.
using System.Collections.Immutable;
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(EmgQuality), typeof(EmgQualityDisplay))]
[assembly: Display(typeof(RecordingQuality), typeof(RecordingQualityDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows the quality of a channel.</summary>
internal sealed class EmgQualityDisplay : ValueDisplay<EmgQuality>
{
    protected override string? Render(EmgQuality value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render($"{QualityPlot.Sign(value)} {value.Channel}: {value.Verdict}", FigureHtml.RenderInside(value.ToFigure()), ResultHtml.Table(TableOf(value), 1)),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };

    private static ResultTable TableOf(EmgQuality quality) => new("Indices", ["index", "found", "", "value", "limit"], [.. quality.Indices.Select(Row)])
    {
        Note = QualityCells.Note,
    };

    private static ImmutableArray<string> Row(QualityIndex index) =>
        [index.Name, index.Text, QualityCells.Sign(index), double.IsNaN(index.Value) ? "" : QualityCells.Number(index.Value), QualityCells.Number(index.Limit)];
}

/// <summary>Shows the quality of a recording, a row for each channel.</summary>
internal sealed class RecordingQualityDisplay : ValueDisplay<RecordingQuality>
{
    protected override string? Render(RecordingQuality value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            Sentence(value), value.Channels.IsEmpty ? null : FigureHtml.RenderInside(value.ToFigure()), value.Channels.IsEmpty ? null : ResultHtml.Table(TableOf(value), 1)),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };

    private static string Sentence(RecordingQuality quality) =>
        $"{quality.Channels.Count(channel => !channel.Findings.Any())} of {quality.Channels.Length} channels good{(quality.Simulated is null ? "" : $"; {quality.Simulated}")}";

    private static ResultTable TableOf(RecordingQuality quality) => new(
        "Channels", ["channel", "verdict", .. quality.Channels[0].Indices.Select(index => $"{index.Name} (limit {QualityCells.Number(index.Limit)})")],
        [.. quality.Channels.Select(Row)])
    {
        Note = QualityCells.Note,
    };

    private static ImmutableArray<string> Row(EmgQuality channel) =>
    [
        channel.Channel,
        $"{QualityPlot.Sign(channel)} {channel.Verdict}",
        .. channel.Indices.Select(index => double.IsNaN(index.Value) ? QualityCells.Sign(index) : $"{QualityCells.Sign(index)} {QualityCells.Number(index.Value)}"),
    ];
}

/// <summary>Signs in tables.</summary>
internal static class QualityCells
{
    public const string Note = "✓ within the limit, ✗ beyond it, – not told.";

    public static string Number(double value) => FormattableString.Invariant($"{value:G3}");

    public static string Sign(QualityIndex index) => double.IsNaN(index.Value) ? "–" : index.Exceeds ? "✗" : "✓";
}
