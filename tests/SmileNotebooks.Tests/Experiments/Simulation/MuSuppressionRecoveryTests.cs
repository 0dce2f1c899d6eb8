// Mu suppression and the alpha that passes for it: what central electrodes alone show, and what they show beside occipital ones, over 200 seeds.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class MuSuppressionRecoveryTests
{
    private static readonly Lazy<Study[]> s_suppression = new(() => Of(seed => Study.Of(MuExperiment.Suppression with { Seed = seed })));
    private static readonly Lazy<Study[]> s_attention = new(() => Of(seed => Study.Of(MuExperiment.Attention with { Seed = seed })));
    private static readonly Lazy<Study[]> s_nothing = new(() => Of(seed => Study.Of(new MuExperiment { Seed = seed })));

    [Fact]
    public void Without_a_change_tests_keep_their_level()
    {
        double limit = .05 + (3.29 * Math.Sqrt(.05 * .95 / Seeds));
        Assert.InRange(Share(s_nothing, study => study.Central.P < .05), 0, limit);
        Assert.InRange(Share(s_nothing, study => study.Occipital.P < .05), 0, limit);
        Assert.InRange(Share(s_nothing, study => study.Comparison.P < .05), 0, limit);
        AssertUnbiased([.. s_nothing.Value.Select(study => study.Central.Estimate)], 0);
    }

    [Fact]
    public void Suppressed_mu_lowers_central_power_more_than_occipital_power()
    {
        Assert.True(Share(s_suppression, study => IsLower(study.Central)) > .5);
        Assert.True(Share(s_suppression, study => IsLower(study.Comparison)) > .6);
    }

    [Fact]
    public void A_fall_of_alpha_alone_fools_central_electrodes_and_not_the_comparison()
    {
        Assert.True(Share(s_attention, study => IsLower(study.Central)) > .5);
        Assert.True(Share(s_attention, study => IsLower(study.Occipital)) > .95);
        Assert.Equal(0, Share(s_attention, study => IsLower(study.Comparison)));
    }

    // Without leak nothing of alpha reaches central electrodes.
    [Fact]
    public void Without_leak_a_fall_of_alpha_changes_nothing_over_central_electrodes() =>
        AssertUnbiased(Of(seed => Study.Of(MuExperiment.Attention with { AssumedLeak = 0, Seed = seed }).Central.Estimate), 0);

    [Fact]
    public void The_comparison_is_the_interaction_of_the_analysis_of_variance()
    {
        TrialTable trials = (MuExperiment.Attention with { Participants = 12, TrialsPerCondition = 4 }).Trials();
        TTestResult t = trials.MuscleInteractionT("central", "occipital", "Observation", "Baseline").Result;
        AnovaEffect effect = trials.Anova().Result.Effects.Single(one => one.Name.Contains("condition", StringComparison.Ordinal) && one.Name.Contains("muscle", StringComparison.Ordinal));
        Assert.Equal(effect.F, t.T * t.T, 1e-9 * effect.F);
    }

    [Fact]
    public void A_rhythm_has_the_variance_1_and_its_peak_where_it_was_asked_for()
    {
        Rhythm rhythm = new(new RandomStream(3), 10.5, 1.5, 128);
        double[] samples = [.. Enumerable.Range(0, 200_000).Select(_ => rhythm.Next())];
        PowerSpectrum spectrum = Welch.Of(samples, 128, new() { SegmentLength = 512 });
        Assert.Equal(1, samples.Average(sample => sample * sample), .03);
        Assert.Equal(10.5, spectrum.Frequencies[spectrum.Density.IndexOf(spectrum.Density.Max())], .5);
        Assert.True(spectrum.BandPower(8, 13) > .75);
        Rhythm background = new(new RandomStream(4), .05, 128);
        Assert.Equal(1, Enumerable.Range(0, 200_000).Average(_ => background.Next() is var value ? value * value : 0), .03);
    }

    [Fact]
    public void The_power_of_a_band_is_the_variance_of_a_sine_in_it()
    {
        double[] sine = [.. Enumerable.Range(0, 1_280).Select(sample => 3 * Math.Sin(2 * Math.PI * 10 * sample / 128))];
        PowerSpectrum spectrum = Welch.Of(sine, 128, new() { SegmentLength = 128, Unit = "µV" });
        Assert.Equal(4.5, spectrum.BandPower(8, 13), 1e-9);
        Assert.Equal(0, spectrum.BandPower(20, 30), 1e-9);
        Assert.Contains("No line lies from 10.2 to 10.4 Hz", Assert.Throws<ArgumentException>(() => spectrum.BandPower(10.2, 10.4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_spectra_say_that_they_are_simulated_and_are_the_same_again()
    {
        MuExperiment experiment = MuExperiment.Suppression with { Participants = 2, TrialsPerCondition = 2 };
        Assert.Equal(experiment.Trials(), experiment.Trials());
        Assert.Equal(experiment.Trials().Trials, (experiment with { Participants = 3 }).Trials().Trials.Take(16));
        Assert.Equal("simulated from assumed parameters, seed 1", experiment.Trials().Simulated);
        Assert.Equal(["central, Baseline", "central, Observation", "occipital, Baseline", "occipital, Observation"], experiment.Spectra().Select(one => one.Name));
        PowerSpectrum spectrum = experiment.Spectra()[1];
        Assert.Equal("simulated from assumed parameters, seed 1", spectrum.Simulated);
        Assert.Equal(2 * 2 * 3, spectrum.Segments);
        Assert.Equal("µV²/Hz", spectrum.Unit);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        MuExperiment small = new() { Participants = 2, TrialsPerCondition = 1 };
        foreach ((MuExperiment wrong, string name) in new[]
        {
            (small with { Participants = 0 }, "Participants"), (small with { TrialsPerCondition = 0 }, "TrialsPerCondition"), (small with { AssumedLeak = 2 }, "AssumedLeak"),
            (small with { SamplingRate = 10 }, "SamplingRate"), (small with { TrialDuration = .1 }, "TrialDuration"), (small with { AssumedMuChange = double.NaN }, "AssumedMuChange"),
            (small with { Background = 0 }, "Background"), (small with { TrialDeviation = -1 }, "TrialDeviation"),
        })
        {
            Assert.Contains(name, Assert.Throws<ArgumentException>(() => wrong.Trials()).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => (small with { Participants = 0 }).Spectra());
    }

    private static double Share(Lazy<Study[]> studies, Func<Study, bool> which) => studies.Value.Count(which) / (double)Seeds;

    private static bool IsLower(TTestResult test) => test.P < .05 && test.Estimate < 0;

    private sealed record Study(TTestResult Central, TTestResult Occipital, TTestResult Comparison)
    {
        public static Study Of(MuExperiment experiment)
        {
            TrialTable trials = (experiment with { Participants = 30, TrialsPerCondition = 8 }).Trials();
            return new(
                trials.PairedT("Observation", "Baseline", "central").Result, trials.PairedT("Observation", "Baseline", "occipital").Result,
                trials.MuscleInteractionT("central", "occipital", "Observation", "Baseline").Result);
        }
    }
}
