// Courses that answer: drawn bin by bin, or with one participant over the means.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Courses in motion, and participants one by one.</summary>
public static class CourseMotion
{
    /// <summary>What a drop-down shows before a participant is chosen.</summary>
    internal const string Everyone = "everyone";

    /// <summary>More steps than this are too fine to be seen, and make a page heavy.</summary>
    private const int MostSteps = 100;

    private const double SecondsPerStep = 0.12;

    /// <summary>The time course in motion: a button draws it bin by bin, a slider goes to any bin. Readers without scripts see all of it.</summary>
    /// <param name="course">A time course, of bins.</param>
    /// <param name="options">Words.</param>
    public static Figure Animation(this TimeCourse course, FigureOptions? options = null) => Moving(
        course.ToFigure(options: options), course.Times, [.. course.Courses.Select(one => (one.Condition, one.Mean))]);

    /// <inheritdoc cref="Animation(TimeCourse, FigureOptions?)"/>
    /// <param name="courses">Courses of groups.</param>
    /// <param name="options">Words.</param>
    public static Figure Animation(this GroupCourses courses, FigureOptions? options = null) => Moving(
        courses.ToFigure(options: options), courses.Times, [.. courses.Groups.Select(one => (one.Group, one.Mean))]);

    /// <summary>The time course with a drop-down that draws the courses of one participant over the means.</summary>
    /// <param name="course">A time course.</param>
    /// <param name="options">Words.</param>
    public static Figure HighlightParticipants(this TimeCourse course, FigureOptions? options = null)
    {
        Figure means = course.ToFigure(options: options);
        double[] x = [.. course.Times];
        return Figure.Choice("participant", [Everyone, .. course.Participants], who => means with
        {
            Data = [.. means.Data, .. course.Courses.Index().Select(one => OfOne(who, one.Item.Condition, x, Own(one.Item, who), one.Index))],
            Description = who == Everyone ? means.Description : $"Over the means the courses of participant {who}. {means.Description}",
        });

        IReadOnlyList<double> Own(ConditionCourse one, string who) => course.Participants.IndexOf(who) is >= 0 and int at ? one.Values[at] : [];
    }

    private static Scatter OfOne(string who, string condition, double[] x, IReadOnlyList<double> y, int at) => new()
    {
        Name = PlotlyText.Escape($"{who}, {condition}"),
        X = Marks.Rounded(x),
        Y = Marks.Rounded(y),
        Mode = Mode.LinesMarkers,
        Line = new() { Color = Marks.Color(at), Width = 1 },
        Marker = new() { Color = Marks.Color(at), Symbol = Marks.Symbol(at), Size = 4 },
        ShowLegend = false,
        HoverTemplate = $"participant {PlotlyText.Escape(who)}, {PlotlyText.Escape(condition)}<br>%{{x:.4~g}} s: %{{y:.3~g}}<extra></extra>",
    };

    private static Figure Moving(Figure whole, IReadOnlyList<double> times, IReadOnlyList<(string Name, ImmutableArray<double> Mean)> curves)
    {
        int every = (times.Count + MostSteps - 1) / MostSteps;
        int[] ends = [.. Enumerable.Range(0, times.Count).Where(time => time % every == every - 1 || time == times.Count - 1)];
        Trace[] pale = [.. whole.Data.Select(trace => trace is Scatter { Fill: null } line ? line with { Opacity = 0.25, ShowLegend = false, HoverInfo = "skip", HoverTemplate = null } : trace)];
        return Figure.Animation(
            "time", ends,
            end => whole with
            {
                Data = [.. pale, .. curves.Index().Select(curve => UpTo(curve.Item.Name, times, curve.Item.Mean, end, curve.Index)), Heads(times, curves, end)],
                Description = $"Until {Apa.Quantity(times[end])} s: {string.Join(", ", curves.Select(curve => $"{curve.Name} {Apa.Quantity(curve.Mean[end])}"))}.",
            },
            new() { Unit = "s", Labels = [.. ends.Select(end => FormattableString.Invariant($"{Marks.Round(times[end])}"))], Shown = ends.Length - 1, SecondsPerStep = SecondsPerStep });
    }

    /// <summary>Plotly draws as many points as both lists have: that x goes on costs nothing, and stays the same in all frames.</summary>
    private static Scatter UpTo(string name, IReadOnlyList<double> times, ImmutableArray<double> values, int end, int at) => new()
    {
        Name = PlotlyText.Escape(name),
        X = Marks.Rounded(times),
        Y = Marks.Rounded(values.Take(end + 1)),
        Mode = Mode.Lines,
        Line = new() { Color = Marks.Color(at), Width = 2.4, Dash = Marks.DashOf(at) },
        HoverTemplate = $"%{{x:.4~g}} s: %{{y:.3~g}}<extra>{PlotlyText.Escape(name)}</extra>",
    };

    private static Scatter Heads(IReadOnlyList<double> times, IReadOnlyList<(string Name, ImmutableArray<double> Mean)> curves, int end) => new()
    {
        Name = "now",
        X = [.. curves.Select(_ => (Value)Marks.Round(times[end]))],
        Y = Marks.Rounded(curves.Select(curve => curve.Mean[end])),
        Mode = Mode.Markers,
        Marker = new() { Color = [.. curves.Select((_, at) => (Value)Marks.Color(at))], Symbol = [.. curves.Select((_, at) => (Value)Marks.Symbol(at))], Size = 9 },
        ShowLegend = false,
        Text = [.. curves.Select(curve => (Value)PlotlyText.Escape(curve.Name))],
        HoverTemplate = "%{text}, %{x:.4~g} s: %{y:.3~g}<extra></extra>",
    };
}
