// The figures of experiments: courses over time and rasters of trials.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of epochs and time courses.</summary>
public static partial class ExperimentFigures
{
    /// <summary>Means over time with their 95 % bands, the baseline shaded and the stimulus onset marked; clusters of comparisons as bars below, those with p at most alpha
    /// thick and in colour, the others thin and grey.</summary>
    /// <param name="course">A time course.</param>
    /// <param name="clusters">Cluster tests of it, as <c>course.Clusters("Happy", "Neutral")</c> gives them; none by default.</param>
    /// <param name="alpha">Up to which p a cluster counts.</param>
    /// <param name="options">Words. The level of the bands is that of the course.</param>
    /// <exception cref="ArgumentException">A test of another course: of other times, or of another muscle or measure.</exception>
    public static Figure ToFigure(this TimeCourse course, IReadOnlyList<StudyResult<ClusterTestResult>>? clusters = null, double alpha = .05, FigureOptions? options = null)
    {
        foreach (StudyResult<ClusterTestResult> test in clusters?.Where(test => test.Result.Samples != course.Times.Length || !test.Result.Channels.IsEmpty) ?? [])
        {
            throw new ArgumentException($"{test.About}: the test has {test.Result.Samples} samples, expected the {course.Times.Length} times of the course.", nameof(clusters));
        }

        foreach (StudyResult<ClusterTestResult> test in clusters?.Where(test => test.Conditions is [string first, string second] && test.About != course.About(first, second)) ?? [])
        {
            throw new ArgumentException($"The test is of {test.About}, expected one of {course.Muscle}, {course.Measure}, as course.Clusters gives it.", nameof(clusters));
        }

        TimeCoursePlot.Content content = new(
            $"{course.Muscle} over time",
            [$"means of {Participants(course.Participants.Length)}", course.Participants.Length > 1 ? course.BandMethod : null, TrialFigures.LeftOut(course.Exclusions)], course.Measure,
            [.. clusters?.Select(RowOf) ?? []])
        {
            Baseline = course.Baseline.HasWindow ? (course.Baseline.From, course.Baseline.To) : null,
            Reference = NoChange(course.Baseline.Method),
            Alpha = alpha,
            Simulated = course.Simulated,
        };
        return TimeCoursePlot.Make(course.Times, [.. course.Courses.Select(one => new TimeCurve(one.Condition, one.Mean, one.Lower, one.Upper))], content, options ?? new());
    }

    /// <summary>The time course with the clusters of one test.</summary>
    /// <inheritdoc cref="ToFigure(TimeCourse, IReadOnlyList{StudyResult{ClusterTestResult}}?, double, FigureOptions?)"/>
    public static Figure ToFigure(this TimeCourse course, StudyResult<ClusterTestResult> clusters, double alpha = .05, FigureOptions? options = null) =>
        course.ToFigure([clusters], alpha, options);

    /// <summary>The time course of the epochs' means: <c>epochs.TimeCourse().ToFigure()</c>.</summary>
    /// <param name="epochs">Epochs.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">No participant has a trial in each condition.</exception>
    public static Figure ToFigure(this Epochs epochs, FigureOptions? options = null) => epochs.TimeCourse().ToFigure(options: options);

    /// <summary>Each trial as a row of colours, rows by condition and then by participant. Responses have diverging colours around no change, amplitudes go from pale to dark.
    /// Trials that were left out are empty rows with a cross.</summary>
    /// <remarks>Colours end where they hold 98 % of the values, so that single artefacts do not make all others pale. More than 300 rows or 160 columns are drawn as means of
    /// neighbours; the figure says so.</remarks>
    /// <param name="epochs">Epochs.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">No trial.</exception>
    public static Figure Raster(this Epochs epochs, FigureOptions? options = null)
    {
        (List<(Epoch Epoch, double[] Responses)> counted, List<Exclusion> exclusions) = epochs.Responses();
        RasterPlot.Content content = new(
            $"{epochs.Muscle}, each trial", [$"{counted.Count} trial{(counted.Count == 1 ? "" : "s")} of {Participants(epochs.Participants.Length)}"], epochs.Measure, NoChange(epochs.Baseline.Method)) { Simulated = epochs.Simulated };
        double[] times = [.. Enumerable.Range(0, epochs.Samples).Select(sample => epochs.TimeOf(sample) + (epochs.BinWidth / 2))];
        return RasterPlot.Make(times, RowsOf(epochs, counted, exclusions), content, options ?? new());
    }

    private static RasterRow[] RowsOf(Epochs epochs, List<(Epoch Epoch, double[] Responses)> counted, List<Exclusion> exclusions)
    {
        IEnumerable<(string Participant, string Condition, int Trial, double[]? Values)> kept = counted.Select(one => (one.Epoch.Participant, one.Epoch.Condition, one.Epoch.Trial, (double[]?)one.Responses));
        IEnumerable<(string, string, int, double[]?)> left = exclusions.Where(one => one.Condition is not null && one.Trial is not null)
            .Select(one => (one.Participant, one.Condition!, one.Trial!.Value, (double[]?)null));
        (string Participant, string Condition, int Trial, double[]? Values)[] all = [.. kept.Concat(left).DistinctBy(one => (one.Item1, one.Item2, one.Item3))];
        string[] participants = [.. all.Select(one => one.Participant).Distinct()];
        Dictionary<string, int> order = participants.Index().ToDictionary(one => one.Item, one => one.Index);
        return
        [
            .. all.OrderBy(one => epochs.Conditions.IndexOf(one.Condition)).ThenBy(one => order[one.Participant]).ThenBy(one => one.Trial)
                .Select(one => new RasterRow(one.Condition, FormattableString.Invariant($"{one.Participant} {one.Condition} {one.Trial}").TrimStart(), one.Values)),
        ];
    }

    internal static ClusterRow RowOf(StudyResult<ClusterTestResult> study) => new(
        study.Conditions.Length == 2 ? $"{study.Conditions[0]} - {study.Conditions[1]}" : study.About,
        [.. study.Result.Clusters.Select(cluster => new TimeCluster(cluster.Start, cluster.End, cluster.P))]);

    /// <summary>The value of no change; null for amplitudes.</summary>
    internal static double? NoChange(BaselineMethod method) => method switch
    {
        BaselineMethod.None => null,
        BaselineMethod.Percent => 100,
        _ => 0,
    };

    private static string Participants(int count) => $"{count} participant{(count == 1 ? "" : "s")}";
}
