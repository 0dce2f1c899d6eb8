namespace SmileNotebooks.Tests.Smiles.Classification;

public class RbfTrainerTests
{
    [Fact]
    public void A_curved_boundary_is_found_that_a_weighted_sum_misses()
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            TrainingSet training = TrainingSets.Curved(seed, 900, 5);
            TrainingSet fresh = TrainingSets.Curved(seed + 100, 2_000, 5);

            double curved = Auc(new RbfTrainer().Fit(training, [Settings(0.0003, 1)], seed).Single(), fresh);
            double straight = Auc(new ElasticNetTrainer().Fit(training, [TrainerSettings.Of(("penalty", 0.001), ("mixing", 0.5))], seed).Single(), fresh);

            // The log odds that the rows were drawn from reach .86 to .88.
            Assert.InRange(curved, 0.80, 0.90);
            Assert.InRange(straight, 0.50, 0.75);
        }
    }

    [Fact]
    public void No_landmark_is_of_fewer_people_than_the_least()
    {
        // Three people far away from all others, each with many rows of their own.
        RandomStream random = new(4);
        double[,] values = new double[600, 2];
        bool[] labels = new bool[600];
        int[] people = new int[600];
        for (int row = 0; row < 600; row++)
        {
            bool isFar = row < 60;
            people[row] = isFar ? row / 20 : 3 + (row % 90);
            values[row, 0] = random.NextGaussian() + (isFar ? 40 * (1 + people[row]) : 0);
            values[row, 1] = random.NextGaussian();
            labels[row] = random.NextDouble() < 0.5;
        }

        TrainingSet training = new(["x", "y"], values, labels, people);
        LandmarkSet landmarks = LandmarkSet.Of(StandardisedFeatures.DesignOf(training), people, 64, 5, seed: 1);

        double farthest = 0;
        for (int landmark = 0; landmark < landmarks.Count; landmark++)
        {
            farthest = Math.Max(farthest, landmarks.Coordinates[landmark]);
        }

        double scale = StandardisedFeatures.DesignOf(training).Scales[1];
        double mean = StandardisedFeatures.DesignOf(training).Means[1];
        Assert.InRange(landmarks.Count, 10, 64);
        Assert.InRange((farthest * scale) + mean, -10, 20);
    }

    [Fact]
    public void Few_rows_and_constant_features_make_a_model_of_finite_log_odds()
    {
        TrainingSet few = new(["x", "constant"], new double[,] { { 1, 5 }, { 2, 5 }, { 3, 5 } }, [true, false, true], [0, 1, 2]);

        RbfModel model = (RbfModel)new RbfTrainer().Fit(few, [Settings(0.01, 1)], seed: 1).Single();

        Assert.Equal(1, model.Landmarks);
        Assert.True(double.IsFinite(model.LogOdds([2, 5])));
        Assert.Equal(model.LogOdds([2, 5]), model.LogOdds([2, 500]));
    }

    [Fact]
    public void Far_away_log_odds_return_to_a_constant()
    {
        RbfModel model = (RbfModel)new RbfTrainer().Fit(TrainingSets.Curved(3, 300, 2), [Settings(0.001, 1)], seed: 1).Single();

        Assert.Equal(model.LogOdds([1e6, 0]), model.LogOdds([-1e9, 1e300]), 1e-12);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused_in_words()
    {
        TrainingSet training = TrainingSets.Curved(3, 60, 2);

        Assert.Contains("The width is -1", Assert.Throws<ArgumentException>(() => new RbfTrainer().Fit(training, [Settings(1, -1)], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("The penalty is 0", Assert.Throws<ArgumentException>(() => new RbfTrainer().Fit(training, [Settings(0, 1)], 1)).Message, StringComparison.Ordinal);
    }

    private static TrainerSettings Settings(double penalty, double width) => TrainerSettings.Of(("penalty", penalty), ("width", width));

    private static double Auc(ISmileModel model, TrainingSet set)
    {
        double[] row = new double[set.Features.Length];
        double[] scores = new double[set.Count];
        for (int i = 0; i < scores.Length; i++)
        {
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = set[i, column];
            }

            scores[i] = model.LogOdds(row);
        }

        return RocCurve.From(scores, set.Labels.AsSpan()).Auc;
    }
}
