// Pipelines, what they gave, and multiverses show themselves.
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(StudyData), typeof(StudyDataDisplay))]
[assembly: Display(typeof(StudyQuality), typeof(StudyQualityDisplay))]
[assembly: Display(typeof(EmgPipeline), typeof(EmgPipelineDisplay))]
[assembly: Display(typeof(PipelineRun), typeof(PipelineRunDisplay))]
[assembly: Display(typeof(MultiverseResult), typeof(MultiverseDisplay))]
[assembly: Display(typeof(StudyDerivatives), typeof(StudyDerivativesDisplay))]
[assembly: Display(typeof(MethodsParagraph), typeof(MethodsParagraphDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows the recordings, or the epochs.</summary>
internal sealed class StudyDataDisplay : ValueDisplay<StudyData>
{
    protected override string? Render(StudyData value, string mimeType) =>
        value.Recordings is { } recordings ? new RecordingSetDisplay().Render((object)recordings, mimeType)
            : mimeType == MimeTypes.Plain ? value.Epochs!.ToString()
            : new EpochsDisplay().Render((object)value.Epochs!, mimeType);
}

/// <summary>Shows a row for each recording or participant.</summary>
internal sealed class StudyQualityDisplay : ValueDisplay<StudyQuality>
{
    protected override string? Render(StudyQuality value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.ToString(), ResultHtml.Table(value.ToTable(), [1, .. value.ToTable().Columns.Index().Where(column => column.Item is "remarks" or "reasons").Select(column => column.Index)])),
        MimeTypes.Plain => $"{value}\n\n{value.ToTable().ToText().TrimEnd('\n')}",
        _ => null,
    };
}

/// <summary>Shows the choices of a pipeline.</summary>
internal sealed class EmgPipelineDisplay : ValueDisplay<EmgPipeline>
{
    protected override string? Render(EmgPipeline value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Table(value.ToTable(), 1),
        MimeTypes.Plain => value.ToTable().ToText().TrimEnd('\n'),
        _ => null,
    };
}

/// <summary>Shows a run: what came out, of which choices, and what was left out.</summary>
internal sealed class PipelineRunDisplay : ValueDisplay<PipelineRun>
{
    protected override string? Render(PipelineRun value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            value.ToString(), value.Trials.ToFigure() is { } figure ? FigureHtml.RenderInside(figure) : null, ResultHtml.Table(value.Pipeline.ToTable(), 1), ResultHtml.Table(value.Report().ToTable())),
        MimeTypes.Plain => $"{value}\n\n{value.Pipeline.ToTable().ToText()}\n{value.Report()}",
        _ => null,
    };
}

/// <summary>Shows a multiverse: its sentence, its curve, what each option does, and all specifications in a table that opens.</summary>
internal sealed class MultiverseDisplay : ValueDisplay<MultiverseResult>
{
    protected override string? Render(MultiverseResult value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => $"""
            <div class="smile-result">
            <p style="white-space:pre-line">{ResultHtml.Sentence(value.Apa)}</p>
            {FigureHtml.RenderInside(value.Curve())}
            {ResultHtml.Table(value.ToTable(), 1)}
            <details><summary>All {value.Specifications.Length} specifications</summary>{ResultHtml.Table(value.SpecificationTable(), [.. Enumerable.Range(1, value.Choices.Length)])}</details>
            </div>
            """,
        MimeTypes.Plain => $"{value.Apa}\n\n{value.ToTable().ToText()}\n{value.SpecificationTable().ToText().TrimEnd('\n')}",
        _ => null,
    };
}

/// <summary>Shows the files. Where they lie is not shown: a page is read on another machine.</summary>
internal sealed class StudyDerivativesDisplay : ValueDisplay<StudyDerivatives>
{
    protected override string? Render(StudyDerivatives value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Table(value.ToTable(), 1),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };
}
