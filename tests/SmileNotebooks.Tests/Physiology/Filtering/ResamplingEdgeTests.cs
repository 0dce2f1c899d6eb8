// Gaps, ends and errors of resampling, detrending and spectra; the transform below them.
namespace SmileNotebooks.Tests.Physiology.Filtering;

public class ResamplingEdgeTests
{
    [Fact]
    public void Resampling_keeps_each_stretch_to_itself_at_its_own_times()
    {
        double[] samples = FilterOracle.Noise(300);
        double[] gapped = [.. samples];
        Array.Fill(gapped, double.NaN, 100, 50);

        double[] resampled = Resampling.Polyphase(gapped, 3, 5);

        Assert.Equal(180, resampled.Length);
        Assert.Equal(Resampling.Polyphase(samples.AsSpan(0, 100), 3, 5), resampled[..60]);
        Assert.Equal(Resampling.Polyphase(samples.AsSpan(150), 3, 5), resampled[90..]);
        Assert.All(resampled[60..90], value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Decimation_leaves_gaps_where_they_are()
    {
        double[] samples = FilterOracle.Noise(400);
        Array.Fill(samples, double.NaN, 200, 40);

        double[] decimated = Resampling.Decimate(samples, 4);

        Assert.Equal(100, decimated.Length);
        Assert.Equal(Enumerable.Range(0, 100).Select(index => index is >= 50 and < 60), decimated.Select(double.IsNaN));
    }

    [Fact]
    public void Nothing_and_only_gaps_are_defined()
    {
        Assert.Empty(Resampling.Polyphase([], 2, 3));
        Assert.Empty(Resampling.Decimate([], 4));
        Assert.Empty(Detrending.Apply([]));
        Assert.Equal([double.NaN, double.NaN], Resampling.Polyphase([double.NaN, double.NaN, double.NaN], 2, 3));
        Assert.Equal([double.NaN, double.NaN], Detrending.Apply([double.NaN, double.NaN]));
        Assert.Equal([0, double.NaN], Detrending.Apply([3, double.NaN]));
        Assert.Throws<OverflowException>(() => Detrending.Apply([1e308, 1e308, 0]));
        Assert.Throws<ArgumentException>(() => Resampling.Fourier([], 3));
        Assert.Throws<ArgumentException>(() => Welch.Of([], 1000));
        Assert.Throws<ArgumentException>(() => Welch.Of([double.NaN], 1000));
    }

    [Fact]
    public void Infinite_samples_are_named()
    {
        double[] samples = [1, 2, double.PositiveInfinity, 4];

        Assert.All(
            (Action[])[() => Resampling.Polyphase(samples, 1, 2), () => Resampling.Decimate(samples, 2), () => Resampling.Fourier(samples, 2), () => Detrending.Apply(samples), () => Welch.Of(samples, 10)],
            act => Assert.Contains("Sample 2 is Infinity", Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_straight_line_is_taken_off_wholly_on_both_sides_of_a_gap()
    {
        double[] line = [.. Enumerable.Range(0, 1000).Select(index => index is > 300 and < 500 ? double.NaN : 7 - (0.3 * index))];

        Assert.All(Detrending.Apply(line).Where(value => !double.IsNaN(value)), value => Assert.Equal(0, value, 1e-11));
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Detrending_holds_from_tiny_to_huge(double size)
    {
        double[] samples = FilterOracle.Noise(1000);

        Assert.All(
            Detrending.Apply([.. samples.Select(value => value * size)]).Zip(Detrending.Apply(samples)),
            pair => Assert.Equal(pair.Second, pair.First / size, 1e-9));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(45)]
    [InlineData(64)]
    [InlineData(240)]
    [InlineData(427)]
    [InlineData(1009)]
    [InlineData(134)]
    public void The_transform_is_the_sum_that_defines_it(int length)
    {
        double[] re = FilterOracle.Noise(length), im = FilterOracle.Noise(length, 7);
        double[] expectedRe = new double[length], expectedIm = new double[length];
        for (int line = 0; line < length; line++)
        {
            for (int time = 0; time < length; time++)
            {
                (double sine, double cosine) = Math.SinCos(-2 * Math.PI * (line * time % length) / length);
                expectedRe[line] += (re[time] * cosine) - (im[time] * sine);
                expectedIm[line] += (re[time] * sine) + (im[time] * cosine);
            }
        }

        new FourierTransform(length).Forward(ref re, ref im);

        Assert.All(expectedRe.Zip(re).Concat(expectedIm.Zip(im)), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * length));
    }

    [Fact]
    public void A_spectrum_counts_what_it_leaves_out_and_sums_to_the_variance()
    {
        double[] samples = FilterOracle.Noise(1000);
        samples[400] = double.NaN;

        PowerSpectrum spectrum = Welch.Of(samples, 1000, new WelchOptions { SegmentLength = 100, Unit = "µV" });
        PowerSpectrum whole = Welch.Periodogram(FilterOracle.Noise(1000), 1000);

        Assert.Equal((7 + 10, 1 + 49, "µV²/Hz"), (spectrum.Segments, spectrum.SamplesLeftOut, spectrum.Unit));
        Assert.Equal(500, whole.Frequencies[^1]);
        double[] centred = Detrending.Apply(FilterOracle.Noise(1000), Trend.Constant);
        Assert.Equal(centred.Sum(value => value * value) / 1000, whole.Density.Sum(), 1e-12);
    }

    [Fact]
    public void A_spectrum_whose_squares_overflow_is_an_error() =>
        Assert.Throws<OverflowException>(() => Welch.Of([.. FilterOracle.Noise(300).Select(value => value * 1e300)], 1000));

    [Fact]
    public void Rates_that_are_no_ratio_of_whole_numbers_are_an_error()
    {
        Assert.Equal((3, 5), Resampling.Ratio(1000, 600));
        Assert.Equal((160, 147), Resampling.Ratio(44_100, 48_000));
        Assert.Throws<ArgumentException>(() => Resampling.Ratio(1000, 1000 / Math.PI));
    }
}
