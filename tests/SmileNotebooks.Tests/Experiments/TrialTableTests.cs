using TestSupport;

namespace SmileNotebooks.Tests.Experiments;

public sealed class TrialTableTests
{
    private static readonly Trial[] s_trials =
    [
        new("01", "Happy", "zygomaticus", 1, 1, 0.3), new("01", "Happy", "zygomaticus", 2, 3, 0.1), new("01", "Neutral", "zygomaticus", 1, 2, 0),
        new("02", "Happy", "zygomaticus", 1, 1, 0.5), new("02", "Neutral", "zygomaticus", 1, 2, 0.1),
        new("03", "Happy", "zygomaticus", 1, 1, 0.4),
    ];

    internal static TrialTable Table(params Trial[] trials) => new() { Trials = [.. trials], Measure = "log ratio", Conditions = ["Happy", "Neutral"] };

    [Fact]
    public void Means_of_participants_weigh_trials_alike()
    {
        ParticipantMean[] means = [.. Table(s_trials).ParticipantMeans()];

        Assert.Equal(["01 Happy 2", "01 Neutral 1", "02 Happy 1", "02 Neutral 1", "03 Happy 1"], means.Select(mean => $"{mean.Participant} {mean.Condition} {mean.Trials}"));
        Assert.Equal(0.2, means[0].Value, 1e-15);
    }

