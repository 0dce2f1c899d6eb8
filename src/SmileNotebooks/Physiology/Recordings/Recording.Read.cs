// All samples of a recording at once.
namespace SmileNotebooks;

public sealed partial record Recording
{
    /// <summary>Reads all samples of all channels. Where a file has the samples of its channels among each other it is read once, not once a channel.</summary>
    /// <returns>For each channel its samples, in its unit; NaN where nothing was recorded.</returns>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    public double[][] Read()
    {
        double[][] samples = [.. Channels.Select(channel => new double[checked((int)channel.SampleCount)])];
        foreach (IGrouping<InterleavedFile?, int> file in Enumerable.Range(0, samples.Length).GroupBy(index => (Channels[index].Source as InterleavedSamples)?.File))
        {
            if (file.Key is not null)
            {
                file.Key.ReadAll([.. file.Select(index => (InterleavedSamples)Channels[index].Source)], [.. file.Select(index => samples[index])]);
                continue;
            }

            foreach (int index in file)
            {
                Channels[index].Read(0, samples[index]);
            }
        }

        return samples;
    }
}
