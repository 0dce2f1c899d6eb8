// The published figures of visible mimicry, recovered from the experiments of 200 seeds through the public pipeline: epochs, baseline, window, test.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class VisibleMimicryRecoveryTests
{
    private const int Participants = 74;

    private static readonly Lazy<Study[]> s_zygomaticus = new(() => Of(seed => Study.Of("zygomaticus", seed)));
    private static readonly Lazy<Study[]> s_corrugator = new(() => Of(seed => Study.Of("corrugator", seed)));

    [Theory]
    [InlineData("zygomaticus", "Happy", .167)]
    [InlineData("zygomaticus", "Angry", .010)]
    [InlineData("corrugator", "Happy", -.133)]
    [InlineData("corrugator", "Angry", .041)]
    public void Mean_contrasts_are_unbiased(string muscle, string condition, double mean) =>
        AssertUnbiased([.. Studies(muscle).Select(study => study.Contrast(condition).Mean)], mean);

    // SE(dz) of one study is sqrt(1/n + dz^2 / 2n); of the mean over independent studies it is that over sqrt(studies).
    [Theory]
    [InlineData("zygomaticus", "Happy", .51)]
    [InlineData("zygomaticus", "Angry", .05)]
    [InlineData("corrugator", "Happy", -.50)]
    [InlineData("corrugator", "Angry", .21)]
    public void Standardised_contrasts_are_recovered_within_two_standard_errors(string muscle, string condition, double dz)
    {
        double error = Math.Sqrt((1.0 / Participants) + (dz * dz / (2 * Participants)));
        double[] found = [.. Studies(muscle).Select(study => study.Contrast(condition).Mean / study.Contrast(condition).Deviation)];
        Assert.InRange(found.Average(), dz - (2 * error / Math.Sqrt(Seeds)), dz + (2 * error / Math.Sqrt(Seeds)));

        // And each study by itself: 95.4 % of them within two standard errors, less 99.9 % of that count's own error.
        int within = found.Count(one => Math.Abs(one - dz) <= 2 * error);
        Assert.True(within >= (Seeds * .954) - (3.3 * Math.Sqrt(Seeds * .954 * .046)), $"{within} of {Seeds} studies lie within two standard errors of {dz}.");
    }

    [Theory]
    [InlineData("zygomaticus")]
    [InlineData("corrugator")]
    public void The_cluster_test_finds_the_effect(string muscle) => Assert.True(Studies(muscle).Count(study => study.ClusterP < .05) >= .97 * Seeds);

    // The model's own residual and stimulus variances, without the few per cent that REML moves between terms where it finds no variance between subjects.
    [Theory]
    [InlineData("zygomaticus", .166, .331)]
    [InlineData("corrugator", .130, .273)]
    public void Variance_components_are_recovered_by_the_mixed_model(string muscle, double stimulus, double trial)
    {
        Study[] studies = Studies(muscle);
        Assert.Equal(stimulus, Math.Sqrt(studies.Average(study => study.StimulusVariance)), .03 * stimulus);
        Assert.Equal(trial, Math.Sqrt(studies.Average(study => study.TrialVariance)), .03 * trial);
    }

    // Variances of .003 beside sampling errors of .005 are often estimated as 0; the covariance of conditions estimates them without that limit.
    [Theory]
    [InlineData("zygomaticus", .054)]
    [InlineData("corrugator", .056)]
    public void The_variance_between_subjects_is_that_of_both_conditions_together(string muscle, double subject) =>
        AssertUnbiased([.. Studies(muscle).Select(study => study.Covariance)], subject * subject);

    // Published on 296 trials of a condition, whose sampling error for a share p is at least sqrt(p (1 - p) / 296).
    [Fact]
    public void Strong_responses_are_as_sparse_as_published()
    {
        Study[] studies = s_zygomaticus.Value;
        AssertShare(studies.Average(study => study.StrongHappy), .16);
        AssertShare(studies.Average(study => study.StrongNeutral), .04);
        static void AssertShare(double found, double published)
        {
            double error = Math.Sqrt(published * (1 - published) / (4 * Participants));
            Assert.InRange(found, published - error, published + error);
        }
    }

    [Fact]
    public void Responses_are_skewed_as_published() =>
        Assert.Equal(2.2, s_zygomaticus.Value.Average(study => study.Skewness), .1);

    [Theory]
    [InlineData("zygomaticus")]
    [InlineData("corrugator")]
    public void Bins_have_the_published_deviation_and_autocorrelation(string muscle)
    {
        Study[] studies = Studies(muscle);
        Assert.Equal(.128, studies.Average(study => study.BinDeviation), .002);
        Assert.Equal(.23, studies.Average(study => study.BinAutocorrelation), .01);
    }

    private static Study[] Studies(string muscle) => muscle == "zygomaticus" ? s_zygomaticus.Value : s_corrugator.Value;

    // What is computed of one simulated study.
    private sealed record Study
    {
        public required (double Mean, double Deviation) Happy { get; init; }

        public required (double Mean, double Deviation) Angry { get; init; }

        public required double ClusterP { get; init; }

        public required double StimulusVariance { get; init; }

        public required double TrialVariance { get; init; }

        public required double Covariance { get; init; }

        public required double StrongHappy { get; init; }

        public required double StrongNeutral { get; init; }

        public required double Skewness { get; init; }

        public required double BinDeviation { get; init; }

        public required double BinAutocorrelation { get; init; }

        public (double Mean, double Deviation) Contrast(string condition) => condition == "Happy" ? Happy : Angry;

        public static Study Of(string muscle, ulong seed)
        {
            Epochs epochs = new MimicryExperiment { Seed = seed }.BinnedEpochs(muscle);
            TrialTable trials = epochs.Window();
            TimeCourse course = epochs.LogRatioTo(-2, 0).TimeCourse();
            VarianceComponents components = (trials with { Conditions = ["Happy", "Neutral"], Trials = [.. trials.Where(trial => trial.Condition != "Angry")] })
                .MixedModel("value ~ condition + (1 | participant) + (1 | participant:condition)").Result.VarianceComponents;
            double[] happy = trials.Means("Happy"), neutral = trials.Means("Neutral");
            (double deviation, double autocorrelation) = Bins(course);
            return new Study
            {
                Happy = MeanAndDeviation(trials.Differences("Happy", "Neutral")),
                Angry = MeanAndDeviation(trials.Differences("Angry", "Neutral")),
                ClusterP = course.Clusters("Happy", "Neutral", new() { Permutations = 999, MaxDegreeOfParallelism = 1 }).Result.P,
                StimulusVariance = components.Terms.Single(term => term.Group.Contains(':', StringComparison.Ordinal)).Variances[0],
                TrialVariance = components.ResidualVariance,
                Covariance = happy.Zip(neutral, (one, other) => (one - happy.Average()) * (other - neutral.Average())).Sum() / (Participants - 1),
                StrongHappy = Strong(trials.Values("Happy")),
                StrongNeutral = Strong(trials.Values("Neutral")),
                Skewness = Recovery.Skewness(trials.Values("Happy")),
                BinDeviation = deviation,
                BinAutocorrelation = autocorrelation,
            };
        }

        private static (double, double) MeanAndDeviation(double[] values) => (values.Average(), StandardDeviation(values));

        // Beyond 1.5 times the baseline.
        private static double Strong(double[] logRatios) => logRatios.Count(ratio => ratio > Math.Log(1.5)) / (double)logRatios.Length;

        // The 20 bins before the face of participants' mean courses, counted from their baselines: deviation over participants, autocorrelation over time.
        private static (double Deviation, double Autocorrelation) Bins(TimeCourse course)
        {
            const int Before = 20;
            double deviation = course.Courses.Average(one => Enumerable.Range(0, Before).Average(bin => StandardDeviation(one.Values.Select(values => values[bin]))));
            double squares = 0, products = 0;
            foreach (double[] values in course.Courses.SelectMany(one => one.Values).Select(values => values.Take(Before).ToArray()))
            {
                double mean = values.Average();
                squares += values.Sum(value => (value - mean) * (value - mean));
                products += values.Zip(values.Skip(1), (one, next) => (one - mean) * (next - mean)).Sum();
            }

            return (deviation, products / squares);
        }
    }
}
