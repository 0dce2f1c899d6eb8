// What this library does in each work.
using System.Collections.Immutable;

namespace SmileNotebooks.Classification.Benchmarks;

/// <summary>Each case reads its data and returns what is timed: a function that returns one number of its result.</summary>
internal static class OurCases
{
    private static readonly ElasticNetTrainer Linear = new();
    private static readonly RbfTrainer NonLinear = new();

    public static Func<double> Prepare(string name, BenchmarkData data)
    {
        switch (name)
        {
            case "ridge":
                TrainingSet ridge = data.Read("logistic");
                return () => First(Linear.Fit(ridge, [Settings(1.0 / ridge.Count, 0)], 1));
            case "elastic-net":
                TrainingSet net = data.Read("logistic");
                return () => First(Linear.Fit(net, [Settings(0.01, 0.5)], 1));
            case "path":
                TrainingSet path = data.Read("logistic");
                return () => First(Linear.Fit(path, Linear.Candidates(path), 1));
            case "grouped-auc":
                TrainingSet grouped = data.Read("logistic");
                return () => GroupedAuc(grouped);
        }

        (TrainingSet training, TrainingSet test) = Split(data.Read(name[(name.IndexOf('-') + 1)..]));
        return name.StartsWith("fit-", StringComparison.Ordinal)
            ? () => Auc(NonLinear.Fit(training, [TrainerSettings.Of((RbfTrainer.Penalty, 0.001), (RbfTrainer.Width, 1))], 1)[0], test)
            : () => Auc(NonLinear.Fit(training, [Choose(training)], 1)[0], test);
    }

    private static TrainerSettings Settings(double penalty, double mixing) => TrainerSettings.Of((ElasticNetTrainer.Penalty, penalty), (ElasticNetTrainer.Mixing, mixing));

    private static double First(ImmutableArray<ISmileModel> models) => ((ElasticNetModel)models[^1]).Coefficients[0];

    private static double GroupedAuc(TrainingSet set)
    {
        GroupedFolds folds = GroupedFolds.Of(set.Groups.AsSpan(), set.Labels.AsSpan(), 5, 1);
        double[] scores = new double[set.Count];
        for (int fold = 0; fold < folds.Count; fold++)
        {
            TrainingSet training = set.Take(folds.TrainingRows(fold).AsSpan());
            ISmileModel model = Linear.Fit(training, [Settings(1.0 / training.Count, 0)], 1)[0];
            Score(model, set, folds.TestRows(fold), scores);
        }

        return RocCurve.From(scores, set.Labels.AsSpan()).Auc;
    }

    // The settings with the least log loss on people of other folds.
    private static TrainerSettings Choose(TrainingSet set)
    {
        ImmutableArray<TrainerSettings> candidates = NonLinear.Candidates(set);
        double[] losses = new double[candidates.Length];
        GroupedFolds folds = GroupedFolds.Of(set.Groups.AsSpan(), set.Labels.AsSpan(), 4, 1);
        double[] scores = new double[set.Count];
        for (int fold = 0; fold < folds.Count; fold++)
        {
            ImmutableArray<ISmileModel> models = NonLinear.Fit(set.Take(folds.TrainingRows(fold).AsSpan()), candidates, 1);
            for (int i = 0; i < models.Length; i++)
            {
                Score(models[i], set, folds.TestRows(fold), scores);
                losses[i] += folds.TestRows(fold).Sum(row => Math.Log(1 + Math.Exp(set.Labels[row] ? -scores[row] : scores[row])));
            }
        }

        return candidates[losses.IndexOf(losses.Min())];
    }

    private static (TrainingSet Training, TrainingSet Test) Split(TrainingSet set)
    {
        int[] rows = [.. Enumerable.Range(0, set.Count)];
        return (set.Take(rows.Where(row => set.Groups[row] % 3 != 0).ToArray()), set.Take(rows.Where(row => set.Groups[row] % 3 == 0).ToArray()));
    }

    private static double Auc(ISmileModel model, TrainingSet test)
    {
        double[] scores = new double[test.Count];
        Score(model, test, [.. Enumerable.Range(0, test.Count)], scores);
        return RocCurve.From(scores, test.Labels.AsSpan()).Auc;
    }

    private static void Score(ISmileModel model, TrainingSet set, ImmutableArray<int> rows, double[] scores)
    {
        double[] values = new double[set.Features.Length];
        foreach (int row in rows)
        {
            for (int column = 0; column < values.Length; column++)
            {
                values[column] = set[row, column];
            }

            scores[row] = model.LogOdds(values);
        }
    }
}
