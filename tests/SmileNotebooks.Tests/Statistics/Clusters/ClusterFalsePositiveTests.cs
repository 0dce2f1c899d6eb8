// How often a cluster test finds something where there is nothing: noise as facial EMG has it in bins of 100 ms (SD .128, lag-1 autocorrelation .23), and worse.
namespace SmileNotebooks.Tests.Statistics.Clusters;

public class ClusterFalsePositiveTests
{
    private const int Experiments = 1_000;

    // Binomial 99.9 % limits of 5 % in 1,000: 50 plus or minus 23.
    private const int Fewest = 27;
    private const int Most = 73;

    private static readonly ClusterTestOptions Options = new() { Permutations = 199, MaxDegreeOfParallelism = 1 };

    [Theory]
    [InlineData(0)]
    [InlineData(.23)]
    [InlineData(.9)]
    public void One_sample_test_finds_a_cluster_in_one_of_twenty_experiments(double autocorrelation) =>
        AssertFivePercent(seed => ClusterTest.OneSample(Noise(seed, 20, 60, autocorrelation), Options with { Seed = seed }).P);

    [Fact]
    public void Test_of_sizes_finds_no_more() =>
        AssertFivePercent(
            seed => ClusterTest.OneSample(Noise(seed, 20, 60, .23), Options with { Seed = seed, Statistic = ClusterStatistic.Size }).P,
            fewest: 4); // Sizes are whole numbers, and most of the largest are alike: ties make the test careful.

    [Fact]
    public void One_sided_test_finds_a_cluster_in_one_of_twenty_experiments() =>
        AssertFivePercent(seed => ClusterTest.OneSample(Noise(seed, 20, 60, .23), Options with { Seed = seed, Alternative = Alternative.Greater }).P);

    [Fact]
    public void Test_of_groups_of_different_size_finds_a_cluster_in_one_of_twenty_experiments() =>
        AssertFivePercent(seed => ClusterTest.Independent(Noise(seed, 12, 60, .23), Noise(seed + 1_000_000, 25, 60, .23), Options with { Seed = seed }).P);

    [Fact]
    public void Test_over_time_and_channels_finds_a_cluster_in_one_of_twenty_experiments()
    {
        ChannelAdjacency adjacency = ChannelAdjacency.FromPairs(["zygomaticus", "orbicularis", "corrugator"], [("zygomaticus", "orbicularis")]);
        AssertFivePercent(seed => ClusterTest.OneSample(ClusterOracle.WithChannels(Noise(seed, 16, 90, .6), 3), adjacency, Options with { Seed = seed }).P);
    }

    [Fact]
    public void Uncorrected_samples_are_significant_in_most_experiments()
    {
        int found = 0;
        for (ulong seed = 0; seed < 200; seed++)
        {
            found += ClusterTest.OneSample(Noise(seed, 20, 60, .23), Options with { Permutations = 1 }).Clusters.IsEmpty ? 0 : 1;
        }

        Assert.InRange(found, 170, 200);
    }

    private static void AssertFivePercent(Func<ulong, double> p, int fewest = Fewest)
    {
        int found = 0;
        Parallel.For(0, Experiments, experiment =>
        {
            if (p((ulong)experiment + 1) <= 0.05)
            {
                Interlocked.Increment(ref found);
            }
        });
        Assert.InRange(found, fewest, Most);
    }

    private static double[,] Noise(ulong seed, int participants, int samples, double autocorrelation)
    {
        double[,] data = new double[participants, samples];
        RandomStream random = new(seed, 77);
        double innovation = Math.Sqrt(1 - (autocorrelation * autocorrelation));
        for (int participant = 0; participant < participants; participant++)
        {
            double state = random.NextGaussian();
            for (int sample = 0; sample < samples; sample++)
            {
                data[participant, sample] = 0.128 * state;
                state = (autocorrelation * state) + (innovation * random.NextGaussian());
            }
        }

        return data;
    }
}
