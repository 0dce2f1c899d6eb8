namespace SmileNotebooks.Tests.Smiles;

/// <summary>The same movement at 15, 25, 30, 50 and 120 frames a second gives the same features.</summary>
public sealed class FrameRateTests
{
    private const int Seeds = 40;
    private const double Tolerance = 0.05;

    // Shares and differences that are 0 for a plain smile have no relative error: these are in the units of the features.
    private const double Absolute = 0.005;

    private static readonly SmileScene s_scene = new() { LeftShare = 0.58, Smiles = [new(1, 1.1, 1.2, 1.4, 0.16) { CheekDelay = 0.15 }], Seconds = 6.5 };

    [Theory]
    [InlineData(15)]
    [InlineData(25)]
    [InlineData(30)]
    [InlineData(50)]
    public void Every_feature_of_every_recording_is_within_five_percent_of_its_value_at_120(double rate)
    {
        double[] truth = Features(s_scene.At(120));
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            AssertNear(truth, Features(s_scene.At(rate, seed)), Tolerance, $"{rate} frames a second, seed {seed}");
        }
    }

    [Theory]
    [InlineData(15)]
    [InlineData(25)]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(120)]
    public void The_mean_of_every_feature_is_within_five_percent_under_noise_and_of_accelerations_within_fifteen(double rate)
    {
        double[] truth = Features(s_scene.At(120));
        SmileScene noisy = s_scene with { Noise = 0.004 };
        double[] mean = new double[truth.Length];
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            double[] features = Features(noisy.At(rate, seed));
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += features[i] / Seeds;
            }
        }

        AssertNear(truth, mean, Tolerance, $"{rate} frames a second under noise");
    }

    private static double[] Features(FaceSeries series) => [.. PhaseRecoveryTests.Single(series).ToFeatures().Values];

    private static void AssertNear(double[] expected, double[] actual, double tolerance, string of)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            // Noise adds to a greatest acceleration before all else, and the more the fewer frames there are.
            bool isNoisyAcceleration = of.EndsWith("noise", StringComparison.Ordinal) && SmileFeatures.OfClip[i].Contains("acceleration", StringComparison.Ordinal);
            double allowed = Math.Max((isNoisyAcceleration ? 3 : 1) * tolerance * Math.Abs(expected[i]), Absolute);
            Assert.True(Math.Abs(actual[i] - expected[i]) <= allowed, $"{of}: {SmileFeatures.OfClip[i]} is {actual[i]}, expected {expected[i]} within {allowed}.");
        }
    }
}
