// What this library does in each work, as a notebook would write it.
namespace SmileNotebooks.Statistics.Benchmarks;

/// <summary>Each case reads its data and returns what is timed: a function that returns one number of its result.</summary>
internal static class OurCases
{
    private const string Design = "emotion * muscle";

    public static Func<double> Prepare(string name, int scale, BenchmarkData data) => name switch
    {
        "rm-anova" => RepeatedMeasuresAnova(RepeatedMeasures(data, scale)),
        "mixed" => Mixed($"y ~ {Design} + (1 | subj)", RepeatedMeasures(data, scale)),
        "mixed-slopes" => Mixed($"y ~ {Design} + (1 + emotion | subj)", RepeatedMeasures(data, scale)),
        "mixed-anova" => MixedAnova(RepeatedMeasures(data, scale)),
        "mixed-crossed" => Mixed("y ~ service + (1 | s) + (1 | d)", Ratings(data)),
        "cluster" => Clusters(data.Read("cluster", scale)),
        "cluster-channels" => ClustersOfChannels(data.Read("cluster-channels", scale)),
        "paired-t" => PairedT(data.Read("paired-t", scale)),
        "bca" => Bca(data.Read("resampling", scale)),
        "sign-flip" => SignFlips(data.Read("resampling", scale)),
        "logistic" => Logistic(data.Read("logistic", scale), penalty: 0),
        "logistic-penalty" => Logistic(data.Read("logistic", scale), penalty: 1),
        "auc" => AreaUnderCurve(data.Read("logistic", scale)),
        "mann-whitney" => RankSums(data.Read("paired-t", scale)),
        "spearman" => RankCorrelation(data.Read("paired-t", scale)),
        _ => throw new ArgumentException($"No work '{name}'.", nameof(name)),
    };

    private static DataColumns RepeatedMeasures(BenchmarkData data, int scale)
    {
        double[] y = data.Read("repeated-measures", scale);
        return DataColumns.Empty.With("y", y).With("subj", Labels(y.Length, 12, y.Length / 12)).With("emotion", Labels(y.Length, 4, 3))
            .With("muscle", Labels(y.Length, 2, 2)).With("window", Labels(y.Length, 1, 2));
    }

    private static Factor Labels(int rows, int every, int levels) =>
        new([.. Enumerable.Range(0, levels).Select(level => $"{level}")], [.. Enumerable.Range(0, rows).Select(row => row / every % levels)]);

    // lme4's InstEval: 73,421 ratings by 2,972 students of 1,128 lecturers.
    private static DataColumns Ratings(BenchmarkData data)
    {
        double[] all = data.Read("insteval", 1);
        int rows = all.Length / 4;
        Factor Column(int index) => Factor.From(all.AsSpan(index * rows, rows));
        return DataColumns.Empty.With("s", Column(0)).With("d", Column(1)).With("service", Column(2)).With("y", all.AsSpan(3 * rows));
    }

    private static Func<double> RepeatedMeasuresAnova(DataColumns rows) => () => Anova.Fit(rows, "y", "subj", within: ["emotion", "muscle", "window"]).Effects[0].F;

    private static Func<double> Mixed(string formula, DataColumns rows) => () => MixedModel.Fit(formula, rows).Deviance;

    private static Func<double> MixedAnova(DataColumns rows) => () => MixedModel.Fit($"y ~ {Design} + (1 | subj)", rows).Anova().Terms[0].F;

    private static Func<double> Clusters(double[] values)
    {
        // 1,024 with the observed arrangement, as MNE counts.
        ClusterTestOptions options = new() { Permutations = 1_023 };
        return () => ClusterTest.OneSample(values, 40, options).T.Max();
    }

    private static Func<double> ClustersOfChannels(double[] values)
    {
        double[,,] cube = new double[20, values.Length / 20 / 32, 32];
        Buffer.BlockCopy(values, 0, cube, 0, values.Length * sizeof(double));
        string[] names = [.. Enumerable.Range(0, 32).Select(channel => $"{channel}")];
        ChannelAdjacency chain = ChannelAdjacency.FromPairs(names, names.Zip(names.Skip(1)));
        ClusterTestOptions options = new() { Permutations = 255 };
        return () => ClusterTest.OneSample(cube, chain, options).T.Max();
    }

    private static Func<double> PairedT(double[] values) => () =>
    {
        double t = 0;
        for (int i = 0; i < 1_000; i++)
        {
            t = TTest.Paired(values.AsSpan(0, values.Length / 2), values.AsSpan(values.Length / 2)).T;
        }

        return t;
    };

    private static Func<double> Bca(double[] values) => () => Bootstrap.Interval(values).Interval.Lower;

    private static Func<double> SignFlips(double[] values) => () => SignFlip.Test(values).Statistic;

    private static Func<double> Logistic(double[] values, double penalty)
    {
        (double[,] predictors, bool[] outcomes) = Predictors(values);
        LogisticRegressionOptions options = new() { Penalty = penalty };
        return () => LogisticRegression.Fit(predictors, outcomes, options: options).Coefficients[1].Estimate;
    }

    private static Func<double> AreaUnderCurve(double[] values)
    {
        (double[,] predictors, bool[] outcomes) = Predictors(values);
        double[] scores = [.. Enumerable.Range(0, outcomes.Length).Select(row => Enumerable.Range(0, 40).Sum(column => predictors[row, column]))];
        return () => RocCurve.From(scores, outcomes).Auc;
    }

    private static (double[,] Predictors, bool[] Outcomes) Predictors(double[] values)
    {
        int rows = values.Length / 41;
        double[,] predictors = new double[rows, 40];
        bool[] outcomes = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            Buffer.BlockCopy(values, row * 41 * sizeof(double), predictors, row * 40 * sizeof(double), 40 * sizeof(double));
            outcomes[row] = values[(row * 41) + 40] != 0;
        }

        return (predictors, outcomes);
    }

    private static Func<double> RankSums(double[] values)
    {
        RankTestOptions options = new() { Distribution = NullDistribution.Normal };
        return () => MannWhitney.Test(values.AsSpan(0, values.Length / 2), values.AsSpan(values.Length / 2), options).U;
    }

    private static Func<double> RankCorrelation(double[] values) => () => Correlation.Spearman(values.AsSpan(0, values.Length / 2), values.AsSpan(values.Length / 2)).R;
}
