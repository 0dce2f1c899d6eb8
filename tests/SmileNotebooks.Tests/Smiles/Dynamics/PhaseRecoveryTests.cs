namespace SmileNotebooks.Tests.Smiles;

/// <summary>Phases and speeds of movements that are known in closed form.</summary>
public sealed class PhaseRecoveryTests
{
    private const int Seeds = 40;

    /// <summary>Noise of a coordinate in lip widths: what a tracked still face shows (StillFaceTests).</summary>
    private const double Noise = 0.004;

    public static TheoryData<double> Rates => [15, 25, 30, 50, 120];

    [Theory]
    [MemberData(nameof(Rates))]
    public void Phases_of_a_smooth_movement_are_found_within_ten_milliseconds(double rate)
    {
        SmileScene scene = new();
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            AssertPhases(scene.Smiles[0], Single(scene.At(rate, seed)), 0.01);
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Phases_are_found_within_two_frames_or_an_eighth_of_a_second_under_noise_and_without_bias(double rate)
    {
        SmileScene scene = new() { Noise = Noise };
        double bias = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            AssertPhases(scene.Smiles[0], Single(scene.At(rate, seed)), Math.Max(2 / rate, 0.125));
            SmileEpisode smile = Single(scene.At(rate, seed));
            bias += smile.OnsetStart - scene.Smiles[0].Start;
        }

        Assert.Equal(0, bias / Seeds, 0.025);
    }

    [Theory]
    [InlineData(0.3, 0.04)]
    [InlineData(0.5, 0.02)]
    [InlineData(1.4, 0.01)]
    [InlineData(2.2, 0.01)]
    public void Fast_and_slow_onsets_are_found(double onset, double tolerance)
    {
        SmileScene scene = new() { Smiles = [new(1, onset, 1, 1.2, 0.15)], Seconds = 7 };
        foreach (double rate in Rates.Select(row => row.Data))
        {
            AssertPhases(scene.Smiles[0], Single(scene.At(rate)), tolerance);
        }
    }

    [Theory]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(50)]
    public void Uneven_stamps_and_dropped_frames_change_little(double rate)
    {
        SmileScene scene = new() { Noise = 0.001 };
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            AssertPhases(scene.Smiles[0], Single(scene.Uneven(rate, seed, jitter: 0.6, dropped: 0.1)), 0.06);
        }
    }

    [Fact]
    public void Amplitudes_and_speeds_are_those_of_the_movement()
    {
        SceneSmile truth = new(1, 1.4, 1, 1.6, 0.15);
        SmileEpisode smile = Single(new SmileScene { Smiles = [truth], Seconds = 7 }.At(30));

        Assert.Equal(0.15, smile.OnsetAmplitude, 0.001);
        Assert.Equal(0.15, smile.OffsetAmplitude, 0.001);

        // Of minimum jerk: 15/8 A/T at the middle, 10/sqrt(3) A/T^2 at (3 - sqrt(3)) / 6. The window takes a tenth of the latter.
        Assert.Equal(1.875 * 0.15 / 1.4, smile.OnsetSpeedMax, 0.002);
        Assert.Equal(1.875 * 0.15 / 1.6, smile.OffsetSpeedMax, 0.002);
        Assert.Equal(0.15 / 1.4, smile.OnsetSpeedMean, 0.002);
        Assert.Equal(0.15 / 1.6, smile.OffsetSpeedMean, 0.002);
        Assert.Equal(10 / Math.Sqrt(3) * 0.15 / (1.4 * 1.4), smile.OnsetAccelerationMax, 0.05);
        Assert.Equal(10 / Math.Sqrt(3) * 0.15 / (1.6 * 1.6), smile.OffsetAccelerationMax, 0.05);
        Assert.Equal(1.4 / 0.15, smile.OnsetDurationAmplitudeRatio, 0.1);
        Assert.Equal(0, smile.Irregularity, 0.001);
    }

    [Fact]
    public void Cheeks_eyes_wrinkles_and_sides_are_those_of_the_movement()
    {
        SmileScene scene = new() { LeftShare = 0.55, Smiles = [new(1, 0.8, 1, 1.2, 0.15) { CheekDelay = 0.1 }] };
        SmileEpisode smile = Single(scene.At(30));

        Assert.Equal(3, smile.AU12Apex, 0.01);
        Assert.Equal(1.8, smile.AU06Apex, 0.01);
        Assert.Equal(1.8 - (0.161 + (0.406 * 3)), smile.AU06BeyondAU12, 0.01);
        Assert.Equal(0.1, smile.AU06OnsetLag, 0.005);
        Assert.Equal(0.3, smile.EyeClosing, 0.005);
        Assert.Equal(0.45, smile.CrowsFeet, 0.005);
        Assert.Equal(0.1, smile.Asymmetry, 0.002);
        Assert.Equal(0, smile.OnsetAsymmetrySeconds, 0.005);
    }

    [Fact]
    public void A_smile_without_a_plateau_has_an_apex_of_no_duration()
    {
        SceneSmile truth = new(1, 0.8, 0, 0.8, 0.15);
        SmileEpisode smile = Single(new SmileScene { Smiles = [truth], Seconds = 4 }.At(30));

        Assert.InRange(smile.ApexDuration, 0, 0.15);
        Assert.Equal(truth.ApexStart, (smile.ApexStart + smile.OffsetStart) / 2, 0.02);
        Assert.Equal(0.15, smile.OnsetAmplitude, 0.006);
    }

    internal static SmileEpisode Single(FaceSeries series, SmileDynamicsOptions? options = null) => Assert.Single(SmileDynamics.Measure(series, options).Episodes);

    internal static void AssertPhases(SceneSmile truth, SmileEpisode smile, double tolerance)
    {
        Assert.Equal(truth.Start, smile.OnsetStart, tolerance);
        Assert.Equal(truth.ApexStart, smile.ApexStart, tolerance);
        Assert.Equal(truth.OffsetStart, smile.OffsetStart, tolerance);
        Assert.Equal(truth.End, smile.OffsetEnd, tolerance);
    }
}
