// Filters, resampling and spectra against SciPy.
namespace SmileNotebooks.Tests.Physiology.Filtering;

public class FilterOracleTests
{
    private const double Rate = 1000;

    [Fact]
    public void Butterworth_filters_match_SciPy_there_and_back() => Match("zero", row => Butterworth(row).ApplyZeroPhase(row.Samples()));

    [Fact]
    public void Butterworth_filters_match_SciPy_in_one_pass() => Match("once", row => Butterworth(row).Apply(row.Samples()));

    [Fact]
    public void Butterworth_sections_match_SciPy_in_order_and_pairing() => Match(
        "sections", row => [.. Butterworth(row).Sections.SelectMany(one => (double[])[one.B0, one.B1, one.B2, 1, one.A1, one.A2])]);

    [Fact]
    public void Responses_match_SciPy() => Match(
        "response", row => [.. Butterworth(row).Response(row.Integer("count")).Values.SelectMany(value => (double[])[value.Real, value.Imaginary])]);

    [Fact]
    public void Notches_match_SciPy() => Match("notch", row => Notch.Design(row.Number("frequency"), row.Number("quality"), Rate).ApplyZeroPhase(row.Samples()));

    [Fact]
    public void Coefficients_by_window_match_SciPy() => Match("fir", row => Finite(row).Coefficients);

    [Fact]
    public void Finite_filters_match_SciPy_in_one_pass() => Match("fir-once", row => Finite(row).Apply(row.Samples()));

    [Fact]
    public void Finite_filters_match_SciPy_there_and_back() => Match("fir-zero", row => Finite(row).ApplyZeroPhase(row.Samples()), 1);

    [Fact]
    public void Detrending_matches_SciPy() => Match(
        "detrend",
        row => Detrending.Apply([.. row.Samples().Select((value, index) => value + 5 + (0.01 * index))], row.Text("kind") == "linear" ? Trend.Linear : Trend.Constant),
        scale: 5);

    [Fact]
    public void Resampling_by_the_spectrum_matches_SciPy() => Match("fourier", row => Resampling.Fourier(row.Samples(), row.Integer("count")));

    [Fact]
    public void Resampling_by_phases_matches_SciPy() => Match("polyphase", row => Resampling.Polyphase(row.Samples(), row.Integer("up"), row.Integer("down")));

    [Fact]
    public void Decimation_matches_SciPy() => Match("decimate", row => Resampling.Decimate(row.Samples(), row.Integer("factor")));

    [Fact]
    public void Welch_spectra_match_SciPy() => Match("welch", row => Welch.Of(row.Samples(), Rate, new WelchOptions
    {
        SegmentLength = row.Integer("length"),
        Overlap = row.Integer("overlap") < 0 ? null : row.Integer("overlap"),
        Window = Window(row),
    }).Density);

    [Fact]
    public void Periodograms_match_SciPy() => Match("periodogram", row => Welch.Periodogram(row.Samples(), Rate).Density, scale: 1e-3);

    [Fact]
    public void A_real_recording_matches_SciPy_after_band_pass_notch_and_envelope()
    {
        string[] lines = File.ReadAllLines(SharedData.PathOf("data", "countenance", "femg_raw_exported_sample.txt"));
        int start = Array.FindIndex(lines, line => line.StartsWith("CH1,", StringComparison.Ordinal)) + 2;
        Match("recording", row =>
        {
            double[] samples = [.. lines.Skip(start).Select(line => line.Split(',')).Where(cells => cells.Length > 11)
                .Select(cells => double.Parse(cells[row.Integer("column")], System.Globalization.CultureInfo.InvariantCulture))];
            double[] clean = Notch.Design(50, 30, Rate).ApplyZeroPhase(SmileNotebooks.Butterworth.BandPass(4, 20, 450, Rate).ApplyZeroPhase(samples));
            return SmileNotebooks.Butterworth.LowPass(4, 8, Rate).ApplyZeroPhase([.. clean.Select(Math.Abs)]);
        });
    }

    private static void Match(string operation, Func<FilterOracle, IReadOnlyList<double>> compute, double scale = 0)
    {
        foreach (FilterOracle row in FilterOracle.Of(operation))
        {
            row.Match(compute(row), scale);
        }
    }

    private static SosFilter Butterworth(FilterOracle row)
    {
        (int order, double low, double high) = (row.Integer("order"), row.Number("low"), row.Number("high"));
        return row.Text("kind") switch
        {
            "low" => SmileNotebooks.Butterworth.LowPass(order, low, Rate),
            "high" => SmileNotebooks.Butterworth.HighPass(order, low, Rate),
            "band" => SmileNotebooks.Butterworth.BandPass(order, low, high, Rate),
            _ => SmileNotebooks.Butterworth.BandStop(order, low, high, Rate),
        };
    }

    private static FirFilter Finite(FilterOracle row)
    {
        (int taps, double low, double high) = (row.Integer("taps"), row.Number("low"), row.Number("high"));
        return row.Text("kind") switch
        {
            "low" => Fir.LowPass(taps, low, Rate, Window(row)),
            "high" => Fir.HighPass(taps, low, Rate, Window(row)),
            "band" => Fir.BandPass(taps, low, high, Rate, Window(row)),
            _ => Fir.BandStop(taps, low, high, Rate, Window(row)),
        };
    }

    private static TaperWindow Window(FilterOracle row) => row.Text("window") switch
    {
        "hamming" => TaperWindow.Hamming,
        "hann" => TaperWindow.Hann,
        "blackman" => TaperWindow.Blackman,
        _ => TaperWindow.Kaiser(6.5),
    };
}
