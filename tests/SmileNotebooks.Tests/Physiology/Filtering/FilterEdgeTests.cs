// Gaps, ends, sizes and errors of filters.
namespace SmileNotebooks.Tests.Physiology.Filtering;

public class FilterEdgeTests
{
    private static readonly SosFilter Band = Butterworth.BandPass(4, 20, 450, 1000);
    private static readonly FirFilter Finite = Fir.BandPass(31, 20, 450, 1000);

    public static TheoryData<string> Filters => ["sections", "sections once", "finite", "finite once"];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Each_stretch_between_gaps_is_filtered_as_if_it_were_alone(string filter)
    {
        double[] whole = FilterOracle.Noise(500);
        Array.Fill(whole, double.NaN, 100, 30);
        whole[0] = whole[200] = whole[499] = double.NaN;

        double[] filtered = Apply(filter, whole);

        foreach ((int start, int end) in ((int, int)[])[(1, 100), (130, 200), (201, 499)])
        {
            Assert.Equal(Apply(filter, whole[start..end]), filtered[start..end]);
        }

        Assert.Equal(whole.Select(double.IsNaN), filtered.Select(double.IsNaN));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Nothing_gives_nothing_and_gaps_give_gaps(string filter)
    {
        Assert.Empty(Apply(filter, []));
        Assert.All(Apply(filter, [double.NaN, double.NaN, double.NaN]), value => Assert.True(double.IsNaN(value)));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void An_infinite_sample_is_named(string filter)
    {
        double[] samples = FilterOracle.Noise(100);
        samples[37] = double.NegativeInfinity;

        ArgumentException error = Assert.Throws<ArgumentException>(() => Apply(filter, samples));

        Assert.Contains("Sample 37 is -Infinity", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filters_are_linear_from_tiny_to_huge(string filter)
    {
        // Powers of two near 1e300 and 1e-290 scale without rounding, and tinier ones lose digits as all numbers do.
        double[] samples = FilterOracle.Noise(300);
        double[] filtered = Apply(filter, samples);
        double largest = filtered.Max(Math.Abs);
        foreach (double size in (double[])[Math.ScaleB(1, 996), Math.ScaleB(1, -963), 1e300, 1e-300])
        {
            double[] sized = Apply(filter, [.. samples.Select(value => value * size)]);
            Assert.All(sized.Zip(filtered), pair => Assert.Equal(pair.Second, pair.First / size, 1e-7 * largest));
        }
    }

    [Fact]
    public void What_dies_away_ends_in_zero()
    {
        double[] impulse = new double[100_000];
        impulse[0] = 1;

        Assert.Equal(0, Butterworth.LowPass(4, 8, 1000).Apply(impulse)[^1]);
    }

    [Fact]
    public void Samples_at_the_end_of_the_range_of_numbers_are_an_error()
    {
        double[] samples = [.. FilterOracle.Noise(300).Select(value => Math.CopySign(1.7e308, value))];

        Assert.Throws<OverflowException>(() => Band.ApplyZeroPhase(samples));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(1000)]
    public void A_low_pass_leaves_a_constant_as_it_is(int count)
    {
        double[] constant = [.. Enumerable.Repeat(3.7, count)];

        Assert.All(Butterworth.LowPass(4, 8, 1000).ApplyZeroPhase(constant), value => Assert.Equal(3.7, value, 1e-12));
        Assert.All(Butterworth.LowPass(3, 200, 1000).ApplyZeroPhase(constant), value => Assert.Equal(3.7, value, 1e-13));
        Assert.All(Fir.LowPass(51, 30, 1000).ApplyZeroPhase(constant), value => Assert.Equal(3.7, value, 1e-13));
        Assert.All(Butterworth.HighPass(4, 20, 1000).ApplyZeroPhase(constant), value => Assert.Equal(0, value, 1e-12));
        Assert.All(Notch.Design(50, 30, 1000).ApplyZeroPhase(constant), value => Assert.Equal(3.7, value, 1e-12));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(27)]
    public void Stretches_shorter_than_the_padding_are_extended_by_what_they_have(int count)
    {
        double[] filtered = Band.ApplyZeroPhase(FilterOracle.Noise(count));

        Assert.Equal(count, filtered.Length);
        Assert.All(filtered, value => Assert.InRange(value, -3, 3));
    }

    [Fact]
    public void Zero_phase_means_that_time_turned_round_gives_the_result_turned_round()
    {
        double[] samples = FilterOracle.Noise(4000);
        double[] turned = [.. Band.ApplyZeroPhase([.. samples.Reverse()]).Reverse()];

        // Away from the ends, where the start of the first pass tells its direction.
        Assert.All(Band.ApplyZeroPhase(samples)[1000..3000].Zip(turned[1000..3000]), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Cut_offs_beyond_Nyquist_are_told_with_rate_and_limit()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Butterworth.BandPass(4, 20, 450, 100));

        Assert.Contains("upper cut-off is 450 Hz", error.Message, StringComparison.Ordinal);
        Assert.Contains("sampling rate of 100 Hz allows at most 50 Hz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_designed_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => Butterworth.LowPass(4, 0, 1000));
        Assert.Throws<ArgumentException>(() => Butterworth.LowPass(4, 500, 1000));
        Assert.Throws<ArgumentException>(() => Butterworth.LowPass(4, double.NaN, 1000));
        Assert.Throws<ArgumentException>(() => Butterworth.BandPass(4, 50, 20, 1000));
        Assert.Throws<ArgumentException>(() => Butterworth.LowPass(4, 10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Butterworth.LowPass(0, 10, 1000));
        Assert.Throws<ArgumentException>(() => Notch.Design(50, 0, 1000));
        Assert.Throws<ArgumentException>(() => Notch.Design(600, 30, 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fir.HighPass(64, 20, 1000));
        Assert.Throws<ArgumentException>(() => new SosFilter([]));
        Assert.Throws<ArgumentException>(() => new SosFilter([new(1, 0, 0, -2.1, 1)]));
        Assert.Throws<ArgumentException>(() => new FirFilter([1, double.NaN]));
    }

    [Fact]
    public void A_cut_off_so_low_that_its_poles_are_lost_to_rounding_is_an_error()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Butterworth.LowPass(2, 1e-14, 1000));

        Assert.Contains("within the unit circle", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_of_the_same_sections_are_equal()
    {
        Assert.Equal(Band, Butterworth.BandPass(4, 20, 450, 1000));
        Assert.NotEqual(Band, Butterworth.BandPass(4, 20, 400, 1000));
    }

    private static double[] Apply(string filter, double[] samples) => filter switch
    {
        "sections" => Band.ApplyZeroPhase(samples),
        "sections once" => Band.Apply(samples),
        "finite" => Finite.ApplyZeroPhase(samples),
        _ => Finite.Apply(samples),
    };
}
