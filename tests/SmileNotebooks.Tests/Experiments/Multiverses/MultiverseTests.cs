// All combinations of choices: what is run, what is reported, and whether the joint test keeps its level.
using TestSupport;
using SmileNotebooks.Tests.Experiments.Simulation;

namespace SmileNotebooks.Tests.Experiments.Multiverses;

public sealed class MultiverseTests
{
    private static readonly EmgPipeline Base = new() { Processing = EmgProcessing.AsRecorded };

    private static readonly Choice[] Main =
    [
        Choice.Baselines(new(BaselineMethod.LogRatio, -2, 0), new(BaselineMethod.Percent, -1, 0), new(BaselineMethod.Difference, -2, 0)),
        Choice.Windows((1, 3), (2, 4)),
        Choice.Standardisations(Standardisation.None, Standardisation.ZScore),
        Choice.Rejections(null, new RejectionOptions { BaselineDeviations = 2 }),
    ];

    private static Epochs Study(int participants, ulong seed, double amplitude = 1) =>
        (MimicryExperiment.VisibleFaces with { Participants = participants, Seed = seed, Amplitude = amplitude }).BinnedEpochs("zygomaticus");

    [Fact]
    public void No_choice_and_a_window_that_ends_before_it_begins_are_said()
    {
        Assert.StartsWith("A multiverse without a choice is one analysis", Assert.Throws<ArgumentException>(() => new Multiverse(Base)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A window from 4 to 2 s, expected an end after its start.", Assert.Throws<ArgumentException>(() => Choice.Windows((4, 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_combination_is_run_once_and_agrees_with_the_pipeline_by_itself()
    {
        Epochs epochs = Study(12, 1);

        MultiverseResult result = new Multiverse(Base, Main).Run(epochs, "Happy", "Neutral", new() { Permutations = 99 });

        Assert.Equal(24, result.Specifications.Length);
        Assert.Equal(24, result.Specifications.DistinctBy(one => string.Join("|", one.Options)).Count());
        foreach (Specification one in result.Specifications)
        {
            PipelineRun run = one.Pipeline.Run(epochs);
            TTestResult test = run.Trials.PairedT("Happy", "Neutral").Result;
            Assert.Equal(test.Estimate, one.Estimate);
            Assert.Equal(test.P, one.P);
            Assert.Equal(test.Effect, one.Effect);
            Assert.Equal(run.Trials.Measure, one.Measure);
            Assert.Equal(run.Trials.Exclusions.Count(exclusion => exclusion.Trial is not null), one.TrialsLeftOut);
            Assert.Equal(run.Trials.Count, one.Trials);
            Assert.Equal(12, one.Participants + one.ParticipantsLeftOut);
        }
    }

    [Fact]
    public void The_curve_rises_and_shares_are_those_of_its_specifications()
    {
        MultiverseResult result = new Multiverse(Base, Main).Run(Study(20, 2), "Happy", "Neutral", new() { Permutations = 99 });

        double[] effects = [.. result.Curve.Select(one => one.Effect.Value)];
        Assert.Equal(effects.Order(), effects);
        Assert.Equal((effects[11] + effects[12]) / 2, result.MedianTest.Observed, 1e-9);
        Assert.Equal(effects.Count(effect => effect > 0) / 24.0, result.ShareAbove);
        Assert.Equal(result.Specifications.Count(one => one.P < 0.05) / 24.0, result.ShareSignificant);
        Assert.Equal(9, result.ByOption.Length);
        Assert.All(result.ByOption.Where(one => one.Choice == "window"), one => Assert.Equal(12, one.Specifications));
        Assert.Contains("Data: simulated from published parameters, seed 2.", result.Apa, StringComparison.Ordinal);
        Assert.Contains("Data: simulated", result.SpecificationTable().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_swapped_conditions_turn_it_about()
    {
        Epochs epochs = Study(14, 3);
        Multiverse multiverse = new(Base, Main);

        MultiverseResult one = multiverse.Run(epochs, "Happy", "Neutral"), again = multiverse.Run(epochs, "Happy", "Neutral"), turned = multiverse.Run(epochs, "Neutral", "Happy");

        Assert.Equal(one.Specifications, again.Specifications);
        Assert.Equal(one.MedianTest, again.MedianTest);
        Assert.Equal(one.Apa, again.Apa);
        Assert.Equal(-one.MedianTest.Observed, turned.MedianTest.Observed, 1e-12);
        Assert.Equal(one.MedianTest.P, turned.MedianTest.P);
        Assert.Equal(one.SignificantTest.P, turned.SignificantTest.P);
    }

    [Fact]
    public void One_specification_gives_the_p_of_a_sign_flip_test_of_its_median()
    {
        Epochs epochs = Study(8, 4);
        MultiverseResult result = new Multiverse(Base, Choice.Windows((2, 4))).Run(epochs, "Happy", "Neutral");

        TTestResult test = Base.Run(epochs).Trials.PairedT("Happy", "Neutral").Result;
        double[] differences = [.. test.First.Zip(test.Second, (one, other) => one - other)];
        PermutationTestResult flips = SignFlip.Test(differences, new PermutationTestOptions { Permutations = 1_999 });

        // |dz| is a rising function of |mean| where squares are given, so that both tests reach as often.
        Assert.True(result.MedianTest.IsExact);
        Assert.Equal(flips.P, result.MedianTest.P, 1e-12);
        Assert.Equal(127, result.MedianTest.Permutations);
    }

    [Fact]
    public void Of_conditions_that_do_not_differ_the_joint_test_errs_in_one_of_twenty_studies()
    {
        (bool Median, bool Many, bool Any)[] studies = Recovery.Of(seed =>
        {
            MultiverseResult result = new Multiverse(Base, Main).Run(Study(16, seed, amplitude: 0), "Happy", "Neutral", new() { Permutations = 199, Seed = seed });
            return (result.MedianTest.P <= 0.05, result.SignificantTest.P <= 0.05, result.Specifications.Any(one => one.P < 0.05));
        });

        // 200 studies: 10 +- 3.1. A count beyond 20 has a probability below .002 at a level of .05.
        int median = studies.Count(study => study.Median), many = studies.Count(study => study.Many), any = studies.Count(study => study.Any);
        TestContext.Current.TestOutputHelper?.WriteLine($"of {studies.Length} simulated null studies: median test {median}, count test {many}, at least one significant specification {any}");
        Assert.InRange(median, 2, 20);
        Assert.InRange(many, 0, 20);

        // What the joint test is for: choosing among specifications would err more often.
        Assert.True(any > median, $"{any} and {median}");
    }

    [Fact]
    public void An_effect_of_the_published_size_is_found_by_the_joint_test_in_most_studies_of_74()
    {
        int found = Enumerable.Range(1, 20).Count(seed =>
            new Multiverse(Base, Main).Run(Study(74, (ulong)seed), "Happy", "Neutral", new() { Permutations = 199 }).MedianTest.P <= 0.05);

        // dz = .51 at n = 74 has a power of .99 in a single t test.
        Assert.InRange(found, 17, 20);
    }

    [Fact]
    public void A_specification_that_cannot_be_run_says_why_and_others_are_summed_up()
    {
        Multiverse multiverse = new(Base, Choice.Baselines(new(BaselineMethod.LogRatio, -2, 0), new(BaselineMethod.Difference, -2, 0)), Choice.Summaries(WindowSummary.Mean, WindowSummary.Area), Choice.Windows((2, 4), (2, 8)));

        MultiverseResult result = multiverse.Run(Study(10, 5), "Happy", "Neutral", new() { Permutations = 99 });

        Assert.Equal(8, result.Specifications.Length);
        Assert.Equal(3, result.Curve.Length);
        Assert.Equal(4, result.Specifications.Count(one => one.Problem?.Contains("reaches beyond the epochs", StringComparison.Ordinal) == true));
        Assert.Single(result.Specifications, one => one.Problem?.Contains("area", StringComparison.Ordinal) == true);
        Assert.Contains("5 further specifications could not be run", result.Apa, StringComparison.Ordinal);
        Assert.Equal(0, result.ByOption.Single(one => one.Option == "2 to 8 s").Specifications);
        Assert.Equal(8, result.SpecificationTable().Rows.Length);
    }

    [Fact]
    public void What_cannot_be_a_multiverse_is_refused_with_its_reason()
    {
        Epochs epochs = Study(4, 1);
        Assert.Contains("expected at least one choice", Signals.Message<ArgumentException>(() => new Multiverse(Base)), StringComparison.Ordinal);
        Assert.Contains("each name once", Signals.Message<ArgumentException>(() => new Multiverse(Base, Choice.Windows((1, 2)), Choice.Windows((2, 3)))), StringComparison.Ordinal);
        Assert.Contains("a name of its own", Signals.Message<ArgumentException>(() => new Multiverse(Base, Choice.Windows((1, 2), (1, 2)))), StringComparison.Ordinal);
        Assert.Contains("at least one option", Signals.Message<ArgumentException>(() => new Multiverse(Base, Choice.Windows())), StringComparison.Ordinal);
        Assert.Contains("the same analysis", Signals.Message<ArgumentException>(() => new Multiverse(Base, Choice.Of("nothing", ("one", p => p), ("other", p => p)))), StringComparison.Ordinal);
        Assert.Contains("5000", Signals.Message<ArgumentException>(() => new Multiverse(Base, Enumerable.Range(0, 13).Select(at => Choice.Of($"{at}", ("a", p => p), ("b", p => p))))), StringComparison.Ordinal);
        Assert.Contains("Run choices of filters", Signals.Message<ArgumentException>(() => new Multiverse(Base, Choice.Filters(EmgProcessing.AsRecorded, new())).Run(epochs, "Happy", "Neutral")), StringComparison.Ordinal);
        Assert.Contains("None of the 1 specifications", Signals.Message<ArgumentException>(() => new Multiverse(Base, Choice.Windows((1, 2))).Run(epochs, "Happy", "Sad")), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Multiverse(Base, Choice.Windows((1, 2))).Run(epochs, "Happy", "Neutral", new() { Permutations = 0 }));
        Assert.Throws<ArgumentException>(() => new Multiverse(Base, Choice.Windows((1, 2))).Run(epochs, "Happy", "Neutral", new() { Level = 1 }));
    }

    [Fact]
    public void Filters_are_varied_on_recordings()
    {
        RecordingSet recordings = (MimicryExperiment.VisibleFaces with { Participants = 6 }).Recordings();
        EmgProcessing smooth = EmgProcessing.AsRecorded with { Amplitude = EmgAmplitudeMethod.Envelope, EnvelopeCutoff = 2 };

        MultiverseResult result = new Multiverse(Base, Choice.Filters(EmgProcessing.AsRecorded, smooth, new()), Choice.Windows((1, 3), (2, 4))).Run(recordings, "Happy", "Neutral", new() { Permutations = 63 });

        Assert.Equal(4, result.Curve.Length);
        Assert.Equal((Base with { Processing = smooth }).Run(recordings).Trials.PairedT("Happy", "Neutral").Result.T, result.Specifications.Single(one => one.Options.SequenceEqual(["envelope 2 Hz", "2 to 4 s"])).T);
        Assert.Equal(2, result.Specifications.Count(one => one.Problem?.Contains("amplitude already", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void Amplitudes_of_any_unit_give_the_same_effects()
    {
        Epochs epochs = Study(9, 6);
        Epochs tiny = epochs with { Items = [.. epochs.Items.Select(epoch => epoch with { Samples = epoch.Samples.ToArray().Select(value => value * 1e-200).ToArray() })] };
        Multiverse multiverse = new(Base, Choice.Baselines(new(BaselineMethod.LogRatio, -2, 0), new(BaselineMethod.Difference, -2, 0)));

        MultiverseResult one = multiverse.Run(epochs, "Happy", "Neutral"), other = multiverse.Run(tiny, "Happy", "Neutral");

        Assert.Equal(one.MedianTest.Observed, other.MedianTest.Observed, 1e-9);
        Assert.Equal(one.MedianTest.P, other.MedianTest.P);
    }

    [Fact]
    public void A_multiverse_of_a_real_study_says_no_word_of_simulation()
    {
        RecordingSet recordings = Recording.LoadAll(SharedData.PathOf("data", "fmov"), AcqKnowledgeText.Fmov);

        MultiverseResult result = new Multiverse(Base, Main).Run(recordings, "Happy", "Neutral");

        TestContext.Current.TestOutputHelper?.WriteLine(result.Apa);
        Assert.Null(result.Simulated);
        Assert.DoesNotContain("simulated", $"{result.Apa}{result.SpecificationTable().Note}", StringComparison.Ordinal);
        Assert.Equal(24, result.Curve.Length);
    }
}
