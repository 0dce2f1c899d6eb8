// What is common to tests that recover parameters from many simulated experiments.
namespace SmileNotebooks.Tests.Experiments.Simulation;

internal static class Recovery
{
    public const int Seeds = 200;

    /// <summary>Does the same with the experiments of 200 seeds.</summary>
    public static T[] Of<T>(Func<ulong, T> analyse) =>
        [.. Enumerable.Range(1, Seeds).AsParallel().AsOrdered().Select(seed => analyse((ulong)seed))];

    public static double StandardDeviation(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1));
    }

    public static double Skewness(IReadOnlyCollection<double> values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return values.Average(value => Math.Pow((value - mean) / deviation, 3));
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>The mean over experiments lies within two standard errors (of the mean over experiments) of what it should be.</summary>
    public static void AssertUnbiased(IReadOnlyCollection<double> estimates, double truth)
    {
        double margin = 2 * StandardDeviation(estimates) / Math.Sqrt(estimates.Count);
        Assert.InRange(estimates.Average(), truth - margin, truth + margin);
    }

    /// <summary>The log ratios of a muscle, 2 to 4 s after the face against the 2 s before it.</summary>
    public static TrialTable Window(this Epochs epochs) => epochs.LogRatioTo(-2, 0).Window(2, 4);

    public static double[] Values(this TrialTable trials, string condition) => [.. trials.Where(trial => trial.Condition == condition).Select(trial => trial.Value)];

    /// <summary>The mean of each participant in a condition.</summary>
    public static double[] Means(this TrialTable trials, string condition) =>
        [.. trials.ParticipantMeans().Where(mean => mean.Condition == condition).Select(mean => mean.Value)];

    public static double[] Differences(this TrialTable trials, string first, string second) =>
        [.. trials.Means(first).Zip(trials.Means(second), (one, other) => one - other)];
}
