// The figures of groups over time.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of groups of different people.</summary>
public static class GroupFigures
{
    private const int MostCells = 12;

    /// <summary>Means of the groups over time with their 95 % intervals, the baseline shaded and the stimulus onset marked; clusters of comparisons as bars below, those with p
    /// at most alpha thick and in colour, the others thin and grey.</summary>
    /// <param name="courses">Courses of groups.</param>
    /// <param name="clusters">Cluster tests of them, as <c>courses.Clusters("Happy", "Neutral")</c> gives them; none by default.</param>
    /// <param name="alpha">Up to which p a cluster counts.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">A test of other courses.</exception>
    public static Figure ToFigure(this GroupCourses courses, IReadOnlyList<StudyResult<ClusterTestResult>>? clusters = null, double alpha = .05, FigureOptions? options = null)
    {
        foreach (StudyResult<ClusterTestResult> test in clusters ?? [])
        {
            if (test.Conditions is not [string first, string second] || test.About != courses.About(first, second) || test.Result.Samples != courses.Times.Length)
            {
                throw new ArgumentException($"The test is of {test.About} at {test.Result.Samples} times, expected one of {courses.Muscle}, {courses.Measure} at {courses.Times.Length}, as courses.Clusters gives it.", nameof(clusters));
            }
        }

        TimeCoursePlot.Content content = new(
            $"{courses.Muscle} over time, between groups",
            [$"means of {string.Join(", ", courses.Groups.Select(course => $"{course.Values.Length} {course.Group}"))}", "95% confidence intervals of the means, at each time by itself", TrialFigures.LeftOut(courses.Exclusions)],
            courses.Measure, [.. clusters?.Select(ExperimentFigures.RowOf) ?? []])
        {
            Baseline = courses.Baseline.HasWindow ? (courses.Baseline.From, courses.Baseline.To) : null,
            Reference = ExperimentFigures.NoChange(courses.Baseline.Method),
            Alpha = alpha,
            Simulated = courses.Simulated,
        };
        return TimeCoursePlot.Make(courses.Times, [.. courses.Groups.Select(course => new TimeCurve(course.Group, course.Mean, course.Lower, course.Upper))], content, options ?? new());
    }

    /// <summary>The difference of the groups' means in each bin with its interval.</summary>
    /// <param name="tests">Tests of bins.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this BinComparisons tests, FigureOptions? options = null)
    {
        options = (options ?? new()).Titled(PlotlyText.Escape($"{tests.First} - {tests.Second}, bin by bin"), "Difference of means");
        return StatisticsFigures.Forest(
            [.. tests.Bins.Select(bin => new ForestRow($"{bin.Name} s", bin.Test.Estimate, bin.Test.Interval))], reference: 0, isRatio: false, options);
    }

    /// <summary>The means of participants in each cell; null where cells are of single participants, or too many to be seen.</summary>
    /// <param name="cells">Cells of a trial table.</param>
    /// <param name="options">Words.</param>
    public static Figure? ToFigure(this TrialCells cells, FigureOptions? options = null)
    {
        if (cells.Cells.IsEmpty || cells.Cells.Length > MostCells || cells.Cells.All(cell => cell.Participants.Length < 2))
        {
            return null;
        }

        options ??= new();
        Figure figure = StatisticsFigures.Raincloud(
            [.. cells.Cells.Select(cell => new NamedSample(string.Join(", ", cell.Key), cell.ParticipantMeans) { Labels = cell.Participants })],
            reference: null,
            options with
            {
                Title = options.Title ?? PlotlyText.Escape($"By {string.Join(" and ", cells.Columns)}"),
                XTitle = options.XTitle ?? PlotlyText.Escape(cells.Measure).Replace(", ", ",<br>", StringComparison.Ordinal),
            });
        return FigureHead.Add(figure, cells.Simulated);
    }
}
