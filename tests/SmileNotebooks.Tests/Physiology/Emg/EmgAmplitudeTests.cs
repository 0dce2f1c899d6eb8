using SmileNotebooks.Tests.Statistics;

namespace SmileNotebooks.Tests.Physiology;

public class EmgAmplitudeTests
{
    private static readonly OracleTable Oracle = OracleTable.ReadPath(Repository.PathOf("tests", "oracles", "physiology", "emg", "amplitudes.csv"));

    [Fact]
    public void Amplitudes_are_those_of_NumPy_and_SciPy()
    {
        double[] x = Oracle.Numbers("x");
        AssertClose(Oracle.Numbers("rms"), EmgAmplitude.Rms(x, 400, 0.05));
        AssertClose(Oracle.Numbers("mean"), EmgAmplitude.MovingAverage(EmgAmplitude.Rectify(x), 400, 0.05));
        AssertClose(Oracle.Numbers("envelope"), EmgAmplitude.Envelope(x, 400));
        AssertClose(Oracle.Numbers("integrated"), EmgAmplitude.Integrated(x, 400));
        AssertClose(Oracle.Numbers("energy"), EmgAmplitude.TeagerKaiser(x));
    }

    [Theory]
    [InlineData(1000, 0.05, 51)]
    [InlineData(1000, 0.051, 51)]
    [InlineData(1000, 0.0529, 53)]
    [InlineData(2048, 0.1, 205)]
    [InlineData(100, 0.05, 5)]
    [InlineData(100, 0.001, 1)]
    public void A_window_is_the_nearest_odd_number_of_samples_of_the_true_rate(double rate, double seconds, int samples) =>
        Assert.Equal(samples, EmgAmplitude.WindowLength(rate, seconds));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(50)]
    public void A_window_shrinks_to_the_samples_that_there_are(int count)
    {
        double[] x = [.. Enumerable.Range(0, count).Select(i => (double)(i * i))];
        foreach (int half in new[] { 0, 1, 3, 24, 25, 60 })
        {
            double[] means = EmgAmplitude.MovingAverage(x, 1, (2 * half) + 1);
            double[] expected = [.. Enumerable.Range(0, count).Select(i => x[Math.Max(0, i - half)..Math.Min(count, i + half + 1)].Average())];
            AssertClose(expected, means);
        }
    }

    [Fact]
    public void An_artefact_leaves_no_trace_once_its_window_is_past()
    {
        double[] clean = SimulatedEmg.Noise(3000, 1000, 1);
        double[] hit = [.. clean];
        hit[1500] = 1e44;
        double[] expected = EmgAmplitude.Rms(clean, 1000, 0.05);
        double[] actual = EmgAmplitude.Rms(hit, 1000, 0.05);
        for (int i = 0; i < clean.Length; i++)
        {
            Assert.True(Math.Abs(i - 1500) <= 25 ? actual[i] > 1e42 : actual[i] == expected[i], $"sample {i}");
        }
    }

    [Fact]
    public void Ten_million_samples_do_not_make_sums_drift()
    {
        double[] x = new double[10_000_000];
        RandomStream random = new(4);
        foreach (ref double value in x.AsSpan())
        {
            value = 1 + random.NextDouble();
        }

        double[] means = EmgAmplitude.MovingAverage(x, 1000, 0.101);
        Assert.Equal(x[^151..^50].Sum() / 101, means[^101], 1e-14);

        double[] tenth = new double[10_000_000];
        Array.Fill(tenth, 0.1);
        Assert.Equal(1e3, EmgAmplitude.Integrated(tenth, 1000)[^1], 1e-9);
    }

    [Fact]
    public void A_gap_stays_a_gap_and_its_neighbours_use_what_is_there()
    {
        double[] x = [1, 2, double.NaN, 4, -6, double.NaN, double.NaN, 3];
        Assert.Equal([1, 2, double.NaN, 4, 6, double.NaN, double.NaN, 3], EmgAmplitude.Rectify(x));
        Assert.Equal([1.5, 1.5, double.NaN, -1, -1, double.NaN, double.NaN, 3], EmgAmplitude.MovingAverage(x, 1, 3));
        Assert.Equal([1, 3, double.NaN, 7, 13, double.NaN, double.NaN, 16], EmgAmplitude.Integrated(x, 1));
        Assert.All(EmgAmplitude.TeagerKaiser(x), energy => Assert.True(double.IsNaN(energy)));
        Assert.Equal(x.Select(double.IsNaN), EmgAmplitude.Envelope(x, 100).Select(double.IsNaN));
        Assert.Equal(3, EmgAmplitude.Envelope(x, 100)[^1], 1e-12);
    }

    [Fact]
    public void The_integral_begins_anew_where_it_is_told_to()
    {
        double[] x = [1, -1, 1, 1, 1, 1, 1];
        Assert.Equal([0.1, 0.2, 0.3, 0.1, 0.2, 0.3, 0.1], EmgAmplitude.Integrated(x, 10, 0.3), Near);
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], EmgAmplitude.Integrated(x, 10), Near);
    }

    [Fact]
    public void Bins_hold_the_integral_over_their_whole_length()
    {
        double[] x = [1, -1, 3, 3, double.NaN, 4, double.NaN, double.NaN, 5];
        Assert.Equal([0.2, 0.6, 0.8, double.NaN, 1.0], EmgAmplitude.IntegratedBins(x, 10, 0.2), Near);
        EmgSignal bins = new EmgSignal(x, 10).IntegratedBins(0.2);
        Assert.Equal(5, bins.SamplingRate);
        Assert.Equal("mV·s", bins.Unit);
        Assert.Contains("1 of 5 without enough samples", bins.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_energy_of_a_sine_is_constant()
    {
        double[] x = [.. Enumerable.Range(0, 100).Select(i => 3 * Math.Sin((0.7 * i) + 0.2))];
        Assert.All(EmgAmplitude.TeagerKaiser(x), energy => Assert.Equal(9 * Math.Sin(0.7) * Math.Sin(0.7), energy, 1e-13));
    }

    [Fact]
    public void An_envelope_is_never_negative_and_says_where_it_would_be()
    {
        double[] x = new double[2000];
        Array.Fill(x, 1, 900, 200);
        EmgSignal envelope = new EmgSignal(x, 1000).Envelope();
        Assert.All(envelope.Samples.ToArray(), value => Assert.True(value >= 0));
        Assert.Contains($"{envelope.Samples.Span.Count(0.0):#,0} samples at 0", envelope.ToString(), StringComparison.Ordinal);
        Assert.True(envelope.IsAmplitude);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(1000)]
    [InlineData(2048)]
    public void A_cut_off_is_hertz_of_the_true_rate(double rate)
    {
        // The step response of a zero-phase low-pass crosses a half at the step and rises within a time that the cut-off sets, whatever the rate.
        double[] step = new double[(int)(4 * rate)];
        Array.Fill(step, 1, step.Length / 2, step.Length / 2);
        double[] envelope = EmgAmplitude.Envelope(step, rate);
        double first = Array.FindIndex(envelope, value => value > 0.1) / rate;
        double last = Array.FindIndex(envelope, value => value > 0.9) / rate;
        Assert.Equal(0.056, last - first, 0.002);
    }

    [Fact]
    public void Huge_and_tiny_samples_give_their_amplitude_or_an_error()
    {
        Assert.Equal([3e-300, 3e-300], EmgAmplitude.Rms([3e-300, -3e-300], 1, 3), (a, b) => Math.Abs(a - b) < 1e-312);
        Assert.Equal([1e300, 1e300], EmgAmplitude.MovingAverage([1e300, 1e300], 1, 3));
        Assert.Equal("Sample 1 is -1E+300, expected a magnitude of at most 1e+150, or NaN for a gap. (Parameter 'samples')", Message(() => EmgAmplitude.Rms([1, -1e300], 1, 3)));
        Assert.Equal("Sample 2 is Infinity, expected a finite number, or NaN for a gap. (Parameter 'samples')", Message(() => EmgAmplitude.Rectify([double.NaN, 1, double.PositiveInfinity])));
    }

    [Fact]
    public void An_empty_signal_gives_an_empty_one_and_a_missing_one_a_missing_one()
    {
        Assert.Empty(EmgAmplitude.Rectify([]));
        Assert.Empty(EmgAmplitude.Rms([], 1000, 0.05));
        Assert.Empty(EmgAmplitude.Envelope([], 1000));
        Assert.Empty(EmgAmplitude.Integrated([], 1000));
        Assert.Empty(EmgAmplitude.IntegratedBins([], 1000, 1));
        Assert.Empty(EmgAmplitude.TeagerKaiser([]));
        Assert.Equal([double.NaN, double.NaN], EmgAmplitude.Rms([double.NaN, double.NaN], 1000, 0.05));
        Assert.Equal([double.NaN], EmgAmplitude.IntegratedBins([double.NaN, double.NaN], 1000, 1));
    }

    [Fact]
    public void Settings_out_of_their_range_are_named()
    {
        Assert.Equal("The window is 0 s, expected a positive number. (Parameter 'window')", Message(() => EmgAmplitude.Rms([1], 1000, 0)));
        Assert.Equal("The sampling rate is NaN Hz, expected a positive number. (Parameter 'samplingRate')", Message(() => EmgAmplitude.Rms([1], double.NaN, 1)));
        Assert.Equal("A bin of 0.0001 s is shorter than a sample at 1000 Hz. (Parameter 'bin')", Message(() => EmgAmplitude.IntegratedBins([1], 1000, 0.0001)));
        Assert.Contains("is an amplitude (rectified), but the Teager-Kaiser operator", Message(() => new EmgSignal(new double[5], 10).Rectify().TeagerKaiser()), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_and_units_are_told()
    {
        EmgSignal signal = new(new double[] { 1, -2, 3, -4, 5, -6 }, 100, "corrugator");
        Assert.Equal("corrugator: 6 samples at 100 Hz, mV; rectified; mean over 50 ms", signal.Rectify().MovingAverage().ToString());
        Assert.Equal("corrugator: 6 samples at 100 Hz, mV·s; integrated, from 0 again every 2 s", signal.Integrated(2).ToString());
        Assert.Equal("mV²", signal.TeagerKaiser().Unit);
        EmgSignal rectified = signal.Rectify();
        Assert.Same(rectified, rectified.Rectify());
    }

    private static bool Near(double expected, double actual) => expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-15;

    private static string Message(Func<object> work) => Assert.ThrowsAny<ArgumentException>(work).Message;

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-12 * scale, $"sample {i}: expected {expected[i]:R}, was {actual[i]:R}");
        }
    }
}
