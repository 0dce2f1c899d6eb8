// Epochs, time courses and trial tables show themselves.
using System.Collections.Immutable;
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(Epochs), typeof(EpochsDisplay))]
[assembly: Display(typeof(TimeCourse), typeof(TimeCourseDisplay))]
[assembly: Display(typeof(GroupCourses), typeof(GroupCoursesDisplay))]
[assembly: Display(typeof(TrialTable), typeof(TrialTableDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows the time course of epochs; where no participant has all conditions, each trial.</summary>
internal sealed class EpochsDisplay : ValueDisplay<Epochs>
{
    protected override string? Render(Epochs value, string mimeType) => mimeType is MimeTypes.Html or MimeTypes.Plotly or MimeTypes.Plain ? Rendered(value, mimeType) : null;

    private static string? Rendered(Epochs epochs, string mimeType)
    {
        bool hasTrials = !epochs.Items.IsEmpty && epochs.Samples > 0;
        return hasTrials && HasCourse(epochs) ? FigureDisplay.RenderFigure(epochs.ToFigure(), mimeType)
            : hasTrials ? FigureDisplay.RenderFigure(epochs.Raster(), mimeType)
            : mimeType == MimeTypes.Html ? ResultHtml.Render(epochs.ToString())
            : mimeType == MimeTypes.Plain ? epochs.ToString()
            : null;
    }

    private static bool HasCourse(Epochs epochs)
    {
        ILookup<string, string> conditions = epochs.Responses().Counted.ToLookup(one => one.Epoch.Participant, one => one.Epoch.Condition);
        return conditions.Any(participant => epochs.Conditions.All(participant.Contains));
    }
}

/// <summary>Shows a time course as its curves.</summary>
internal sealed class TimeCourseDisplay : ValueDisplay<TimeCourse>
{
    protected override string? Render(TimeCourse value, string mimeType) => FigureDisplay.RenderFigure(value.ToFigure(), mimeType);
}

/// <summary>Shows courses of groups as their curves.</summary>
internal sealed class GroupCoursesDisplay : ValueDisplay<GroupCourses>
{
    protected override string? Render(GroupCourses value, string mimeType) => FigureDisplay.RenderFigure(value.ToFigure(), mimeType);
}

/// <summary>Shows a trial table: means of participants as a figure, and the rows.</summary>
internal sealed class TrialTableDisplay : ValueDisplay<TrialTable>
{
    /// <summary>The rows of a page; all are in the table itself.</summary>
    private const int MostRows = 1_000;

    protected override string? Render(TrialTable value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            value.ToString(), value.ToFigure() is { } figure ? FigureHtml.RenderInside(figure) : null, ResultHtml.Table(TableOf(value), 1, 2),
            value.Exclusions.IsEmpty ? null : ResultHtml.Table(value.Report().ToTable())),
        MimeTypes.Plain => $"{value}\n\n{TableOf(value).ToText().TrimEnd('\n')}",
        _ => null,
    };

    private static ResultTable TableOf(TrialTable table)
    {
        bool hasGroups = table.Any(trial => trial.Group.Length > 0);
        int shown = Math.Min(table.Count, MostRows);
        string[] notes = [.. new[] { shown < table.Count ? $"The first {shown} of {table.Count} rows." : null, table.Simulated is null ? null : $"Data: {table.Simulated}." }.OfType<string>()];
        return new("Trials", ["participant", "condition", "muscle", "trial", "position", table.Measure, .. hasGroups ? ["group"] : Array.Empty<string>()], [.. table.Take(shown).Select(trial => Row(trial, hasGroups))])
        {
            Note = notes.Length == 0 ? null : string.Join(' ', notes),
        };
    }

    private static ImmutableArray<string> Row(Trial trial, bool hasGroup) =>
        [trial.Participant, trial.Condition, trial.Muscle, $"{trial.Number}", $"{trial.Position}", Apa.Quantity(trial.Value), .. hasGroup ? [trial.Group] : Array.Empty<string>()];
}
