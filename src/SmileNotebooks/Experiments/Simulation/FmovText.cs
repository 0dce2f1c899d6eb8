// Recordings as text in the layout of the real study: eight columns, tabulators, no heading, a tabulator at the end of each line.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Writes what <c>AcqKnowledgeText.Fmov</c> reads.</summary>
internal static class FmovText
{
    private static readonly string[] s_muscles = ["zygomaticus", "corrugator"];
    private static readonly string[] s_triggers = ["Angry", "Happy", "Neutral"];

    private const int SamplingRate = 100;
    private const int Flush = 1 << 16;

    // G15 of any double, and a tabulator, are shorter.
    private const int LongestNumber = 32;

    /// <exception cref="ArgumentException">Other muscles, conditions or another rate than the layout has.</exception>
    public static void RequireLayoutOf(MimicryExperiment experiment)
    {
        string[] muscles = [.. experiment.Muscles.Select(muscle => muscle.Name)];
        string[] triggers = [.. SimulatedRecording.TriggersOf(experiment)];
        if (!muscles.SequenceEqual(s_muscles) || !triggers.SequenceEqual(s_triggers) || experiment.SamplingRate != SamplingRate)
        {
            throw new ArgumentException(
                $"The experiment has the muscles {string.Join(", ", muscles)}, the conditions {string.Join(", ", triggers)} and {experiment.SamplingRate} Hz; "
                + $"the file layout has {string.Join(", ", s_muscles)}, {string.Join(", ", s_triggers)} and {SamplingRate} Hz.");
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="recording">Channels of equal length, in the order of the columns.</param>
    /// <param name="path">The file.</param>
    /// <param name="significantDigits">Of each number, as C's %g writes it.</param>
    public static void Write(Recording recording, string path, int significantDigits)
    {
        double[][] columns = [.. recording.Channels.Select(channel => channel.Read())];
        string format = string.Create(CultureInfo.InvariantCulture, $"G{significantDigits}");
        using FileStream file = File.Create(path);
        byte[] buffer = new byte[Flush + (LongestNumber * columns.Length)];
        int length = 0;
        for (int sample = 0; sample < columns[0].Length; sample++)
        {
            foreach (double[] column in columns)
            {
                column[sample].TryFormat(buffer.AsSpan(length), out int written, format, CultureInfo.InvariantCulture);
                length += written;
                buffer[length++] = (byte)'\t';
            }

            buffer[length++] = (byte)'\n';
            if (length >= Flush)
            {
                file.Write(buffer, 0, length);
                length = 0;
            }
        }

        file.Write(buffer, 0, length);
    }
}