    [Fact]
    public void Participants_who_lack_a_condition_are_left_out_of_a_paired_test_with_the_reason()
    {
        StudyResult<TTestResult> test = Table(s_trials).PairedT("Happy", "Neutral");

        Assert.Equal([0.2, 0.5], test.Result.First);
        Assert.Equal(("Happy", "Neutral"), (test.Result.FirstName, test.Result.SecondName));
        Exclusion exclusion = Assert.Single(test.Exclusions);
        Assert.Equal("03, zygomaticus: no trial is left of Neutral", exclusion.ToString());
        Assert.Contains("Left out: 1 participant (no trial of a condition).", test.ToTable().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_participants_are_an_error_that_counts()
    {
        Assert.Contains(
            "A t test of Happy - Neutral needs at least 2 participants with trials in each condition; found 1. There are 3 trials of 1 participants.",
            Signals.Message<ArgumentException>(() => Table(s_trials[..3]).PairedT("Happy", "Neutral")), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Table().PairedT("Happy", "Neutral"));
        Assert.Throws<ArgumentException>(() => Table().Anova());
        Assert.Throws<ArgumentException>(() => Table().MixedModel());
        Assert.Throws<ArgumentException>(() => Table().Contrasts("Neutral"));
    }

    [Fact]
    public void Unknown_conditions_and_muscles_are_errors_that_name_those_that_there_are()
    {
        Assert.Contains("There is no condition Sad; conditions are Happy, Neutral.", Signals.Message<ArgumentException>(() => Table(s_trials).PairedT("Sad", "Neutral")), StringComparison.Ordinal);
        Assert.Contains("There is no trial of levator; muscles are zygomaticus.", Signals.Message<ArgumentException>(() => Table(s_trials).Muscle("levator")), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_muscles_are_joined()
    {
        TrialTable zygomaticus = Table(s_trials) with { Exclusions = [new("02", "Happy", 2, "noise") { Muscle = "zygomaticus" }] };
        TrialTable corrugator = Table([.. s_trials.Select(trial => trial with { Muscle = "corrugator", Value = -trial.Value })]) with { Simulated = "simulated, seed 1" };

        TrialTable joined = TrialTable.Join(zygomaticus, corrugator);

        Assert.Equal(["zygomaticus", "corrugator"], joined.Muscles);
        Assert.Equal("simulated, seed 1", joined.Simulated);
        Assert.Equal(zygomaticus.Trials, joined.Muscle("zygomaticus").Trials);
        Assert.Empty(joined.Muscle("corrugator").Exclusions);
        Assert.Contains("say which, as in PairedT(\"Happy\", \"Neutral\", \"zygomaticus\")", Signals.Message<ArgumentException>(() => joined.PairedT("Happy", "Neutral")), StringComparison.Ordinal);
        Assert.Equal(-joined.PairedT("Happy", "Neutral", "zygomaticus").Result.T, joined.PairedT("Happy", "Neutral", "corrugator").Result.T, 1e-12);
    }

    [Fact]
    public void Tables_that_do_not_fit_are_not_joined()
    {
        Assert.Contains("is in the tables 2 times", Signals.Message<ArgumentException>(() => TrialTable.Join(Table(s_trials), Table(s_trials))), StringComparison.Ordinal);
        Assert.Contains("\"log ratio\" and \"percent\"", Signals.Message<ArgumentException>(() => TrialTable.Join(Table(s_trials), Table() with { Measure = "percent" })), StringComparison.Ordinal);
        Assert.Contains("no table", Signals.Message<ArgumentException>(() => TrialTable.Join()), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_not_finite_and_torn_participants_are_errors()
    {
        Assert.Contains("Happy 1 of 01 has the value NaN", Signals.Message<ArgumentException>(() => Table(s_trials[0] with { Value = double.NaN }).ParticipantMeans()), StringComparison.Ordinal);
        Assert.Contains("Participant 01 is in the groups \"\" and \"drug\"", Signals.Message<ArgumentException>(() => Table(s_trials[0], s_trials[1] with { Group = "drug" }).ParticipantMeans()), StringComparison.Ordinal);
        Assert.Contains("has the condition Sad", Signals.Message<ArgumentException>(() => Table(s_trials[0] with { Condition = "Sad" }).ParticipantMeans()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_output_of_simulated_data_says_so()
    {
        TrialTable table = TrialTable.LoadCsv(Repository.PathOf("tests", "oracles", "experiments", "trials", "trials.csv"));
        IStatisticalResult[] results = [table.PairedT("Happy", "Neutral", "zygomaticus"), table.Contrasts("Neutral"), table.Anova(), table.Muscle("zygomaticus").MixedModel(), table.MixedModel().Then(fit => fit.Anova())];

        Assert.Contains(table.Simulated!, table.ToString(), StringComparison.Ordinal);
        Assert.Contains(table.Simulated!, table.ToCsv(), StringComparison.Ordinal);
        Assert.Contains(table.Simulated!, table.Report().ToString(), StringComparison.Ordinal);
        Assert.All(results, result =>
        {
            Assert.EndsWith($"Data: {table.Simulated}.", result.Apa, StringComparison.Ordinal);
            Assert.EndsWith($"Data: {table.Simulated}.", result.ToTable().Note, StringComparison.Ordinal);
            Assert.Contains(table.Simulated!, result.ToFigure()!.ToJson(), StringComparison.Ordinal);
            Assert.Contains(table.Simulated!, result.ToFigure()!.ToString(), StringComparison.Ordinal);
            using StringWriter html = new();
            Assert.True(new ValueFormatter(MimeTypes.Html).Format(result, html));
            Assert.Contains($"Data: {table.Simulated}.", html.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Results_of_studies_name_their_formatters_on_the_type_as_hosts_look_for_them()
    {
        Attribute attribute = Assert.Single(
            typeof(StudyResult<TTestResult>).GetCustomAttributes(inherit: false).Cast<Attribute>(), one => one.GetType().Name == "TypeFormatterSourceAttribute");

        Assert.Equal(typeof(ValueFormatters), ((TypeFormatterSourceAttribute)attribute).FormatterSourceType);
    }

    [Fact]
    public void A_reason_is_needed_to_leave_trials_out()
    {
        Assert.Throws<ArgumentException>(() => Table(s_trials).Exclude(_ => true, " "));
        Assert.Throws<ArgumentException>(() => Signals.Ramp(50, 10, (1, "A")).Epochs("A", 0, 1).Exclude(_ => true, ""));
    }

    [Fact]
    public void Contrasts_of_one_condition_say_that_there_is_no_other() => Assert.Contains(
        "Happy is the only condition", Signals.Message<ArgumentException>(() => (Table(s_trials[0]) with { Conditions = ["Happy"] }).Contrasts("Happy")), StringComparison.Ordinal);
}
