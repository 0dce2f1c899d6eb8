// Models written as ONNX and run by ONNX Runtime.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles.Classification;

public class OnnxModelTests
{
    private static readonly OnnxExport Export = new(
        0.83, -0.21, ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("label", "genuine").Add("features", "a \"b\", é"));

    [Theory]
    [InlineData("elastic-net", 1)]
    [InlineData("elastic-net", 20)]
    [InlineData("rbf", 1)]
    [InlineData("rbf", 7)]
    [InlineData("rbf", 20)]
    public void Onnx_runtime_gives_the_same_probabilities_on_common_and_on_extreme_rows(string trainer, int features)
    {
        TrainingSet training = TrainingSets.Curved(seed: 1, rows: 600, features);
        foreach (ISmileModel model in Models(trainer, training))
        {
            double[] rows = Rows(features, 3_000);

            double[] probabilities = Run(model.ToOnnx(Export), rows, features);

            double worst = 0;
            for (int row = 0; row < probabilities.Length; row++)
            {
                double logOdds = (0.83 * model.LogOdds(rows.AsSpan(row * features, features))) - 0.21;
                worst = Math.Max(worst, Math.Abs(probabilities[row] - (1 / (1 + Math.Exp(-logOdds)))));
            }

            Assert.InRange(worst, 0, 1e-11);
        }
    }

    [Fact]
    public void What_is_written_beside_the_graph_is_read_back_and_log_odds_belong_to_the_probability()
    {
        byte[] onnx = Models("rbf", TrainingSets.Curved(1, 200, 3))[0].ToOnnx(Export);
        using SmileSession session = new(onnx, "a file");

        (double[] logOdds, double[] probabilities) = session.Run([0.1, 0.2, 0.3, -1, 0, 2]);

        Assert.Equal(3, session.FeatureCount);
        Assert.Equal("genuine", session.Metadata["label"]);
        Assert.Equal("a \"b\", é", session.Metadata["features"]);
        Assert.Equal(2, probabilities.Length);
        Assert.All(logOdds.Zip(probabilities), pair => Assert.Equal(1 / (1 + Math.Exp(-pair.First)), pair.Second, 1e-14));
    }

    [Theory]
    [InlineData("elastic-net")]
    [InlineData("rbf")]
    public void The_same_training_gives_the_same_bytes_and_no_row_takes_none(string trainer)
    {
        byte[] first = Models(trainer, TrainingSets.Curved(2, 300, 5))[0].ToOnnx(Export);
        byte[] second = Models(trainer, TrainingSets.Curved(2, 300, 5))[0].ToOnnx(Export);

        Assert.Equal(first, second);
        Assert.Empty(Run(first, [], 5));
    }

    private static ImmutableArray<ISmileModel> Models(string name, TrainingSet training)
    {
        ISmileTrainer trainer = SmileTrainers.Named(name);
        ImmutableArray<TrainerSettings> candidates = trainer.Candidates(training);
        return trainer.Fit(training, [candidates[^1], candidates[candidates.Length / 2], candidates[0]], seed: 5);
    }

    private static double[] Rows(int features, int count)
    {
        RandomStream random = new(3);
        double[] rows = new double[features * count];
        for (int row = 0; row < count; row++)
        {
            // Every tenth row is far outside, up to a million standard deviations.
            double reach = row % 10 == 0 ? Math.Pow(10, 6 * random.NextDouble()) : 1.5;
            for (int feature = 0; feature < features; feature++)
            {
                rows[(row * features) + feature] = reach * random.NextGaussian();
            }
        }

        return rows;
    }

    private static double[] Run(byte[] onnx, double[] rows, int features)
    {
        using SmileSession session = new(onnx, "a file");
        Assert.Equal(features, session.FeatureCount);
        return session.Run(rows).Probabilities;
    }
}
