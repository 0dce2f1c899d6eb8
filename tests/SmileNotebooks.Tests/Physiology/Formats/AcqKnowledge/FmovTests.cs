using System.Globalization;

namespace SmileNotebooks.Tests;

/// <summary>The recordings of the experiment FMOV, and its authors' own value of each event.</summary>
public sealed class FmovTests
{
    [Fact]
    public void All_21_recordings_are_read_with_12_events_each()
    {
        RecordingSet recordings = Recording.LoadAll(SharedData.PathOf("data", "fmov"), AcqKnowledgeText.Fmov);

        Assert.Equal(21, recordings.Count);
        foreach (Recording recording in recordings)
        {
            Assert.Equal(8, recording.Channels.Length);
            Assert.All(recording.Channels, channel => Assert.Equal(100, channel.SamplingRate));
            Assert.Equal(["Angry", "Happy", "Neutral"], recording.Events.Select(one => one.Label).Distinct().Order());
            Assert.All(recording.Events.CountBy(one => one.Label), label => Assert.Equal(4, label.Value));
            Assert.Empty(recording.Remarks);
            Assert.Null(recording.Simulated);
        }
    }

    [Fact]
    public void The_first_recording_has_the_samples_of_its_file()
    {
        Recording recording = Recording.Load(SharedData.PathOf("data", "fmov", "raw", "09_FMOV_preprocessed.txt"), AcqKnowledgeText.Fmov);

        Assert.Equal("09", recording.Participant);
        Assert.Equal(["skin conductance", "zygomaticus raw", "corrugator raw", "zygomaticus", "corrugator", "Angry", "Happy", "Neutral"], recording.Channels.Select(one => one.Name));
        Assert.All(recording.Channels, channel => Assert.Equal(26523, channel.SampleCount));
        Assert.Equal([5.16251E-06, 5.60058E-05], recording["zygomaticus"].Read(0, 2));
        Assert.Equal(0.000222342, recording["corrugator"].Read(26522, 1)[0]);
    }

    [Theory]
    [InlineData("zygomaticus", "ZygomaticEventData.csv")]
    [InlineData("corrugator", "CorrugatorEventData.csv")]
    public void Log_ratios_after_the_falling_edge_are_those_of_the_authors(string channel, string file)
    {
        string folder = SharedData.PathOf("data", "fmov");
        var expected = File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','))
            .GroupBy(cells => int.Parse(cells[0], CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.ToDictionary(cells => (cells[2].Trim('"'), int.Parse(cells[1], CultureInfo.InvariantCulture)), cells => double.Parse(cells[3], CultureInfo.InvariantCulture)));

        int compared = 0;
        foreach (Recording recording in Recording.LoadAll(folder, AcqKnowledgeText.Fmov))
        {
            double[] samples = recording[channel].Read();
            foreach (var label in recording.Events.GroupBy(one => one.Label))
            {
                foreach ((int index, RecordingEvent stimulus) in label.Index())
                {
                    double authors = expected[int.Parse(recording.Participant, CultureInfo.InvariantCulture)][(label.Key, index + 1)];
                    Assert.Equal(authors, LogRatio(samples, (int)Math.Round(stimulus.Onset * 100)), 1e-12);
                    compared++;
                }
            }
        }

        Assert.Equal(252, compared);
    }

    // The recipe of the authors' script: every 10th sample from -2 s on, relative to the mean of the 20 bins before the stimulus, mean of bins 40 to 60 counted from 1.
    private static double LogRatio(double[] samples, int onset)
    {
        double[] bins = [.. Enumerable.Range(0, 80).Select(bin => samples[onset - 200 + (10 * bin)])];
        double baseline = bins[..20].Average();
        return Math.Log(bins[39..60].Select(bin => bin / baseline).Average());
    }
}
