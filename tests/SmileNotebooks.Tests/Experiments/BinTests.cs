namespace SmileNotebooks.Tests.Experiments;

public sealed class BinTests
{
    private static Epochs Epochs => Signals.Ramp(100, 100, (0.2, "A")).Epochs("A", -0.2, 0.8);

    [Fact]
    public void Bins_are_means_and_picks_are_first_samples()
    {
        Epochs bins = Epochs.Bins(0.1), picks = Epochs.Every(0.1);

        Assert.Equal((10, 10.0, 0.1, -0.2), (bins.Samples, bins.SamplingRate, bins.BinWidth, bins.From));
        Assert.Equal(Enumerable.Range(0, 10).Select(bin => (10 * bin) + 5.5), bins.Items[0].Samples.ToArray());
        Assert.Equal(Enumerable.Range(0, 10).Select(place => (10.0 * place) + 1), picks.Items[0].Samples.ToArray());
        Assert.Equal(0, picks.BinWidth);
    }

    [Theory]
    [InlineData(0.1, 256, "25.6 samples of 256 Hz; the nearest whole ones are 0.09765625 and 0.1015625 s")]
    [InlineData(0.001, 100, "0.1 samples of 100 Hz; the nearest whole ones are 0.01 and 0.01 s")]
    public void Bins_of_no_whole_number_of_samples_are_an_error_with_the_nearest_that_are(double seconds, double rate, string words) =>
        Assert.Contains(words, Signals.Message<ArgumentException>(() => Signals.Ramp(1000, rate, (0, "A")).Epochs("A", 0, 1).Bins(seconds)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(2)]
    public void Bins_without_sense_are_an_error(double seconds)
    {
        Assert.Throws<ArgumentException>(() => Epochs.Bins(seconds));
        Assert.Throws<ArgumentException>(() => Epochs.Every(seconds));
    }

    [Fact]
    public void Bins_that_do_not_fill_an_epoch_are_an_error() =>
        Assert.Contains("choose epochs of 0.9 or 1.2 s", Signals.Message<ArgumentException>(() => Epochs.Bins(0.3)), StringComparison.Ordinal);

    [Fact]
    public void Bins_of_bins_are_bins_and_picks_of_bins_an_error()
    {
        Assert.Equal(Epochs.Bins(0.2).Items[0].Samples.ToArray(), Epochs.Bins(0.1).Bins(0.2).Items[0].Samples.ToArray());
        Assert.Throws<ArgumentException>(() => Epochs.Bins(0.1).Every(0.2));
    }

    [Fact]
    public void A_window_that_cuts_a_bin_is_an_error() =>
        Assert.Contains(
            "cuts a bin of 0.1 s in two at 0.25 s; bins end at 0.2 and 0.3 s", Signals.Message<ArgumentException>(() => Epochs.Bins(0.1).Window(0.25, 0.5)), StringComparison.Ordinal);

    [Fact]
    public void Only_a_bin_with_a_gap_is_missing()
    {
        double[] samples = [1, 2, double.NaN, 4, 5, 6];

        Assert.Equal([1.5, double.NaN, 5.5], Signals.Of(samples, 2, (0, "A")).Epochs("A", 0, 3).Bins(1).Items[0].Samples.ToArray());
    }
}
