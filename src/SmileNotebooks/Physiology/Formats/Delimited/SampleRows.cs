// Writes channels as rows of numbers.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Writes the samples of channels of one rate, a row for each moment, in memory that does not grow with the recording.</summary>
internal static class SampleRows
{
    private const int Block = 4096;

    // The longest double in its fewest digits, -2.2250738585072014E-308, and a delimiter.
    private const int LongestField = 32;

    /// <summary>Checks that channels can stand beside each other as columns.</summary>
    /// <exception cref="RecordingException">They differ in rate or length.</exception>
    public static void Check(string path, Recording recording)
    {
        Channel first = recording.Channels[0];
        if (recording.Channels.FirstOrDefault(channel => channel.SamplingRate != first.SamplingRate || channel.SampleCount != first.SampleCount) is { } other)
        {
            throw new RecordingException(path, null, $"channels that differ ({first}; {other})", "channels of one rate and length, which are the columns of a table; EDF holds others");
        }
    }

    /// <summary>Writes the rows.</summary>
    /// <param name="file">Receives them.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="recording">Channels of one rate and length.</param>
    /// <param name="delimiter">Between the columns.</param>
    /// <param name="timed">Whether the first column is the time of each row in seconds.</param>
    /// <exception cref="RecordingException">A value is infinite, or beyond what readers take for a measurement.</exception>
    public static void Write(Stream file, string path, Recording recording, byte delimiter, bool timed)
    {
        Channel[] channels = [.. recording.Channels];
        long count = channels[0].SampleCount;
        double[][] samples = [.. channels.Select(_ => new double[(int)Math.Min(Block, count)])];
        byte[] row = new byte[LongestField * (channels.Length + 1)];
        for (long start = 0; start < count; start += Block)
        {
            int length = (int)Math.Min(Block, count - start);
            for (int channel = 0; channel < channels.Length; channel++)
            {
                channels[channel].Read(start, samples[channel].AsSpan(0, length));
            }

            for (int index = 0; index < length; index++)
            {
                int at = timed ? Append(row, 0, (start + index) / channels[0].SamplingRate, delimiter) : 0;
                for (int channel = 0; channel < channels.Length; channel++)
                {
                    double value = samples[channel][index];
                    if (Math.Abs(value) > TextLayout.DefaultLimit)
                    {
                        throw new RecordingException(
                            path, FormattableString.Invariant($"channel {channels[channel].Name}, sample {start + index}"), FormattableString.Invariant($"the value {value:R}"), "values up to 1e30, or NaN");
                    }

                    at = Append(row, at, value, delimiter);
                }

                row[at - 1] = (byte)'\n';
                file.Write(row, 0, at);
            }
        }
    }

    private static int Append(byte[] row, int at, double value, byte delimiter)
    {
        int written = 3;
        if (double.IsNaN(value))
        {
            "n/a"u8.CopyTo(row.AsSpan(at));
        }
        else
        {
            value.TryFormat(row.AsSpan(at), out written, default, CultureInfo.InvariantCulture);
        }

        row[at + written] = delimiter;
        return at + written + 1;
    }
}
