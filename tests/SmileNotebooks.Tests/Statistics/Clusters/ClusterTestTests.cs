using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.Clusters;

public class ClusterTestTests
{
    private static readonly ChannelAdjacency Chain = ChannelAdjacency.FromPairs(["a", "b", "c"], [("a", "b"), ("b", "c")]);

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        double[,] data = Noise(1, 20, 90);
        ClusterTestOptions options = new() { Permutations = 500 };
        ClusterTestResult one = ClusterTest.OneSample(data, options with { MaxDegreeOfParallelism = 1 });
        ClusterTestResult many = ClusterTest.OneSample(data, options with { MaxDegreeOfParallelism = 4 });
        Assert.Equal(one.NullDistribution, many.NullDistribution);
        Assert.Equal(one.Clusters, many.Clusters);
        Assert.NotEqual(one.NullDistribution, ClusterTest.OneSample(data, options with { Seed = 2 }).NullDistribution);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(7, 2)]
    [InlineData(257, 1)]
    [InlineData(600, 3)]
    public void Largest_clusters_are_those_of_a_plain_computation(int samples, int channels)
    {
        double[,,] data = Cube(2, 9, samples, channels);
        ChannelAdjacency adjacency = channels == 3 ? Chain : ChannelAdjacency.None(Enumerable.Range(0, channels).Select(i => $"{i}"));
        ClusterTestResult result = ClusterTest.OneSample(data, adjacency, new ClusterTestOptions { Permutations = 50, Seed = 7 });
        SignFlips scheme = new(9, twoSided: true, 50, 7);
        double[] signs = new double[9];
        for (int permutation = 0; permutation < scheme.Count; permutation++)
        {
            scheme.Fill(permutation, signs);
            ClusterTestResult flipped = ClusterTest.OneSample(Flipped(data, signs), adjacency, new ClusterTestOptions { Permutations = 1 });
            double largest = flipped.Clusters.Select(cluster => Math.Abs(cluster.Mass)).DefaultIfEmpty().Max();
            Assert.Equal(largest, result.NullDistribution[permutation], 1e-9 * (1 + largest));
        }
    }

    [Fact]
    public void Records_spans_and_matrices_give_the_same_result()
    {
        double[,] first = Noise(3, 12, 30);
        double[,] second = Noise(4, 12, 30);
        var rows = Enumerable.Range(0, 12).Select(i => (First: Row(first, i), Second: Row(second, i))).ToArray();
        Assert.Equal(ClusterTest.Paired(first, second).NullDistribution, ClusterTest.Paired(rows, row => row.First, row => row.Second).NullDistribution);
        Assert.Equal(ClusterTest.OneSample(first).Clusters, ClusterTest.OneSample(rows, row => row.First).Clusters);
        Assert.Equal(ClusterTest.OneSample(first).Clusters, ClusterTest.OneSample(first.Cast<double>().ToArray(), 12).Clusters);
        Assert.Equal(
            ClusterTest.Independent(first, second).NullDistribution,
            ClusterTest.Independent(rows.Select(row => row.First), rows.Select(row => row.Second), course => course).NullDistribution);
    }

    [Fact]
    public void Paired_conditions_are_their_difference()
    {
        double[,] first = Noise(3, 12, 30);
        double[,] second = Noise(4, 12, 30);
        ClusterTestResult paired = ClusterTest.Paired(first, second);
        ClusterTestResult differences = ClusterTest.OneSample(Combine(first, second, (a, b) => a - b));
        Assert.Equal(differences.T, paired.T);
        Assert.Equal(differences.Clusters, paired.Clusters);
        Assert.Equal(2, paired.ConditionMeans.Length);
        Assert.All(paired.Mean.Zip(paired.ConditionMeans[0], paired.ConditionMeans[1]), one => Assert.Equal(one.Second - one.Third, one.First, 1e-12));
    }

    [Fact]
    public void A_channel_without_neighbours_has_clusters_of_its_own()
    {
        double[,,] data = new double[10, 12, 2];
        RandomStream random = new(5);
        for (int participant = 0; participant < 10; participant++)
        {
            for (int sample = 0; sample < 12; sample++)
            {
                data[participant, sample, 0] = (sample is >= 3 and < 6 ? 5 : 0) + (0.1 * random.NextGaussian());
                data[participant, sample, 1] = (sample is >= 5 and < 9 ? 5 : 0) + (0.1 * random.NextGaussian());
            }
        }

        ClusterTestOptions options = new() { Threshold = 10 };
        ClusterTestResult apart = ClusterTest.OneSample(data, ChannelAdjacency.None(["left", "right"]), options);
        ClusterTestResult joined = ClusterTest.OneSample(data, ChannelAdjacency.FromPairs(["left", "right"], [("right", "left")]), options);
        Assert.Equal([(3, 6), (5, 9)], apart.Clusters.Select(cluster => (cluster.Start, cluster.End)));
        Cluster cluster = Assert.Single(joined.Clusters);
        Assert.Equal((3, 9, 7), (cluster.Start, cluster.End, cluster.Size));
        Assert.Equal([0, 1], cluster.Channels);
        Assert.Contains("left, right", joined.Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void Neighbours_of_opposite_sign_are_two_clusters()
    {
        double[,] data = new double[8, 4];
        RandomStream random = new(6);
        for (int participant = 0; participant < 8; participant++)
        {
            for (int sample = 0; sample < 4; sample++)
            {
                data[participant, sample] = (sample < 2 ? 3 : -3) + (0.1 * random.NextGaussian());
            }
        }

        ClusterTestResult result = ClusterTest.OneSample(data);
        Assert.Equal([(0, 2), (2, 4)], result.Clusters.Select(cluster => (cluster.Start, cluster.End)));
        Assert.True(result.Clusters[0].Mass > 0 && result.Clusters[1].Mass < 0);
        Assert.Single(ClusterTest.OneSample(data, new ClusterTestOptions { Alternative = Alternative.Less }).Clusters);
    }

    [Fact]
    public void Neighbours_can_be_given_by_positions()
    {
        ChannelAdjacency adjacency = ChannelAdjacency.FromPositions(["a", "b", "c"], new double[,] { { 0, 0 }, { 3, 4 }, { 6, 8 } }, 5);
        Assert.Equal([1], adjacency.Neighbours[0]);
        Assert.Equal([0, 2], adjacency.Neighbours[1]);
    }

    [Fact]
    public void Sentence_and_table_say_what_was_done()
    {
        double[,] data = Noise(7, 10, 20);
        for (int participant = 0; participant < 10; participant++)
        {
            for (int sample = 8; sample < 12; sample++)
            {
                data[participant, sample] += 4;
            }
        }

        ClusterTestResult result = ClusterTest.OneSample(data, new ClusterTestOptions { SamplingRate = 10, StartTime = -0.5 });
        Assert.StartsWith("Cluster-based permutation test (all 512 sign flips, |t(9)| > 2.26): positive cluster from 0.300 to 0.700 s, mass = ", result.Apa, StringComparison.Ordinal);
        Assert.Equal(result.Apa, result.ToString());
        Assert.Equal(result.Clusters.Length, result.ToTable().Rows.Length);
        Assert.Contains("no significant cluster", ClusterTest.OneSample(Noise(8, 10, 20), new ClusterTestOptions { Threshold = 50 }).Apa, StringComparison.Ordinal);
        Assert.Equal(1, ClusterTest.OneSample(Noise(8, 10, 20), new ClusterTestOptions { Threshold = 50 }).P);
        Assert.Contains("t(9) < -1.83", ClusterTest.OneSample(data, new ClusterTestOptions { Alternative = Alternative.Less }).Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_is_named()
    {
        double[,] data = Noise(9, 6, 5);
        data[4, 2] = double.NaN;
        ArgumentException error = Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(data));
        Assert.Contains("participant 4 at sample 2 is NaN", error.Message, StringComparison.Ordinal);
        double[,,] cube = Cube(9, 6, 5, 3);
        cube[1, 3, 2] = double.PositiveInfinity;
        error = Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(cube, Chain));
        Assert.Contains("participant 1 at sample 3, channel c", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Participants_with_missing_values_can_be_left_out()
    {
        double[,] first = Noise(9, 12, 5);
        double[,] second = Noise(10, 12, 5);
        first[4, 2] = double.NaN;
        second[7, 0] = double.NaN;
        ClusterTestOptions options = new() { Missing = MissingValues.DropParticipants };
        ClusterTestResult result = ClusterTest.Paired(first, second, options);
        Assert.Equal([4, 7], result.Dropped.Rows);
        Assert.Equal([10], result.Participants);
        int[] kept = [0, 1, 2, 3, 5, 6, 8, 9, 10, 11];
        Assert.Equal(ClusterTest.Paired(Rows(first, kept), Rows(second, kept)).NullDistribution, result.NullDistribution);
        Assert.Equal([4, 19], ClusterTest.Independent(first, second, options).Dropped.Rows);
    }

    [Fact]
    public void Degenerate_data_are_errors_that_say_why()
    {
        Assert.Contains("1 participants", Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(Noise(1, 1, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("0 samples", Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(new double[3, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("first group", Assert.Throws<ArgumentException>(() => ClusterTest.Independent(Noise(1, 1, 5), Noise(1, 4, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("the second 4", Assert.Throws<ArgumentException>(() => ClusterTest.Independent(Noise(1, 3, 5), Noise(1, 4, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("2 channels", Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(Cube(1, 4, 5, 2), Chain)).Message, StringComparison.Ordinal);
        Assert.Contains("threshold", Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(Noise(1, 4, 5), new ClusterTestOptions { Threshold = -2 })).Message, StringComparison.Ordinal);
        Assert.Contains("0 permutations", Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(Noise(1, 4, 5), new ClusterTestOptions { Permutations = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => ChannelAdjacency.None(["a", "a"])).Message, StringComparison.Ordinal);
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => ChannelAdjacency.FromPairs(["a"], [("a", "x")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_that_is_zero_for_all_belongs_to_no_cluster()
    {
        double[,] data = Noise(11, 10, 6);
        for (int participant = 0; participant < 10; participant++)
        {
            data[participant, 0] = 0;
        }

        ClusterTestResult result = ClusterTest.OneSample(data, new ClusterTestOptions { Threshold = 1e-6 });
        Assert.Equal(0, result.T[0]);
        Assert.DoesNotContain(result.Clusters, cluster => cluster.Start == 0);
    }

    [Fact]
    public void A_sample_with_the_same_value_for_all_is_an_error_unless_groups_share_it()
    {
        double[,] data = Noise(11, 10, 6);
        for (int participant = 0; participant < 10; participant++)
        {
            data[participant, 3] = 0.1;
        }

        Assert.Contains("sample 3", Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(data)).Message, StringComparison.Ordinal);
        Assert.Equal(0, ClusterTest.Independent(data, data, new ClusterTestOptions { Permutations = 20 }).T[3]);
    }

    [Fact]
    public void A_constant_of_many_participants_does_not_vary_by_rounding()
    {
        double[,] data = Noise(11, 5_000, 4);
        for (int participant = 0; participant < 5_000; participant++)
        {
            data[participant, 2] = 0.1;
        }

        Assert.Contains("sample 2", Assert.Throws<ArgumentException>(() => ClusterTest.OneSample(data)).Message, StringComparison.Ordinal);
        Assert.Equal(0, ClusterTest.Independent(data, Combine(data, data, (value, _) => value), new ClusterTestOptions { Permutations = 2 }).T[2]);
    }

    [Fact]
    public void A_distance_of_neighbours_that_is_none_is_an_error() => Assert.Contains(
        "distance", Assert.Throws<ArgumentException>(() => ChannelAdjacency.FromPositions(["a"], new double[1, 2], double.NaN)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    [InlineData(-3)]
    public void Scale_does_not_matter(double factor)
    {
        double[,] data = Noise(12, 10, 40);
        ClusterTestResult plain = ClusterTest.OneSample(data);
        ClusterTestResult scaled = ClusterTest.OneSample(Combine(data, data, (a, _) => a * factor));
        Assert.All(plain.T.Zip(scaled.T), pair => Assert.Equal(pair.First * Math.Sign(factor), pair.Second, 1e-9 * (1 + Math.Abs(pair.First))));
        Assert.Equal(plain.Clusters.Select(cluster => cluster.P), scaled.Clusters.Select(cluster => cluster.P));
    }

    [Fact]
    public void Noise_of_the_last_digit_changes_no_p()
    {
        RandomStream random = new(13);
        double[,] data = Noise(12, 9, 40);
        double[,] noisy = Combine(data, data, (a, _) => a * (1 + (1e-16 * random.NextGaussian())));
        Assert.Equal(ClusterTest.OneSample(data).Clusters.Select(cluster => cluster.P), ClusterTest.OneSample(noisy).Clusters.Select(cluster => cluster.P));
    }

    [Fact]
    public void Exact_p_does_not_depend_on_the_order_of_participants() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 100_000)),
        seed =>
        {
            double[,] data = Noise((ulong)seed, 7, 12);
            int[] order = [0, 1, 2, 3, 4, 5, 6];
            new RandomStream((ulong)seed, 1).Shuffle(order.AsSpan());
            ClusterTestResult result = ClusterTest.OneSample(data);
            ClusterTestResult shuffled = ClusterTest.OneSample(Rows(data, order));
            return result.Clusters.Select(cluster => cluster.P).SequenceEqual(shuffled.Clusters.Select(cluster => cluster.P));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(3, 5));

    [Fact]
    public void Groups_do_not_mind_a_shift_and_relabelling_turns_signs() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 100_000)),
        seed =>
        {
            double[,] first = Noise((ulong)seed, 4, 12);
            double[,] second = Noise((ulong)seed + 1, 5, 12);
            ClusterTestResult result = ClusterTest.Independent(first, second);
            ClusterTestResult shifted = ClusterTest.Independent(Combine(first, first, (a, _) => a + 1000), Combine(second, second, (a, _) => a + 1000));
            ClusterTestResult turned = ClusterTest.Independent(second, first);
            return result.Clusters.Zip(shifted.Clusters, turned.Clusters).All(same =>
                same.First.P == same.Second.P && Math.Abs(same.First.Mass - same.Second.Mass) < 1e-8
                && Math.Abs(same.First.Mass + same.Third.Mass) < 1e-8 && Math.Abs(same.First.P - same.Third.P) < 1e-12)
                && result.Clusters.Length == turned.Clusters.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(3, 5));

    private static double[,] Noise(ulong seed, int participants, int samples)
    {
        double[,] data = new double[participants, samples];
        RandomStream random = new(seed);
        for (int i = 0; i < data.Length; i++)
        {
            data[i / samples, i % samples] = random.NextGaussian();
        }

        return data;
    }

    private static double[,,] Cube(ulong seed, int participants, int samples, int channels) =>
        ClusterOracle.WithChannels(Noise(seed, participants, samples * channels), channels);

    private static double[,,] Flipped(double[,,] data, double[] signs)
    {
        double[,,] flipped = (double[,,])data.Clone();
        for (int i = 0; i < data.GetLength(0); i++)
        {
            for (int j = 0; j < data.GetLength(1); j++)
            {
                for (int k = 0; k < data.GetLength(2); k++)
                {
                    flipped[i, j, k] *= signs[i];
                }
            }
        }

        return flipped;
    }

    private static double[,] Combine(double[,] first, double[,] second, Func<double, double, double> combine)
    {
        double[,] result = new double[first.GetLength(0), first.GetLength(1)];
        for (int i = 0; i < first.GetLength(0); i++)
        {
            for (int j = 0; j < first.GetLength(1); j++)
            {
                result[i, j] = combine(first[i, j], second[i, j]);
            }
        }

        return result;
    }

    private static double[,] Rows(double[,] data, int[] rows)
    {
        double[,] result = new double[rows.Length, data.GetLength(1)];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < data.GetLength(1); j++)
            {
                result[i, j] = data[rows[i], j];
            }
        }

        return result;
    }

    private static ReadOnlyMemory<double> Row(double[,] data, int row) => Enumerable.Range(0, data.GetLength(1)).Select(column => data[row, column]).ToArray();
}
