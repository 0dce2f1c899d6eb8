using SmileNotebooks.Tests.Statistics;

namespace SmileNotebooks.Tests.Physiology;

public class EmgQualityTests
{
    private const double Rate = 1000;
    private const int Count = 60_000;

    /// <summary>A minute of rest (SD .001 mV) with three bursts of 20 dB: what all defects are put into.</summary>
    private static readonly double[] Clean = SimulatedEmg.Bursts(60, Rate, 20, 1, (10, 12), (25, 26), (40, 43.5)).Samples.ToArray();

    [Fact]
    public void Line_noise_is_that_of_its_definition_in_SciPy()
    {
        double[] x = Table("line-noise.csv").Numbers("x");
        LineNoise line = new EmgSignal(x, 500).Quality().LineNoise!;
        OracleTable expected = Table("expected.csv");
        Assert.Equal((50.0, 4), (line.Frequency, line.Harmonics));
        Close.Relative(expected.Number(0, "share"), line.Share, 1e-9);
        Close.Relative(expected.Number(0, "decibels"), line.Decibels, 1e-9);
        LineNoise sixty = new EmgSignal(x, 500).Quality(new() { LineFrequency = 60 }).LineNoise!;
        Assert.Equal((60.0, 4, 0.0), (sixty.Frequency, sixty.Harmonics, sixty.Share));
        Close.Relative(expected.Number(1, "decibels"), sixty.Decibels, 1e-9);
    }

    [Theory]
    [InlineData(1000, 0.1)]
    [InlineData(16_000, 0.1)]
    [InlineData(30_000, 0.3)]
    [InlineData(16_000, 1e8 + 0.1)]
    public void A_dead_channel_is_flat_at_any_rate(double rate, double level)
    {
        EmgQuality quality = new EmgSignal(Enumerable.Repeat(level, (int)(5 * rate)).ToArray(), rate).Quality();
        Assert.Equal((1.0, 0.0, 0.0), (quality.FlatShare, quality.BaselineNoise, quality.DriftPerMinute));
        Assert.Null(quality.LineNoise);
        Assert.True(quality.IsUnusable);
    }

    [Fact]
    public void A_gap_of_one_sample_has_a_length()
    {
        double[] samples = [.. Clean];
        samples[30_000] = double.NaN;
        Assert.EndsWith("of the samples missing, up to 0.001 s", Of(samples).Indices[^1].Text);
    }

    [Fact]
    public void A_clean_signal_is_good()
    {
        EmgQuality quality = Of(Clean);
        Assert.Equal("good", quality.Verdict);
        Assert.Empty(quality.Findings);
        Assert.InRange(quality.LineNoise!.Share, 0, 0.01);
        Assert.Equal((0.0, 0.0, 0, 0.0, 0), (quality.ClippedShare, quality.FlatShare, quality.ArtefactCount, quality.GapShare, quality.GapCount));
        Assert.InRange(quality.Drift, 0, 0.2);
        Assert.InRange(quality.BaselineNoise, 0.00085, 0.001);
        Assert.InRange(quality.SignalToNoise, 19, 22);
    }

