using SmileNotebooks.Tests.Statistics;

namespace SmileNotebooks.Tests.Physiology;

public class BioSppyBurstTests
{
    [Fact]
    public void One_threshold_on_the_mean_amplitude_is_that_of_Hodges_and_Bui()
    {
        EmgBursts bursts = Signal("noise").Onsets(new DoubleThresholdOnsets
        {
            Threshold = 3, OffsetThreshold = 3, Smoothing = 0.051, Baseline = (0.1, 0.3), MinimumDuration = 0, MinimumGap = 0,
        });

        // The list of BioSPPy has the last sample before an onset.
        Assert.Equal(Indices("hodges_bui"), bursts.SelectMany(burst => new[] { burst.OnsetSample - 1, burst.OffsetSample }));
    }

    [Fact]
    public void A_threshold_on_the_energy_is_that_of_Solnik()
    {
        EmgBursts bursts = Signal("sine").Onsets(new TeagerKaiserOnsets
        {
            Threshold = 8, OffsetThreshold = 8, Smoothing = 0, Baseline = (0.02, 0.22), MinimumDuration = 0.02, MinimumGap = 0.02,
        });
        Assert.Equal(Indices("solnik"), bursts.SelectMany(burst => new[] { burst.OnsetSample, burst.OffsetSample }));
    }

    [Fact]
    public void Ten_of_ten_sums_above_the_threshold_are_those_of_Bonato()
    {
        EmgBursts bursts = Signal("sine").Onsets(new BonatoOnsets
        {
            Window = 10, Exceedances = 10, FalseAlarm = Math.Exp(-25.0 / 2 * 10), WhiteningOrder = 0, Baseline = (0.02, 0.22), MinimumDuration = 0.02, MinimumGap = 0.02,
        });
        Assert.Equal(25, bursts.Threshold / (bursts.BaselineSd * bursts.BaselineSd), 1e-9);
        Assert.Equal(Indices("bonato"), bursts.SelectMany(burst => new[] { burst.OnsetSample, burst.OffsetSample }));
    }

    private static EmgSignal Signal(string name) => new(Table($"{name}-bursts.csv").Numbers("x"), 1000);

    private static IEnumerable<int> Indices(string detector)
    {
        OracleTable table = Table("biosppy.csv");
        int row = table.Rows.Single(row => table.Text(row, "detector") == detector);
        return table.Text(row, "indices").Split(' ').Select(int.Parse);
    }

    private static OracleTable Table(string file) => OracleTable.ReadPath(Repository.PathOf("tests", "oracles", "physiology", "emg", file));
}
