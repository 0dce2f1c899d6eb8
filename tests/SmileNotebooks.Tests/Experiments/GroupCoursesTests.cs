// Courses of groups of different people, and tests between them.
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Experiments;

public sealed class GroupCoursesTests
{
    private static readonly Epochs s_epochs = MimicryExperiment.MaskedFaces(1).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0);
    private static readonly GroupCourses s_courses = s_epochs.GroupCourses();

    [Fact]
    public void Each_group_has_the_courses_of_its_own_people()
    {
        Assert.Equal(["Happy", "Neutral", "Angry"], s_courses.Groups.Select(group => group.Group));
        Assert.All(s_courses.Groups, group => Assert.Equal((40, 60), (group.Values.Length, group.Mean.Length)));
        Assert.Equal(120, s_courses.Groups.SelectMany(group => group.Participants).Distinct().Count());

        // The window's mean of a course is that of the trial table: bins and trials weigh the same, and the log ratio is taken of each bin or of the window.
        TimeCourse happy = (s_epochs with { Items = [.. s_epochs.Items.Where(epoch => epoch.Condition == "Happy")], Conditions = ["Happy"] }).TimeCourse();
        Assert.Equal(happy["Happy"].Values.SelectMany(values => values), s_courses["Happy"].Values.SelectMany(values => values));
        Assert.Equal(happy["Happy"].Lower, s_courses["Happy"].Lower);
    }

    [Fact]
    public void Clusters_are_those_of_the_test_between_groups()
    {
        ClusterTestOptions options = new() { Permutations = 199, SamplingRate = 10, StartTime = -2 };
        ClusterTestResult expected = ClusterTest.Independent(Matrix(s_courses["Happy"]), Matrix(s_courses["Neutral"]), options);

        StudyResult<ClusterTestResult> found = s_courses.Clusters("Happy", "Neutral", new() { Permutations = 199 });

        Assert.Equal(expected.Clusters, found.Result.Clusters);
        Assert.Equal(ClusterDesign.Independent, found.Result.Design);
        Assert.Equal(["Happy", "Neutral"], found.Conditions);
        Assert.Contains("simulated", found.Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void Bins_are_tested_by_welch_and_corrected_by_holm()
    {
        StudyResult<BinComparisons> tests = s_courses.BinTests("Happy", "Neutral", 0, 1);

        Assert.Equal(10, tests.Result.Bins.Length);
        BinComparison last = tests.Result.Bins[^1];
        int time = s_courses.Times.Index().MinBy(one => Math.Abs(one.Item - ((last.From + last.To) / 2))).Index;
        TTestResult expected = TTest.Independent((double[])[.. s_courses["Happy"].Values.Select(course => course[time])], (double[])[.. s_courses["Neutral"].Values.Select(course => course[time])]);
        Assert.Equal((expected.T, expected.P), (last.Test.T, last.Test.P));
        Assert.Equal(Multiplicity.Holm([.. tests.Result.Bins.Select(bin => bin.Test.P)]).Adjusted, tests.Result.Bins.Select(bin => bin.AdjustedP));
        Assert.Contains("10 bins", tests.Apa, StringComparison.Ordinal);
        Assert.Contains("expected", Signals.Message<ArgumentException>(() => s_courses["Sad"]).Replace("groups are", "expected", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("No bin lies from 9 to 10 s", Signals.Message<ArgumentException>(() => s_courses.BinTests("Happy", "Neutral", 9, 10)), StringComparison.Ordinal);
    }

    [Fact]
    public void Latencies_are_those_of_the_difference_of_means_without_each_participant_in_turn()
    {
        JackknifeLatencyOptions options = s_courses.LatencyOptions with { To = 1.5, Smoothing = 0.4, Criterion = LatencyCriterion.FractionOfPeak(0.4) };
        double[,] happy = Matrix(s_courses["Happy"]), neutral = Matrix(s_courses["Neutral"]);

        StudyResult<JackknifeLatencyResult> latency = s_courses.Latency("Happy", "Neutral", options);

        // Without a participant: the others' means, as the latency of one group has them.
        double[] without = [.. Enumerable.Range(0, 80).Select(left => Latency(Mean(happy, left), Mean(neutral, left - 40)))];
        Assert.Equal(without, latency.Result.LeaveOneOut, (expected, found) => Math.Abs(expected - found) < 1e-9);
        double Variance(double[] values) => (values.Length - 1.0) / values.Length * values.Sum(value => Math.Pow(value - values.Average(), 2));
        Assert.Equal(Math.Sqrt(Variance(without[..40]) + Variance(without[40..])), latency.Result.StandardError, 1e-9);
        Assert.Equal(80, latency.Result.Participants);

        // Welch's degrees of freedom of the sum of both variances.
        double one = Variance(without[..40]), other = Variance(without[40..]);
        double degrees = Math.Pow(one + other, 2) / ((one * one / 39) + (other * other / 39));
        Assert.Equal(latency.Result.Latency + (StudentT.UpperQuantile(.025, degrees) * latency.Result.StandardError), latency.Result.Interval.Upper, 1e-9);
        Assert.Equal(latency.Result.Latency, s_courses.TryLatency("Happy", "Neutral", options)!.Result.Latency);
        Assert.Null(s_courses.TryLatency("Neutral", "Happy", options));
        Assert.Throws<ArgumentException>(() => s_courses.TryLatency("Sad", "Neutral"));
        Assert.Throws<ArgumentException>(() => s_courses.TryLatency("Happy", "Neutral", options with { Smoothing = -1 }));

        double Latency(double[] first, double[] second)
        {
            double[,] twice = new double[2, first.Length];
            for (int time = 0; time < first.Length; time++)
            {
                twice[0, time] = twice[1, time] = first[time] - second[time];
            }

            return JackknifeLatency.Estimate(twice, options).Latency;
        }

        static double[] Mean(double[,] courses, int left) =>
            [.. Enumerable.Range(0, courses.GetLength(1)).Select(time => Enumerable.Range(0, courses.GetLength(0)).Where(row => row != left).Average(row => courses[row, time]))];
    }

    [Fact]
    public void Groups_of_a_study_in_which_everyone_saw_all_are_compared_in_a_condition_or_a_difference()
    {
        TimeCourse course = (MimicryExperiment.VisibleFaces with { Participants = 12 }).BinnedEpochs("zygomaticus").LogRatioTo(-2, 0).Grouped(participant => participant[^1] < '5' ? "drug" : "placebo").TimeCourse();

        GroupCourses groups = course.Between("Happy", "Neutral");

        Assert.Equal(12, groups.Groups.Sum(group => group.Values.Length));
        int first = course.Participants.IndexOf(groups["drug"].Participants[0]);
        Assert.Equal(course["Happy"].Values[first][50] - course["Neutral"].Values[first][50], groups["drug"].Values[0][50], 1e-15);
        Assert.StartsWith("Happy - Neutral, log ratio", groups.Measure, StringComparison.Ordinal);
        Assert.Equal(course["Happy"].Values[first], course.Between("Happy")["drug"].Values[0]);
        Assert.NotNull(groups.Clusters("drug", "placebo", new() { Permutations = 99 }).ToFigure());
    }

    [Fact]
    public void Comparisons_that_cannot_be_say_why()
    {
        Epochs within = (MimicryExperiment.VisibleFaces with { Participants = 3 }).BinnedEpochs("zygomaticus").LogRatioTo(-2, 0);
        Assert.Contains("has trials of", Signals.Message<ArgumentException>(() => within.GroupCourses()), StringComparison.Ordinal);
        Assert.Contains("no groups, expected at least two", Signals.Message<ArgumentException>(() => within.TimeCourse().Between("Happy")), StringComparison.Ordinal);
        Assert.Contains("No trial of zygomaticus is left in the condition Angry", Signals.Message<ArgumentException>(() =>
            (s_epochs with { Items = [.. s_epochs.Items.Where(epoch => epoch.Condition != "Angry")] }).GroupCourses()), StringComparison.Ordinal);
        StudyResult<ClusterTestResult> other = s_courses.Clusters("Happy", "Angry", new() { Permutations = 9 }) with { About = "another" };
        Assert.Contains("The test is of another", Signals.Message<ArgumentException>(() => s_courses.ToFigure([other])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_of_one_has_a_course_without_a_band()
    {
        GroupCourses alone = (MimicryExperiment.MaskedFaces(1) with { Participants = 3 }).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0).GroupCourses();
        Assert.True(double.IsNaN(alone["Happy"].Lower[0]));
        Assert.NotEmpty(alone.ToFigure().Data);
        Assert.Contains("expected at least 2", Signals.Message<ArgumentException>(() => alone.Clusters("Happy", "Neutral")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_figure_says_groups_and_simulation()
    {
        Figure figure = s_courses.ToFigure([s_courses.Clusters("Happy", "Neutral", new() { Permutations = 99 })]);
        Assert.Contains("simulated", figure.ToJson(), StringComparison.Ordinal);
        Assert.Contains("40 Happy", figure.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Courses_move_bin_by_bin_and_show_participants()
    {
        Figure moving = s_courses.Animation();
        Assert.Equal(60, moving.Frames!.Value.Length);
        Assert.Equal(59, moving.Layout.Sliders!.Value[0].Active);
        Assert.Equal("3.9", moving.Frames!.Value[^1].Name);
        TimeCourse course = (MimicryExperiment.VisibleFaces with { Participants = 4 }).BinnedEpochs("zygomaticus").LogRatioTo(-2, 0).TimeCourse();
        Figure chosen = course.HighlightParticipants();
        Assert.Equal(["everyone", "01", "02", "03", "04"], chosen.Frames!.Value.Select(frame => frame.Name));
        Assert.Contains("participant 02, Happy", chosen.ToJson(), StringComparison.Ordinal);
    }

    private static double[,] Matrix(GroupCourse group)
    {
        double[,] matrix = new double[group.Values.Length, group.Mean.Length];
        for (int row = 0; row < group.Values.Length; row++)
        {
            for (int time = 0; time < group.Mean.Length; time++)
            {
                matrix[row, time] = group.Values[row][time];
            }
        }

        return matrix;
    }
}