    /// <summary>Each defect in four sizes: its index grows, and no other speaks.</summary>
    public static TheoryData<string, double[]> Defects => new()
    {
        { "line noise", [1e-3, 2e-3, 4e-3, 1e-2] },
        { "clipping", [0.02, 0.015, 0.01, 0.005] },
        { "flat line", [1, 2, 5, 20] },
        { "drift", [3e-3, 6e-3, 1e-2, 3e-2] },
        { "artefacts", [3, 6, 12, 24] },
        { "gaps", [4, 8, 15, 25] },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void An_index_grows_with_its_defect_and_no_other_does(string name, double[] sizes)
    {
        double before = Of(Clean).Indices.Single(index => index.Name == name).Value;
        foreach (double size in sizes)
        {
            EmgQuality quality = Of(With(name, size));
            QualityIndex index = quality.Indices.Single(one => one.Name == name);
            Assert.True(index.Value > before, $"{name} of size {size}: {quality}");
            Assert.Equal([name], quality.Findings.Select(finding => finding.Name));
            before = index.Value;
        }
    }

    [Fact]
    public void A_known_share_of_hum_is_found()
    {
        // A sine of amplitude a has a power of a² / 2; rest has 1e-6.
        double[] rest = [.. SimulatedEmg.Noise(Count, Rate, 2).Select(value => 0.001 * value)];
        foreach (double frequency in new[] { 50, 60, 49.9 })
        {
            double[] x = [.. rest.Select((value, i) => value + (0.001 * Math.Sqrt(2) * Math.Sin(2 * Math.PI * frequency * i / Rate)))];
            LineNoise line = Of(x).LineNoise!;
            Assert.Equal(Math.Round(frequency), line.Frequency);
            Assert.Equal(0.5, line.Share, 0.02);
        }
    }

    [Fact]
    public void Artefacts_are_told_when()
    {
        double[] x = [.. Clean];
        (x[5000], x[30_000], x[30_020], x[55_555]) = (0.2, -0.2, 0.2, 0.2);
        EmgQuality quality = Of(x);
        Assert.Equal(3, quality.ArtefactCount);
        Assert.Equal([5, 30, 55.555], quality.ArtefactTimes);
        Assert.Equal("look at: artefacts (3 in 60 s)", quality.Verdict);

        // A step that stays is one artefact too.
        double[] step = [.. Clean.Select((value, i) => value + (i >= 20_050 ? 0.1 : 0))];
        Assert.Equal([20.05], Of(step).ArtefactTimes);
    }

    [Fact]
    public void Gaps_are_counted_and_the_rest_is_measured()
    {
        double[] x = [.. Clean];
        x.AsSpan(100, 50).Fill(double.NaN);
        x.AsSpan(20_000, 3000).Fill(double.NaN);
        x.AsSpan(59_990).Fill(double.NaN);
        EmgQuality quality = Of(x);
        Assert.Equal((3, 3.0, 3060.0 / Count), (quality.GapCount, quality.LongestGap, quality.GapShare));
        Assert.Equal(Of(Clean).BaselineNoise, quality.BaselineNoise, 2e-5);
        Assert.Equal(0, quality.ArtefactCount);
    }

    [Fact]
    public void A_gap_across_blocks_is_one()
    {
        double[] x = SimulatedEmg.Noise(200_000, Rate, 1);
        x.AsSpan(65_000, 70_000).Fill(double.NaN);
        EmgQuality quality = Of(x);
        Assert.Equal((1, 70.0), (quality.GapCount, quality.LongestGap));
    }

    [Fact]
    public void Line_noise_is_withheld_where_half_the_rate_is_too_low_and_for_amplitudes()
    {
        EmgQuality slow = new EmgSignal(SimulatedEmg.Noise(6000, 100, 1), 100).Quality();
        Assert.Null(slow.LineNoise);
        Assert.Equal("line noise: not told: half the sampling rate is 50 Hz", slow.Indices[0].ToString());
        Assert.Equal("good", slow.Verdict);
        EmgQuality amplitude = new EmgSignal(Clean, Rate).Rectify().Quality();
        Assert.Null(amplitude.LineNoise);
        Assert.Contains("not told: amplitudes have it at other frequencies", amplitude.ToString(), StringComparison.Ordinal);
        Assert.Equal("good", amplitude.Verdict);
    }

    [Fact]
    public void A_constant_signal_is_unusable_and_flat_and_nothing_else()
    {
        double[] x = new double[10_000];
        Array.Fill(x, 0.1);
        EmgQuality quality = Of(x);
        Assert.Equal("unusable: flat line (100 % of the time without variance, up to 10 s)", quality.Verdict);
        Assert.Equal(0, quality.ClippedShare);
        Assert.StartsWith("unusable: flat line (100 %", (new EmgSignal(x, Rate) { IsAmplitude = true }).Quality().Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_and_nothing_but_gaps_are_unusable()
    {
        foreach (double[] x in new double[][] { [], [double.NaN], [.. Enumerable.Repeat(double.NaN, 5000)] })
        {
            EmgQuality quality = Of(x);
            Assert.True(quality.IsUnusable);
            Assert.True(double.IsNaN(quality.BaselineNoise));
            Assert.NotEmpty(quality.ToString());
        }

        Assert.StartsWith("unusable: gaps (100 % of the samples missing", Of([double.NaN, double.NaN]).Verdict, StringComparison.Ordinal);
        Assert.Equal("unusable: too short to tell", Of([]).Verdict);
        Assert.Equal("unusable: too short to tell", Of([1]).Verdict);
        Assert.True(double.IsNaN(Of([1]).Drift));
    }

    [Theory]
    [InlineData(1e-100)]
    [InlineData(1e100)]
    public void Units_do_not_matter(double scale)
    {
        EmgQuality quality = Of([.. Clean.Select(value => value * scale)]);
        Assert.Equal("good", quality.Verdict);
        Assert.Equal(Of(Clean).LineNoise!.Decibels, quality.LineNoise!.Decibels, 1e-6);
    }

    [Fact]
    public void An_infinite_sample_and_an_option_out_of_range_are_named()
    {
        Assert.StartsWith("Sample 1 of channel EMG is Infinity, expected", Assert.Throws<ArgumentException>(() => Of([1, double.PositiveInfinity])).Message, StringComparison.Ordinal);
        Assert.StartsWith("GapLimit is -1, expected 0 or more.", Assert.Throws<ArgumentException>(() => new EmgSignal(Clean, Rate).Quality(new() { GapLimit = -1 })).Message, StringComparison.Ordinal);
    }

    private static EmgQuality Of(double[] x) => new EmgSignal(x, Rate).Quality();

    private static double[] With(string defect, double size) => defect switch
    {
        "line noise" => [.. Clean.Select((value, i) => value + (size * Math.Sin(2 * Math.PI * 50 * i / Rate)))],
        "clipping" => [.. Clean.Select(value => Math.Clamp(value, -size, size))],
        "flat line" => [.. Clean.Select((value, i) => i >= 50_000 - (1000 * size) && i < 50_000 ? 0 : value)],
        "drift" => [.. Clean.Select((value, i) => value + (size * Math.Sin(2 * Math.PI * i / Count)))],
        "artefacts" => [.. Clean.Select((value, i) => value + (i % (Count / (int)size) == 777 ? 0.3 : 0))],
        _ => [.. Clean.Select((value, i) => i % 3000 < 3000 * size / 60 ? double.NaN : value)],
    };

    private static OracleTable Table(string file) => OracleTable.ReadPath(Repository.PathOf("tests", "oracles", "physiology", "quality", file));
}
