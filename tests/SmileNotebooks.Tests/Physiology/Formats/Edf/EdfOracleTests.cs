// EDF and BDF against MNE.
namespace SmileNotebooks.Tests.Physiology.Formats.Edf;

public sealed class EdfOracleTests
{
    public static TheoryData<string> Files => ["plus.edf", "unclosed.edf", "longer.edf", "status.bdf", "paused.edf", "plus.bdf"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_sample_is_the_number_that_MNE_reads(string file)
    {
        Recording recording = Recording.Load(MneOracle.PathOf("edf", file));
        double[][] all = recording.Read();
        string[][] rows = [.. MneOracle.Rows("edf", "samples.tsv").Where(row => row[0] == file)];
        Assert.Equal(rows.Select(row => row[1]), recording.Channels.Select(channel => channel.Name));
        foreach ((string[] row, int index) in rows.Select((row, index) => (row, index)))
        {
            Channel channel = recording.Channels[index];
            Assert.Equal(MneOracle.Number(row[2]), channel.SamplingRate);
            double[] samples = channel.Read();
            Assert.Equal(samples, all[index]);
            double[] volts = [.. samples.Where(sample => !double.IsNaN(sample)).Select(sample => channel.Name == "Status" ? (int)sample & 0x1ffff : sample * MneOracle.Volts(channel.Unit))];
            Assert.Equal(MneOracle.Numbers(row[3]), volts);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Events_are_those_that_MNE_finds(string file)
    {
        Recording recording = Recording.Load(MneOracle.PathOf("edf", file));
        string[][] rows = [.. MneOracle.Rows("edf", "events.tsv").Where(row => row[0] == file)];
        Assert.Equal(rows.Select(row => row[3]), recording.Events.Select(one => one.Label));
        foreach ((string[] row, RecordingEvent one) in rows.Zip(recording.Events))
        {
            Assert.Equal(MneOracle.Number(row[1]), one.Onset, 12);
            Assert.Equal(MneOracle.Number(row[2]), one.Duration, 12);
        }
    }
}
