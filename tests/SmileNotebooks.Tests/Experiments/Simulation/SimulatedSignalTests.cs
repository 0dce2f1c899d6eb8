// The electromyogram and the recorder under the published numbers.
using static SmileNotebooks.Tests.Experiments.Simulation.Recovery;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public class SimulatedSignalTests
{
    [Fact]
    public void The_carrier_has_variance_1_and_the_spectrum_of_surface_electromyograms()
    {
        RandomStream random = new(3);
        EmgCarrier carrier = new(ref random);
        double[] samples = [.. Enumerable.Range(0, 400_000).Select(_ => carrier.Next(ref random))];
        Assert.Equal(1, samples.Average(value => value * value), .01);
        Assert.All(new[] { 1, 2, 5, 20 }, lag => Assert.Equal(EmgCarrier.Autocorrelation(lag), samples.Zip(samples.Skip(lag), (one, later) => one * later).Average(), .01));
        Assert.Equal(1, EmgCarrier.Autocorrelation(0), 1e-12);
    }

    [Fact]
    public void The_recorders_estimation_noise_is_what_the_carrier_leaves_in_33_ms()
    {
        RandomStream random = new(4);
        EmgCarrier carrier = new(ref random);
        RecorderAverage recorder = new();
        double[] averages = [.. Enumerable.Range(0, 1_000_000).Select(_ => recorder.Next(carrier.Next(ref random))).Skip(33).Where((_, sample) => sample % 33 == 0)];

        // 30,000 values: the standard deviation of their variance is 1 % of it.
        Assert.Equal(RecorderAverage.LogVariance, Math.Pow(StandardDeviation(averages.Select(value => Math.Log(value))), 2), .03 * RecorderAverage.LogVariance);
        Assert.Equal(.033 * Math.Sqrt(2 / Math.PI), averages.Average(), .001 * .033);
    }

    [Fact]
    public void The_first_average_is_the_first_rectified_sample_for_a_millisecond()
    {
        Recording recording = new MimicryExperiment { Participants = 1 }.Recordings()[0];
        Assert.Equal(Math.Abs(recording["zygomaticus raw"].Read(0, 1)[0]) / 1000, recording["zygomaticus"].Read(0, 1)[0], 1e-18);
    }

    [Fact]
    public void Resting_amplitudes_differ_between_participants_as_published()
    {
        MimicryExperiment experiment = new() { Participants = 400, Conditions = ["Neutral"], TrialsPerCondition = 1 };
        foreach (MimicryMuscle muscle in experiment.Muscles)
        {
            double[] rest = [.. experiment.BinnedEpochs(muscle.Name, -2, 0).Items.Select(epoch => epoch.Samples.ToArray().Average(bin => Math.Log(bin)))];
            Assert.Equal(muscle.RestingLogDeviation, StandardDeviation(rest), 3 * muscle.RestingLogDeviation / Math.Sqrt(800));
            Assert.Equal(Math.Log(muscle.RestingAmplitude * .033), rest.Average(), 3 * muscle.RestingLogDeviation / Math.Sqrt(400));
        }
    }

    // Eight studies of 74 whole recordings, through the public pipeline.
    [Fact]
    public void Whole_recordings_recover_what_was_published()
    {
        Epochs[] epochs = [.. Enumerable.Range(1, 8).Select(seed => new MimicryExperiment { Seed = (ulong)seed, Interval = 10, IntervalJitter = 0 }
            .Recordings().Emg("zygomaticus").Epochs("Happy Angry Neutral", -2, 6).Every(.1))];
        TrialTable[] trials = [.. epochs.Select(Recovery.Window)];
        double error = Math.Sqrt(((1.0 / 74) + (.51 * .51 / 148)) / trials.Length);
        Assert.InRange(trials.Average(study => study.PairedT("Happy", "Neutral").Result.Effect.Value), .51 - (2 * error), .51 + (2 * error));
        Assert.All(epochs, study => Assert.True(study.LogRatioTo(-2, 0).TimeCourse().Clusters("Happy", "Neutral", new() { Permutations = 999 }).Result.P < .05));

        // The trial by itself: change and noise of neutral trials, .225; the sampling error of 2,400 trials is 1.5 %.
        Assert.Equal(.225, StandardDeviation(trials.SelectMany(study => study.Values("Neutral"))), 3 * .015 * .225);
    }

    [Fact]
    public void Trials_of_whole_recordings_follow_their_truth()
    {
        MimicryExperiment experiment = new() { Participants = 40, Interval = 10, IntervalJitter = 0 };
        TrialTable trials = experiment.Recordings().Emg("corrugator").Epochs("Happy Angry Neutral", -2, 6).Every(.1).Window();
        SimulatedTrial[] truth = [.. experiment.Truth().Where(trial => trial.Muscle == "corrugator")];
        Assert.Equal(truth.Select(trial => (trial.Participant, trial.Condition, trial.Number, trial.Position)), trials.Select(trial => (trial.Participant, trial.Condition, trial.Number, trial.Position)));

        // What remains is the noise of 20 bins in window and baseline: .133.
        double[] errors = [.. trials.Zip(truth, (found, known) => found.Value - known.Change)];
        Assert.Equal(0, errors.Average(), 3 * .133 / Math.Sqrt(errors.Length));
        Assert.Equal(.133, StandardDeviation(errors), 3 * .133 / Math.Sqrt(2 * errors.Length));
    }

    // Two ways to the same noise: under the recordings, and without them.
    [Fact]
    public void Bins_of_recordings_have_the_deviation_and_autocorrelation_of_binned_epochs()
    {
        MimicryExperiment experiment = new() { Participants = 60, Interval = 10, IntervalJitter = 0 };
        (double deviation, double autocorrelation) = Noise(experiment.Recordings().Emg("zygomaticus").Epochs("Happy Angry Neutral", -2, 0).Every(.1));
        (double directDeviation, double directAutocorrelation) = Noise(experiment.BinnedEpochs("zygomaticus", -2, 0));
        Assert.Equal(directDeviation, deviation, .03 * directDeviation);
        Assert.Equal(directAutocorrelation, autocorrelation, .03);
    }

    private static (double Deviation, double Autocorrelation) Noise(Epochs epochs)
    {
        double squares = 0, products = 0;
        foreach (double[] bins in epochs.Items.Select(epoch => epoch.Samples.ToArray().Select(bin => Math.Log(bin)).ToArray()))
        {
            double mean = bins.Average();
            squares += bins.Sum(bin => (bin - mean) * (bin - mean));
            products += bins.Zip(bins.Skip(1), (one, next) => (one - mean) * (next - mean)).Sum();
        }

        return (Math.Sqrt(squares / (epochs.Items.Length * epochs.Samples)), products / squares);
    }
}
