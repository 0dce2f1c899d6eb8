// Duchenne and non-Duchenne smiles: the direct test, and the activity around the eye with and without the zygomaticus as covariate, over 200 seeds.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class DuchenneMimicryRecoveryTests
{
    private const string Duchenne = "Duchenne", NonDuchenne = "NonDuchenne";
    private const double Difference = .08, Coupling = .5, Eyes = .05;

    private static readonly Lazy<Study[]> s_withoutEyes = new(() => Of(seed => Study.Of(MimicryExperiment.DuchenneSmiles() with { Seed = seed })));
    private static readonly Lazy<Study[]> s_withEyes = new(() => Of(seed => Study.Of(MimicryExperiment.DuchenneSmiles(assumedEyes: Eyes) with { Seed = seed })));

    [Fact]
    public void The_direct_test_recovers_the_difference_of_the_zygomaticus() =>
        AssertUnbiased([.. s_withoutEyes.Value.Select(study => study.Zygomaticus.Estimate)], Difference);

    [Theory]
    [InlineData("zygomaticus")]
    [InlineData("orbicularis")]
    public void The_standardised_difference_is_that_of_the_closed_form(string muscle)
    {
        double dz = MimicryExperiment.DuchenneSmiles().Expected(muscle, Duchenne, NonDuchenne).Dz;
        AssertUnbiased([.. s_withoutEyes.Value.Select(study => (muscle == "zygomaticus" ? study.Zygomaticus : study.Orbicularis).Effect.Value)], dz);
    }

    [Fact]
    public void Without_a_difference_5_percent_of_direct_tests_are_significant()
    {
        const int Experiments = 600;
        MimicryExperiment alike = MimicryExperiment.DuchenneSmiles(assumedDifference: 0);
        double rate = Power.Simulate(
            seed => (alike with { Seed = seed }).BinnedEpochs("zygomaticus", -2, 4).Window().PairedT(Duchenne, NonDuchenne).Result.P, new() { Simulations = Experiments }).Power;
        Assert.Equal(.05, rate, 3.29 * Math.Sqrt(.05 * .95 / Experiments));
    }

    // Each kind of smile against neutral faces: the design that does not compare the two kinds with one another.
    [Fact]
    public void One_contrast_significant_and_the_other_not_is_no_test_of_their_difference()
    {
        MimicryExperiment alike = MimicryExperiment.DuchenneSmiles(assumedDifference: 0) with { Participants = 24, TrialsPerCondition = 4 };
        bool[] apart = Of(seed =>
        {
            TrialTable trials = (alike with { Seed = seed }).BinnedEpochs("zygomaticus", -2, 4).Window();
            return trials.PairedT(Duchenne, "Neutral").Result.P < .05 != trials.PairedT(NonDuchenne, "Neutral").Result.P < .05;
        });
        Assert.InRange(apart.Count(one => one) / (double)Seeds, .2, .6);
    }

    [Fact]
    public void The_orbicularis_differs_by_what_it_takes_over() =>
        AssertUnbiased([.. s_withoutEyes.Value.Select(study => study.Alone.Estimate)], Coupling * Difference);

    // What the covariate leaves is the share of the zygomaticus' scatter that is noise: 1 - slope / coupling.
    [Fact]
    public void The_effect_on_the_orbicularis_shrinks_when_the_zygomaticus_is_controlled()
    {
        Study[] studies = s_withoutEyes.Value;
        double left = studies.Average(study => study.Controlled.Estimate);
        Assert.InRange(left, 0, .25 * Coupling * Difference);
        Assert.Equal((Coupling - studies.Average(study => study.Slope)) * Difference, left, .003);
        Assert.True(studies.Count(study => study.Controlled.Estimate < study.Alone.Estimate) >= .95 * Seeds);
        Assert.True(studies.Count(study => study.Controlled.P < .05) < studies.Count(study => study.Alone.P < .05) / 2);
    }

    [Fact]
    public void A_response_of_the_eyes_themselves_stays_when_the_zygomaticus_is_controlled()
    {
        Study[] studies = s_withEyes.Value;
        AssertUnbiased([.. studies.Select(study => study.Alone.Estimate)], Eyes + (Coupling * Difference));
        double left = studies.Average(study => study.Controlled.Estimate);
        Assert.InRange(left, Eyes, Eyes + (.25 * Coupling * Difference));
        Assert.True(studies.Count(study => study.Controlled.P < .05) > .6 * Seeds);
    }

    [Fact]
    public void With_a_covariate_that_has_no_error_only_the_eyes_are_left() =>
        AssertUnbiased(Of(seed => TrueModel(MimicryExperiment.DuchenneSmiles(assumedEyes: Eyes) with { Seed = seed })), Eyes);

    private static double TrueModel(MimicryExperiment experiment)
    {
        TrialTable truth = new()
        {
            Trials = [.. experiment.Truth().Select(trial => new Trial(trial.Participant, trial.Condition, trial.Muscle, trial.Number, trial.Position, trial.Change))],
            Measure = "true log ratio",
            Conditions = [NonDuchenne, Duchenne, "Neutral"],
        };
        return truth.MixedModelAcrossMuscles("orbicularis ~ condition + zygomaticus + (1 | participant) + (1 | participant:condition)").Result.FixedEffects[1].Estimate;
    }

    private sealed record Study(TTestResult Zygomaticus, TTestResult Orbicularis, FixedEffect Alone, FixedEffect Controlled, double Slope)
    {
        public static Study Of(MimicryExperiment experiment)
        {
            TrialTable trials = TrialTable.Join(experiment.BinnedEpochs("zygomaticus", -2, 4).Window(), experiment.BinnedEpochs("orbicularis", -2, 4).Window())
                .Ordered([NonDuchenne, Duchenne, "Neutral"]);
            MixedModel Fit(string covariate) => trials.MixedModelAcrossMuscles($"orbicularis ~ condition{covariate} + (1 | participant) + (1 | participant:condition)").Result;
            MixedModel controlled = Fit(" + zygomaticus");
            return new(
                trials.PairedT(Duchenne, NonDuchenne, "zygomaticus").Result, trials.PairedT(Duchenne, NonDuchenne, "orbicularis").Result,
                Fit("").FixedEffects[1], controlled.FixedEffects[1], controlled.FixedEffects.Single(effect => effect.Name == "zygomaticus").Estimate);
        }
    }
}
