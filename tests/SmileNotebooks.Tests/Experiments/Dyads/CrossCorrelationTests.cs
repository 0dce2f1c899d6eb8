// Against NumPy and SciPy: tests/oracles/experiments/contagion.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SmileNotebooks.Tests.Experiments.Dyads;

public class CrossCorrelationTests
{
    private static readonly CrossCorrelationOptions Oracle = new() { Window = 8, Step = 4.5, MaximumLag = 2.4, LagStep = 0.2, PeakHalfWidth = 0.4 };
    private static readonly Dyad Series = DyadSet.LoadCsv(PathOf("series.csv"))[0];

    [Fact]
    public void Correlations_are_those_of_SciPy()
    {
        WindowedCrossCorrelation ours = Series.Correlate(Oracle);
        double[][] theirs = Read("correlations.csv");

        Assert.Equal((theirs.Length, theirs[0].Length), (ours.Times.Length, ours.Lags.Length));
        for (int window = 0; window < theirs.Length; window++)
        {
            for (int lag = 0; lag < theirs[0].Length; lag++)
            {
                Assert.Equal(theirs[window][lag], ours[window, lag], 1e-12);
            }
        }
    }

    [Fact]
    public void Peaks_are_those_of_the_rule_written_once_more()
    {
        double[][] theirs = Read("peaks.csv");
        Assert.Contains(theirs, peak => double.IsNaN(peak[0]));

        foreach ((CorrelationPeak ours, double[] peak) in Series.Correlate(Oracle).Peaks.Zip(theirs))
        {
            Assert.Equal(peak[0], ours.Lag, 1e-12);
            Assert.Equal(peak[1], ours.R, 1e-12);
        }
    }

    [Fact]
    public void Summaries_are_those_of_NumPy()
    {
        using JsonDocument reference = JsonDocument.Parse(File.ReadAllText(PathOf("reference.json")));
        double Theirs(string name) => reference.RootElement.GetProperty(name).GetDouble();

        WindowedCrossCorrelation ours = Series.Correlate(Oracle);

        Assert.Equal(Theirs("peakOfMean"), ours.Score, 1e-12);
        Assert.Equal(Theirs("lag"), ours.Lag, 1e-12);
        Assert.Equal(Theirs("undefined"), ours.Undefined);
        Assert.Equal(Theirs("meanOfPeaks"), Series.Correlate(Oracle with { Score = SynchronyScore.MeanOfPeaks }).Score, 1e-12);
        Assert.Equal(Theirs("meanAbsolute"), Series.Correlate(Oracle with { Score = SynchronyScore.MeanAbsolute }).Score, 1e-12);
    }

    [Fact]
    public void A_copy_that_comes_later_is_found_at_its_lag()
    {
        double[] first = [.. Noise(1, 600)];
        double[] second = [.. Noise(2, 8), .. first[..^8]];

        WindowedCrossCorrelation later = Of(first, second).Correlate();
        WindowedCrossCorrelation earlier = Of(second, first).Correlate();

        Assert.Equal(0.8, later.Lag, 1e-12);
        Assert.Equal(-0.8, earlier.Lag, 1e-12);
        int place = later.Lags.IndexOf(later.Lags.First(lag => Math.Abs(lag - 0.8) < 1e-9));
        Assert.All(Enumerable.Range(0, later.Times.Length), window => Assert.Equal(1, later[window, place], 1e-12));
        Assert.Contains(later.Peaks, peak => Math.Abs(peak.Lag - 0.8) < 1e-9 && peak.R > 1 - 1e-12);
        Assert.Contains("B follows A by 0.8 s", later.ToString());
        Assert.Contains("A follows B by 0.8 s", earlier.ToString());
    }

    [Fact]
    public void Offset_and_scale_change_nothing()
    {
        double[] first = [.. Noise(1, 400)], second = [.. Noise(2, 400)];

        WindowedCrossCorrelation plain = Of(first, second).Correlate();
        WindowedCrossCorrelation moved = Of([.. first.Select(value => 1e6 + (1e-3 * value))], [.. second.Select(value => -5 + (1e9 * value))]).Correlate();

        Assert.Equal(plain.Score, moved.Score, 1e-6);
        Assert.Equal(plain.Lag, moved.Lag);
    }

    [Fact]
    public void Who_does_not_move_has_no_correlation_and_neither_does_rounding()
    {
        double[] first = [.. Noise(1, 400)];
        double[] still = [.. Enumerable.Range(0, 400).Select(i => 0.3 + (i % 2 == 0 ? 1e-16 : 0))];

        WindowedCrossCorrelation correlation = Of(first, still).Correlate();

        Assert.True(double.IsNaN(correlation.Score));
        Assert.True(double.IsNaN(correlation.Lag));
        Assert.Equal(correlation.Times.Length * correlation.Lags.Length, correlation.Undefined);
        Assert.Contains("no window in which both moved", correlation.ToString());
        Assert.Contains("no window", Assert.Throws<ArgumentException>(() => Of(first, still).SurrogateTest()).Message);
    }

    [Fact]
    public void A_series_too_short_for_a_window_is_an_error_that_says_how_long_it_must_be()
    {
        Dyad dyad = Of([.. Noise(1, 159)], [.. Noise(2, 159)]);

        Assert.Equal("Dyad x lasts 15.9 s, expected at least 16 s: a window and the longest lag on both sides.", Assert.Throws<ArgumentException>(() => dyad.Correlate()).Message);
        Assert.Single(Of([.. Noise(1, 160)], [.. Noise(2, 160)]).Correlate().Times);
    }

    [Theory]
    [InlineData(0.2, 5, 3, "Window")]
    [InlineData(double.NaN, 5, 3, "Window")]
    [InlineData(10, 0, 3, "Step")]
    [InlineData(10, 5, -1, "MaximumLag")]
    [InlineData(10, 5, double.PositiveInfinity, "MaximumLag")]
    public void Options_that_make_no_window_are_errors_that_name_them(double window, double step, double lag, string name)
    {
        Dyad dyad = Of([.. Noise(1, 400)], [.. Noise(2, 400)]);

        Assert.StartsWith($"{name} is ", Assert.Throws<ArgumentException>(() => dyad.Correlate(new() { Window = window, Step = step, MaximumLag = lag })).Message);
    }

    internal static Dyad Of(double[] first, double[] second) => new()
    {
        Name = "x",
        FirstPerson = "A",
        SecondPerson = "B",
        SamplingRate = 10,
        First = [.. first],
        Second = [.. second],
    };

    /// <summary>Noise with an autocorrelation of .9.</summary>
    internal static ImmutableArray<double> Noise(ulong seed, int samples)
    {
        RandomStream random = new(seed, 77);
        double[] values = new double[samples];
        double last = random.NextGaussian();
        for (int i = 0; i < samples; i++)
        {
            last = (0.9 * last) + (Math.Sqrt(0.19) * random.NextGaussian());
            values[i] = last;
        }

        return [.. values];
    }

    private static double[][] Read(string file) =>
        [.. File.ReadLines(PathOf(file)).Select(line => line.Split(',').Select(cell => cell == "nan" ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];

    private static string PathOf(string file) => Repository.PathOf("tests", "oracles", "experiments", "contagion", file);
}
