// One of each figure of statistics, from data that people know (R's datasets; metafor's dat.bcg) or that a formula makes.
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

internal static class StatisticsSamples
{
    /// <summary>Extra hours of sleep with two drugs (Cushny and Peebles, 1905; R's <c>sleep</c>).</summary>
    public static readonly double[] Drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];

    /// <summary>The second drug, the same ten patients.</summary>
    public static readonly double[] Drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    /// <summary>Log risk ratios of the BCG vaccine and their variances (Colditz et al., 1994; metafor's <c>dat.bcg</c>).</summary>
    public static readonly (string Study, double Effect, double Variance)[] Bcg =
    [
        ("Aronson 1948", -0.8893, 0.3256), ("Ferguson & Simes 1949", -1.5854, 0.1946), ("Rosenthal et al 1960", -1.3481, 0.4154),
        ("Hart & Sutherland 1977", -1.4416, 0.0200), ("Frimodt-Moller et al 1973", -0.2175, 0.0512), ("Stein & Aronson 1953", -0.7861, 0.0069),
        ("Vandiviere et al 1973", -1.6209, 0.2230), ("TPT Madras 1980", 0.0120, 0.0040), ("Coetzee & Berjak 1968", -0.4694, 0.0564),
        ("Rosenthal et al 1961", -1.3713, 0.0730), ("Comstock et al 1974", -0.3394, 0.0124), ("Comstock & Webster 1969", 0.4459, 0.5325),
        ("Comstock et al 1976", -0.0173, 0.0714),
    ];

    /// <summary>Mean tooth length by dose and supplement (Crampton, 1947; R's <c>ToothGrowth</c>).</summary>
    private static readonly (string Dose, string Supplement, double Mean, double Half)[] ToothGrowth =
    [
        ("0.5 mg", "orange juice", 13.23, 3.19), ("1 mg", "orange juice", 22.70, 2.80), ("2 mg", "orange juice", 26.06, 1.90),
        ("0.5 mg", "ascorbic acid", 7.98, 1.96), ("1 mg", "ascorbic acid", 16.77, 1.80), ("2 mg", "ascorbic acid", 26.14, 3.43),
    ];

    private static readonly double[] Times = [.. Enumerable.Range(0, 81).Select(i => Math.Round(-1 + (i * 0.05), 2))];

    public static Dictionary<string, Figure> Figures { get; } = new()
    {
        ["raincloud"] = StatisticsFigures.Raincloud([new("drug 1", [.. Drug1]), new("drug 2", [.. Drug2])], 0, new() { Title = "Extra sleep", XTitle = "Extra sleep (h)" }),
        ["raincloud of many"] = StatisticsFigures.Raincloud([new("skewed", [.. Normals(4000, 1).Select(Math.Exp)]), new("one value", [2]), new("constant", [3, 3, 3])]),
        ["paired dots"] = StatisticsFigures.PairedDots([new("drug 1", [.. Drug1]), new("drug 2", [.. Drug2])], null, new() { YTitle = "Extra sleep (h)" }),
        ["paired dots of three"] = StatisticsFigures.PairedDots([.. new[] { "happy", "neutral", "angry" }.Select((name, at) => new NamedSample(name, [.. Normals(24, 2).Zip(Normals(24, 3 + at), (own, noise) => own + (0.4 * noise) - (0.5 * at))]))]),
        ["interaction"] = StatisticsFigures.Interaction([.. ToothGrowth.Select(cell => new MeanCell(cell.Dose, cell.Supplement, null, cell.Mean, new(cell.Mean - cell.Half, cell.Mean + cell.Half, .95)))], "Dose a day", "Supplement", new() { Title = "Tooth growth", YTitle = "Length (µm)" }),
        ["interaction of three"] = StatisticsFigures.Interaction([.. Panels()], "Emotion", "Muscle", new() { YTitle = "Log ratio" }),
        ["forest"] = StatisticsFigures.Forest([.. Bcg.Select(Row), Pooled], null, false, new() { Title = "BCG vaccine and tuberculosis", XTitle = "Log risk ratio" }),
        ["forest of ratios"] = StatisticsFigures.Forest([new("(Intercept)", 0.04, new(0.002, 0.6, .95)), new("dose", 2.4, new(1.3, 4.6, .95)), new("one-sided", 3, new(1.2, double.PositiveInfinity, .95))], null, isRatio: true, new() { XTitle = "Odds ratio" }),
        ["funnel"] = StatisticsFigures.Funnel([.. Bcg.Select(study => new FunnelStudy(study.Study, study.Effect, Math.Sqrt(study.Variance)))], -0.7145, (-2.34, -0.19), new() { XTitle = "Log risk ratio" }),
        ["q-q"] = StatisticsFigures.NormalQq([.. Normals(120, 7)]),
        ["q-q of a skewed sample"] = StatisticsFigures.NormalQq([.. Normals(900, 8).Select(z => Math.Exp(z / 2))], QqBand.Pointwise),
        ["residuals"] = StatisticsFigures.Residuals([.. Normals(150, 9).Select(z => 10 + (3 * z))], [.. Normals(150, 9).Zip(Normals(150, 10), (x, noise) => noise + (0.4 * x * x) - 0.4)]),
        ["power"] = StatisticsFigures.PowerCurve([.. new[] { 10, 20, 30, 40, 50, 60, 80, 100 }.Select(n => (N: n, Power: 1 - Math.Exp(-n / 27.0))).Select(point => new CurvePoint(point.N, point.Power, point.Power - 0.025, point.Power + 0.025))]),
        ["clusters over time"] = StatisticsFigures.ClustersOverTime(
            Times, [Curve("happy", 0.9), Curve("neutral", 0.1)], [.. Times.Select(time => 4.2 * Bump(time) + (0.9 * Math.Sin(9 * time)))], 2.02,
            [new(28, 31, .31), new(34, 58, .0004), new(60, 66, .032)], .05, new() { YTitle = "Zygomaticus (log ratio)" }),
        ["clusters over channels"] = StatisticsFigures.ClustersOverChannels(Times, Channels, Grid(), [new([.. Above()], .002), new([(3, 0), (4, 0)], .4)]),
        ["ROC"] = StatisticsFigures.Roc([("eyelids, AUC = .74", Roc(1.2)), ("onset duration, AUC = .66", [.. Roc(0.6).Select(point => point with { Lower = double.NaN, Upper = double.NaN })])]),
        ["calibration"] = StatisticsFigures.Calibration([.. Enumerable.Range(0, 10).Select(bin => (X: (bin + 0.5) / 10, Y: Math.Pow((bin + 0.5) / 10, 1.3))).Select(bin => new CurvePoint(bin.X, bin.Y, Math.Max(0, bin.Y - 0.1), Math.Min(1, bin.Y + 0.1)))], [22, 31, 40, 45, 51, 48, 37, 30, 21, 12], (-0.2, 1.25)),
        ["correlation"] = StatisticsFigures.Correlation([.. Normals(74, 11)], [.. Normals(74, 11).Zip(Normals(74, 12), (x, noise) => (0.5 * x) + noise)], null, new() { XTitle = "Empathy (z)", YTitle = "Mimicry (z)" }),
        ["null distribution"] = StatisticsFigures.NullDistribution([.. Normals(9999, 13)], 2.31, Alternative.TwoSided, new() { XTitle = "t" }),
        ["bootstrap"] = StatisticsFigures.BootstrapDistribution([.. Normals(4000, 14).Select(z => 0.51 + (0.12 * z))], 0.51, new(0.27, 0.75, .95), new() { XTitle = "Cohen's dz" }),
        ["caterpillar"] = StatisticsFigures.Caterpillar([.. Random("(Intercept)", 24, 12), .. Random("Days", 6, 2.3)], "Subject"),
    };

    private static string[] Channels => ["zygomaticus L", "zygomaticus R", "corrugator L", "corrugator R", "orbicularis L", "orbicularis R", "levator", "depressor"];

    private static ForestRow Pooled => new("REML, Hartung-Knapp", -0.7145, new(-1.1082, -0.3209, .95)) { IsSummary = true, Prediction = new(-1.9432, 0.5142, .95) };

    /// <summary>Normal values that are the same everywhere: quantiles in an order without pattern.</summary>
    public static double[] Normals(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    private static ForestRow Row((string Study, double Effect, double Variance) study)
    {
        double half = 1.959964 * Math.Sqrt(study.Variance);
        return new(study.Study, study.Effect, new(study.Effect - half, study.Effect + half, .95)) { Weight = 1 / (study.Variance + 0.31) };
    }

    private static IEnumerable<MeanCell> Panels() =>
        from panel in new[] { "day 1", "day 2", "day 3" }
        from muscle in new[] { "zygomaticus", "corrugator", "orbicularis" }
        from emotion in new[] { "happy", "neutral", "angry" }
        let mean = (muscle[0] * 0.01 * emotion.Length) + panel[^1] - 54
        select new MeanCell(emotion, muscle, panel, mean, new(mean - 0.4, mean + 0.4, .95));

    private static double Bump(double time) => time < 0 ? 0 : time * Math.Exp(1 - time);

    private static TimeCurve Curve(string name, double size)
    {
        double[] mean = [.. Times.Select(time => (size * 0.2 * Bump(time)) + (0.01 * Math.Sin(11 * time)))];
        return new(name, [.. mean], [.. mean.Select(value => value - 0.03)], [.. mean.Select(value => value + 0.03)]);
    }

    private static double[,] Grid()
    {
        double[,] grid = new double[Times.Length, Channels.Length];
        for (int sample = 0; sample < Times.Length; sample++)
        {
            for (int channel = 0; channel < Channels.Length; channel++)
            {
                grid[sample, channel] = (4 * Bump(Times[sample]) * Math.Cos(channel * 0.9)) + Math.Sin((7 * Times[sample]) + channel);
            }
        }

        return grid;
    }

    private static IEnumerable<(int Sample, int Channel)> Above()
    {
        double[,] grid = Grid();
        return Enumerable.Range(20, 40).SelectMany(sample => Enumerable.Range(0, 2).Select(channel => (sample, channel))).Where(at => grid[at.sample, at.channel] > 2.2);
    }

    private static CurvePoint[] Roc(double distance) =>
    [
        .. Enumerable.Range(0, 51).Select(i => i / 50.0).Select(x => (X: x, Y: Math.Pow(x, 1 / (1 + (2 * distance))))).Select(point =>
            new CurvePoint(point.X, point.Y, Math.Max(point.X * point.Y, point.Y - 0.08), Math.Min(1, point.Y + 0.06))),
    ];

    private static IEnumerable<CaterpillarRow> Random(string term, double size, double half) =>
        Normals(18, term.Length).Select((z, at) => new CaterpillarRow(FormattableString.Invariant($"{308 + (at * 4)}"), term, size * z, new((size * z) - half, (size * z) + half, .95)));
}
