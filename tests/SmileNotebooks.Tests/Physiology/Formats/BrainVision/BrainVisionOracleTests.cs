// BrainVision against MNE.
namespace SmileNotebooks.Tests.Physiology.Formats.BrainVision;

public sealed class BrainVisionOracleTests
{
    public static TheoryData<string> Files => ["multiplexed.vhdr", "vectorized.vhdr", "wide.vhdr"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_sample_is_the_number_that_MNE_reads(string file)
    {
        Recording recording = Recording.Load(MneOracle.PathOf("brainvision", file));
        double[][] all = recording.Read();
        string[][] rows = [.. MneOracle.Rows("brainvision", "samples.tsv").Where(row => row[0] == file)];
        Assert.Equal(rows.Select(row => row[1]), recording.Channels.Select(channel => channel.Name));
        foreach ((string[] row, int index) in rows.Select((row, index) => (row, index)))
        {
            Channel channel = recording.Channels[index];
            Assert.Equal(MneOracle.Number(row[2]), channel.SamplingRate);
            double[] expected = MneOracle.Numbers(row[3]);
            double[] samples = channel.Read();
            Assert.Equal(samples, all[index]);
            Assert.Equal(expected.Length, samples.Length);
            for (int i = 0; i < samples.Length; i++)
            {
                // MNE multiplies by resolution times unit at once, we by the resolution and the test by the unit: two roundings.
                Assert.True(Math.Abs((samples[i] * MneOracle.Volts(channel.Unit)) - expected[i]) <= 4e-16 * Math.Abs(expected[i]), $"{channel.Name}, sample {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Events_are_the_markers_that_MNE_reads(string file)
    {
        Recording recording = Recording.Load(MneOracle.PathOf("brainvision", file));
        string[][] rows = [.. MneOracle.Rows("brainvision", "events.tsv").Where(row => row[0] == file)];
        Assert.Equal(rows.Length, recording.Events.Length);
        foreach ((string[] row, RecordingEvent one) in rows.Zip(recording.Events))
        {
            (string type, string label) = (row[3].Split('/')[0], row[3].Split('/')[1]);
            Assert.Equal((type, label.Length == 0 ? type : label), (one.Fields["type"], one.Label));

            // MNE rounds onsets to microseconds and lets a marker of one sample last as long; here it is a moment.
            Assert.Equal(MneOracle.Number(row[1]), one.Onset, 6);
            double duration = MneOracle.Number(row[2]);
            Assert.Equal(duration <= 1 / recording.Channels[0].SamplingRate ? 0 : duration, one.Duration, 12);
        }
    }
}
