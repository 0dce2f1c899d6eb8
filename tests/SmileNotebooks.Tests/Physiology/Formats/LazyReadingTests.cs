// Samples are read from files when they are asked for, whatever the shape of the file.
using SmileNotebooks.Tests.Physiology.Formats.BrainVision;
using SmileNotebooks.Tests.Physiology.Formats.Edf;

namespace SmileNotebooks.Tests.Physiology.Formats;

public sealed class LazyReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(7, 900)]
    [InlineData(20_000, 4)]
    public void Any_stretch_of_a_channel_is_that_part_of_the_whole(int perRecord, int records)
    {
        short[] samples = Samples(perRecord * records);
        byte[] bytes = new EdfBytes(SignalBytes.Of("a", perRecord, samples), SignalBytes.Of("b", perRecord, [.. samples.Reverse()])).ToArray();
        RequireStretches(Recording.Load(_folder.Write("a.edf", bytes)), [.. samples.Select(sample => (double)sample)], 1);
    }

    [Theory]
    [InlineData("MULTIPLEXED")]
    [InlineData("VECTORIZED")]
    public void Any_stretch_of_a_long_BrainVision_file_is_that_part_of_the_whole(string orientation)
    {
        short[] samples = Samples(200_000);
        short[] other = [.. samples.Reverse()];
        short[] stored = orientation == "VECTORIZED" ? [.. samples, .. other] : [.. samples.Zip(other).SelectMany(pair => new[] { pair.First, pair.Second })];
        byte[] bytes = [.. stored.SelectMany(sample => new[] { (byte)sample, (byte)(sample >> 8) })];
        string path = new BrainVisionLines { Samples = bytes, Common = [$"DataOrientation={orientation}", "NumberOfChannels=2", "SamplingInterval=1000"] }.Write(_folder);
        RequireStretches(Recording.Load(path), [.. samples.Select(sample => sample * 0.5)], 2);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(long.MaxValue, 2)]
    public void A_stretch_beyond_the_channel_is_named(long start, int count) =>
        Assert.StartsWith(
            $"{count} samples from sample {start} on of channel a were asked for, expected a stretch within 0 until 3.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Channel("a", "", 10, new double[3]).Read(start, count)).Message);

    [Fact]
    public void Gigabytes_are_opened_and_looked_into_without_being_read()
    {
        byte[] bytes = new EdfBytes([.. Enumerable.Range(0, 32).Select(i => SignalBytes.Of($"c{i}", 2000, new short[2000]))]).ToArray();
        string path = _folder.Write("a.edf", bytes);
        const int Records = 25_000;
        using (FileStream file = new(path, FileMode.Open))
        {
            // Sparse: it takes no room.
            file.SetLength((256 * 33) + (Records * 128_000L));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Recording recording = Recording.Load(path);
        double[] last = recording["c31"].Read((Records * 2000L) - 5, 5);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Equal(new double[5], last);
        Assert.Equal(Records, recording.Duration);
    }

    [Fact]
    public void Channels_of_memory_and_of_files_are_read_together()
    {
        Recording file = Recording.Load(MneOracle.PathOf("edf", "plus.edf"));
        Recording mixed = new(new Channel("memory", "", 1, new[] { 1.0, 2 }), file.Channels[1], file.Channels[0] with { Name = "renamed" });
        double[][] read = mixed.Read();
        Assert.Equal([1, 2], read[0]);
        Assert.Equal(file.Channels[1].Read(), read[1]);
        Assert.Equal(file.Channels[0].Read(), read[2]);
    }

    private static short[] Samples(int count)
    {
        RandomStream random = new(77);
        short[] samples = new short[count];
        for (int i = 0; i < count; i++)
        {
            samples[i] = (short)(random.NextInt(65536) - 32768);
        }

        return samples;
    }

    private static void RequireStretches(Recording recording, double[] expected, ulong seed)
    {
        Assert.Equal(expected, recording.Channels[0].Read());
        Assert.Equal(expected, recording.Read()[0]);
        RandomStream random = new(seed);
        for (int i = 0; i < 200; i++)
        {
            int start = random.NextInt(expected.Length + 1);
            int count = Math.Min(random.NextInt(i % 2 == 0 ? 50 : expected.Length), expected.Length - start);
            Assert.Equal(expected[start..(start + count)], recording.Channels[0].Read(start, count));
        }
    }
}
