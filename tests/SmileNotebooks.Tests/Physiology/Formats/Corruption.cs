// Files damaged by chance, with a seed.
namespace SmileNotebooks.Tests.Physiology.Formats;

internal static class Corruption
{
    /// <summary>Damages files many times, opens each and reads of it what a person would. Any exception but a <see cref="RecordingException"/> ends the test.</summary>
    /// <param name="sources">Sound files.</param>
    /// <param name="write">Writes a file where the format finds it, and gives the path to open.</param>
    /// <param name="format">The format.</param>
    /// <param name="count">How many times.</param>
    /// <returns>How many of them could still be read.</returns>
    public static int Survivors(byte[][] sources, Func<byte[], string> write, RecordingFormat format, int count)
    {
        RandomStream random = new(20260101);
        int survivors = 0;
        for (int i = 0; i < count; i++)
        {
            try
            {
                Recording recording = Recording.Load(write(Damaged(sources[random.NextInt(sources.Length)], ref random)), format);
                foreach (Channel channel in recording.Channels)
                {
                    channel.Read(0, (int)Math.Min(channel.SampleCount, 1000));
                    channel.Read(Math.Max(0, channel.SampleCount - 10), (int)Math.Min(channel.SampleCount, 10));
                }

                survivors++;
            }
            catch (RecordingException exception)
            {
                Assert.NotEmpty(exception.Expected);
            }
        }

        return survivors;
    }

    private static byte[] Damaged(byte[] source, ref RandomStream random)
    {
        byte[] bytes = [.. source];
        int changes = 1 + random.NextInt(6);
        for (int i = 0; i < changes; i++)
        {
            // Most of the damage goes where it hurts: to digits, signs and blanks of the header.
            int at = random.NextInt(random.NextInt(4) == 0 ? bytes.Length : Math.Min(bytes.Length, 1600));
            bytes[at] = random.NextInt(3) == 0 ? (byte)random.NextInt(256) : "0123456789-+., eE\0\n=X"u8[random.NextInt(21)];
        }

        return random.NextInt(5) == 0 ? bytes[..random.NextInt(bytes.Length)] : bytes;
    }
}
