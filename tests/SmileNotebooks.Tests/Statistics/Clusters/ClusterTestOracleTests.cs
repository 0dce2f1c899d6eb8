// Cluster tests beside MNE's on the same data.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Tests.Statistics.Clusters;

public class ClusterTestOracleTests
{
    private static readonly ChannelAdjacency Five = ChannelAdjacency.FromPairs(["a", "b", "c", "d", "e"], [("a", "b"), ("b", "c"), ("c", "d"), ("a", "e")]);
    private static readonly ClusterTestOptions Many = new() { Permutations = 20_000 };

    [Fact]
    public void Exact_test_agrees_with_MNE() => AssertAgrees("small exact", ClusterTest.OneSample(ClusterOracle.Read("small.csv")));

    [Fact]
    public void Exact_test_of_sizes_agrees_with_MNE() =>
        AssertAgrees("small exact, size", ClusterTest.OneSample(ClusterOracle.Read("small.csv"), new ClusterTestOptions { Statistic = ClusterStatistic.Size }));

    [Theory]
    [InlineData("small exact, greater", Alternative.Greater)]
    [InlineData("small exact, less", Alternative.Less)]
    public void Exact_one_sided_test_agrees_with_MNE(string name, Alternative alternative) =>
        AssertAgrees(name, ClusterTest.OneSample(ClusterOracle.Read("small.csv"), new ClusterTestOptions { Alternative = alternative }));

    [Fact]
    public void Exact_test_over_time_and_channels_agrees_with_MNE() =>
        AssertAgrees("channels exact", ClusterTest.OneSample(ClusterOracle.WithChannels(ClusterOracle.Read("channels.csv"), 5), Five));

    [Fact]
    public void Random_test_agrees_with_MNE() => AssertAgrees("course", ClusterTest.OneSample(ClusterOracle.Read("course.csv"), Many));

    [Fact]
    public void Random_test_of_sizes_agrees_with_MNE() =>
        AssertAgrees("course, size", ClusterTest.OneSample(ClusterOracle.Read("course.csv"), Many with { Statistic = ClusterStatistic.Size }));

    [Fact]
    public void Paired_test_on_sleepstudy_agrees_with_MNE()
    {
        double[,] reaction = ClusterOracle.Read("sleepstudy.csv");
        double[,] later = new double[18, 9];
        double[,] first = new double[18, 9];
        for (int subject = 0; subject < 18; subject++)
        {
            for (int day = 1; day < 10; day++)
            {
                later[subject, day - 1] = reaction[subject, day];
                first[subject, day - 1] = reaction[subject, 0];
            }
        }

        AssertAgrees("sleepstudy", ClusterTest.Paired(later, first, Many));
    }

    [Fact]
    public void Independent_test_on_ChickWeight_agrees_with_MNE() =>
        AssertAgrees("chickweight", ClusterTest.Independent(ClusterOracle.Read("chickweight-diet1.csv"), ClusterOracle.Read("chickweight-diet2.csv"), Many));

    [Fact]
    public void Independent_test_agrees_with_MNE()
    {
        double[,] course = ClusterOracle.Read("course.csv");
        AssertAgrees("course halves", ClusterTest.Independent(ClusterOracle.Rows(course, 0, 10), ClusterOracle.Rows(course, 10, 24, -0.4), Many));
    }

    [Fact]
    public void One_sided_independent_test_agrees_with_MNE()
    {
        double[,] course = ClusterOracle.Read("course.csv");
        AssertAgrees(
            "course halves, greater",
            ClusterTest.Independent(ClusterOracle.Rows(course, 0, 10), ClusterOracle.Rows(course, 10, 24, -0.4), Many with { Alternative = Alternative.Greater }));
    }

    [Fact]
    public void Independent_test_over_time_and_channels_agrees_with_MNE()
    {
        double[,] channels = ClusterOracle.Read("channels.csv");
        double[,,] first = ClusterOracle.WithChannels(ClusterOracle.Rows(channels, 0, 7, 0.3), 5);
        double[,,] second = ClusterOracle.WithChannels(ClusterOracle.Rows(channels, 7, 14), 5);

        // 14 choose 7 is 3,432: ours enumerates them, MNE draws 20,000.
        ClusterTestResult result = ClusterTest.Independent(first, second, Five, Many);
        Assert.True(result.IsExact);
        AssertAgrees("channels halves", result, exact: false);
    }

    private static void AssertAgrees(string name, ClusterTestResult result) => AssertAgrees(name, result, name.Contains("exact", StringComparison.Ordinal));

    private static void AssertAgrees(string name, ClusterTestResult result, bool exact)
    {
        JsonNode expected = ClusterOracle.Case(name);

        // SciPy's quantile of t is right to nine digits, ours to thirteen.
        AssertClose((double)expected["threshold"]!, result.Threshold, 1e-9);
        Assert.All(result.T.Zip(expected["t"]!.AsArray()), pair => AssertClose((double)pair.Second!, pair.First, 1e-10));
        JsonArray clusters = expected["clusters"]!.AsArray();
        Assert.Equal(clusters.Count, result.Clusters.Length);
        int drawn = (int)expected["permutations"]!;
        int channels = Math.Max(1, result.Channels.Length);

        // MNE has no one order of clusters; the file has them in order of their first points, as ours are.
        foreach ((Cluster found, JsonNode? one) in result.Clusters.OrderBy(cluster => (cluster.Points[0].Sample * channels) + cluster.Points[0].Channel).Zip(clusters))
        {
            Assert.Equal(one!["points"]!.AsArray().Select(point => (int)point!), found.Points.Select(point => (point.Sample * channels) + point.Channel));
            AssertClose((double)one["mass"]!, found.Mass, 1e-10);
            double p = (double)one["p"]!;
            double error = exact ? 1e-12 : 4 * Math.Sqrt((p * (1 - p) / drawn) + (p * (1 - p) / (result.Permutations + 1))) + (1.0 / drawn);
            Assert.InRange(found.P, p - error, p + error);
        }

        Assert.Equal(exact, result.IsExact && drawn == result.Permutations + 1);
    }

    private static void AssertClose(double expected, double found, double relative) => Assert.Equal(expected, found, relative * (1 + Math.Abs(expected)));
}
