// One of each result of statistics, from the data sets of the oracles where they fit.
using System.Globalization;

namespace SmileNotebooks.Tests.Charts;

internal static class StatisticsResults
{
    private static readonly DataColumns SleepStudy = Read("mixed-models/data/sleepstudy.csv", "Reaction", "Days");
    private static readonly DataColumns Obk = Read("anova/obk.csv", "value");
    private static readonly DataColumns Penicillin = Read("mixed-models/data/penicillin.csv", "diameter");

    public static Dictionary<string, IStatisticalResult> All { get; } = Make();

    private static Dictionary<string, IStatisticalResult> Make()
    {
        double[] drug1 = StatisticsSamples.Drug1;
        double[] drug2 = StatisticsSamples.Drug2;
        AnovaResult anova = Anova.Fit(Obk, "value", "id", within: ["phase", "hour"], between: ["treatment", "gender"]);
        MixedModel model = MixedModel.Fit("Reaction ~ Days + (1 + Days | Subject)", SleepStudy);
        MixedModel simple = MixedModel.Fit("Reaction ~ Days + (1 | Subject)", SleepStudy);
        MetaAnalysisResult analysis = MetaAnalysis.Fit(
            StatisticsSamples.Bcg.Select(study => new StudyEffect(study.Study, study.Effect, study.Variance)), new() { HartungKnapp = true });
        LogisticRegressionResult logistic = LogisticRegression.Fit("isHigh ~ len + supp", ToothGrowth());
        return new()
        {
            ["naive contagion"] = new NetworkExperiment { People = 60, Communities = 3, Waves = 4 }.Simulate().NaiveContagion().Result,
            ["contagion within people"] = new NetworkExperiment { People = 60, Communities = 3, Waves = 4 }.Simulate().WithinContagion(99).Result,
            ["paired t"] = TTest.Paired(drug2, drug1),
            ["Welch t"] = TTest.Independent(drug1, drug2),
            ["one-sample t"] = TTest.OneSample(drug2),
            ["effect size"] = TTest.Paired(drug2, drug1).HedgesG,
            ["equivalence"] = Tost.Paired(drug1, drug2, -3, 3),
            ["Bayes factor"] = BayesFactor.Paired(drug1, drug2),
            ["signed rank"] = WilcoxonSignedRank.Test(drug2, drug1),
            ["Mann-Whitney"] = MannWhitney.Test(drug1, drug2),
            ["Pearson"] = Correlation.Pearson(drug1, drug2),
            ["Spearman"] = Correlation.Spearman(drug1, drug2),
            ["ICC"] = IntraclassCorrelation.Of(new double[,] { { 9, 2, 5, 8 }, { 6, 1, 3, 2 }, { 8, 4, 6, 8 }, { 7, 1, 2, 6 }, { 10, 5, 6, 9 }, { 6, 2, 4, 7 } }),
            ["kappa"] = CohenKappa.OfTable(new[,] { { 44, 5, 1 }, { 7, 20, 3 }, { 9, 5, 6 } }, categories: ["happy", "neutral", "angry"]),
            ["Holm"] = Multiplicity.Holm([.0001, .012, .03, .2], ["zygomaticus happy", "corrugator happy", "zygomaticus angry", "corrugator angry"]),
            ["ANOVA"] = anova,
            ["marginal means"] = anova.MarginalMeansBy("phase", "treatment"),
            ["contrasts"] = anova.MarginalMeans("phase").Pairwise(),
            ["simple effects"] = anova.MarginalMeansBy("phase", "treatment").SimpleEffects(),
            ["mixed model"] = model,
            ["fixed effect"] = model.FixedEffects[1],
            ["random effects"] = model.RandomEffects[0],
            ["variance components"] = MixedModel.Fit("diameter ~ 1 + (1 | plate) + (1 | sample)", Penicillin).VarianceComponents,
            ["mixed model ANOVA"] = model.Anova(),
            ["likelihood ratio"] = LikelihoodRatioTest.Compare(simple, model),
            ["meta-analysis"] = analysis,
            ["leave one out"] = analysis.LeaveOneOut(),
            ["Egger"] = analysis.Egger(),
            ["sign flips"] = SignFlip.Test(drug2, drug1),
            ["bootstrap"] = Bootstrap.Difference(drug2, drug1),
            ["clusters"] = ClusterTest.Paired(Courses(1, 0.8), Courses(2, 0), new() { Permutations = 999, SamplingRate = 20, StartTime = -1 }),
            ["clusters of channels"] = ClusterTest.OneSample(
                ManyCourses(), ChannelAdjacency.FromPairs(["zygomaticus", "orbicularis", "corrugator"], [("zygomaticus", "orbicularis")]), new() { Permutations = 999, SamplingRate = 20, StartTime = -1 }),
            ["latency"] = JackknifeLatency.Estimate(Courses(1, 0.8), Latency),
            ["latency difference"] = JackknifeLatency.Paired(Courses(1, 0.8), Courses(3, 0.7, delay: 0.3), Latency),
            ["multiverse"] = new Multiverse(
                new EmgPipeline { Rejection = null }, Choice.Windows((1, 3), (2, 4)), Choice.Baselines(new(BaselineMethod.LogRatio, -2, 0), new(BaselineMethod.Percent, -1, 0), new(BaselineMethod.Difference, -2, 0)))
                .Run(new MimicryExperiment { Participants = 12 }.BinnedEpochs("zygomaticus"), "Happy", "Neutral", new() { Permutations = 99 }),
            ["later or less"] = LaterOrLess.Compare(
                (MimicryExperiment.Autism(AutismAccount.Later) with { Participants = 40, TrialsPerCondition = 16 }).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0), "autistic", "not autistic", "Happy", "Neutral").Result,
            ["test of a study"] = new StudyResult<TTestResult>(TTest.Paired(drug2, drug1), "zygomaticus, log ratio to baseline (-2 to 0 s), 2 to 4 s", "simulated, seed 1"),
            ["clusters of a study"] = new StudyResult<ClusterTestResult>(
                ClusterTest.Paired(Courses(1, 0.8), Courses(2, 0), new() { Permutations = 999, SamplingRate = 20, StartTime = -1 }), "zygomaticus, Happy - Neutral", null) { Conditions = ["Happy", "Neutral"] },
            ["cells of trials"] = new TrialCells(["condition"], [TrialCell("drug 1", drug1), TrialCell("drug 2", drug2)], "extra sleep (h)"),
            ["tests of bins"] = new BinComparisons("drug 1", "drug 2", [new(0, 0.1, TTest.Independent(drug1, drug2), .2), new(0.1, 0.2, TTest.Independent(drug2, drug1), .2)]),
            ["power over effects"] = Power.Over("effect", [0, .5, 1], (effect, seed) => ((seed % 20) + 1) / 20.0 / (1 + (10 * effect)), new() { Simulations = 50 }),
            ["contrasts of conditions"] = new ConditionContrasts([new("zygomaticus", "Happy", "Neutral", TTest.Paired(drug2, drug1), .01), new("corrugator", "Happy", "Neutral", TTest.Paired(drug1, drug2), .01)]),
            ["power"] = Power.Simulate(seed => Simulated(30, seed), new() { Simulations = 500 }),
            ["power curve"] = Power.Curve([10, 20, 30, 45, 60], Simulated, new() { Simulations = 500 }),
            ["sample size"] = Power.FindSampleSize(.8, Simulated, 5, 120, new() { Simulations = 500 }),
            ["linear model"] = LinearModel.Fit("len ~ supp * dose", ToothGrowth()),
            ["linear model tests"] = LinearModel.Fit("len ~ supp * dose", ToothGrowth()).TypeIII(),
            ["descriptives"] = Descriptives.Of(drug1, name: "drug 1"),
            ["descriptives by group"] = Descriptives.ByGroup([.. drug1.Select(hours => ("drug 1", hours)), .. drug2.Select(hours => ("drug 2", hours))], row => row.Item2, row => row.Item1),
            ["within-subject"] = WithinSubject.Of(new double[,] { { 1, 2, 4 }, { 2, 4, 5 }, { 0, 1, 3 }, { 3, 3, 6 }, { 1, 4, 4 } }, ["happy", "neutral", "angry"]),
            ["proportion"] = Proportion.OneSample(7, 20),
            ["two proportions"] = Proportion.Independent(15, 20, 8, 22),
            ["Fisher's exact test"] = FisherExact.Test(15, 5, 8, 14),
            ["calibration"] = Calibration.Of(logistic.Probabilities.AsSpan(), logistic.Outcomes.AsSpan()),
            ["logistic regression"] = logistic,
            ["likelihood ratios"] = logistic.LikelihoodRatioTests(),
            ["ROC"] = logistic.Roc(),
            ["ROC comparison"] = logistic.Roc().Paired(LogisticRegression.Fit("isHigh ~ supp", ToothGrowth()).Roc()),
        };
    }

    private static JackknifeLatencyOptions Latency => new() { SamplingRate = 20, StartTime = -1 };

    /// <summary>Columns of a file: the named ones are numbers, the others labels.</summary>
    private static DataColumns Read(string path, params string[] numbers)
    {
        string[][] lines = [.. File.ReadLines(Repository.PathOf("tests", "oracles", "statistics", path)).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','))];
        DataColumns data = DataColumns.Empty;
        for (int column = 0; column < lines[0].Length; column++)
        {
            string[] cells = [.. lines.Skip(1).Select(line => line[column])];
            data = numbers.Contains(lines[0][column])
                ? data.With(lines[0][column], (ReadOnlySpan<double>)Array.ConvertAll(cells, cell => double.Parse(cell, CultureInfo.InvariantCulture)))
                : data.With(lines[0][column], (IEnumerable<string?>)cells);
        }

        return data;
    }

    private static DataColumns ToothGrowth()
    {
        DataColumns data = Read("anova/tooth-growth.csv", "len");
        Factor dose = data.Factor("dose");
        return data.With("isHigh", (ReadOnlySpan<double>)[.. dose.Codes.Select(code => dose.Levels[code] == "d1" ? 1.0 : 0)]);
    }

    /// <summary>Courses of 24 participants from -1 to 3 s: noise, and from 0 s (and the delay) on a response.</summary>
    private static double[,] Courses(int seed, double size, double delay = 0)
    {
        double[,] courses = new double[24, 81];
        for (int participant = 0; participant < 24; participant++)
        {
            double[] noise = StatisticsSamples.Normals(81, (100 * seed) + participant);
            double state = 0;
            for (int sample = 0; sample < 81; sample++)
            {
                double time = -1 + (sample / 20.0) - delay;
                state = (0.8 * state) + (0.35 * noise[sample]);
                courses[participant, sample] = state + (time > 0 ? size * time * Math.Exp(1 - time) : 0);
            }
        }

        return courses;
    }

    private static double[,,] ManyCourses()
    {
        double[,,] courses = new double[24, 81, 3];
        double[][,] channels = [Courses(4, 0.9), Courses(5, 0.7), Courses(6, -0.6)];
        for (int at = 0; at < courses.Length; at++)
        {
            courses[at / 243, at / 3 % 81, at % 3] = channels[at % 3][at / 243, at / 3 % 81];
        }

        return courses;
    }

    private static double Simulated(int size, ulong seed)
    {
        RandomStream random = new(seed);
        double[] values = new double[size];
        random.FillGaussian(values, 0.5);
        return TTest.OneSample(values).P;
    }

    private static TrialCell TrialCell(string name, double[] values)
    {
        DescriptiveResult described = Descriptives.Of(values);
        return new([name], values.Length, [.. values.Select((_, at) => $"{at + 1:00}")], [.. values], described.Mean, described.StandardDeviation, described.MeanInterval, values.Min(), values.Max());
    }
}
