using System.Text;

namespace SmileNotebooks.Tests;

/// <summary>Text files with random damage: they are read, or refused by name, and nothing else happens.</summary>
public sealed class CorruptedTextTests : IDisposable
{
    private const int Rounds = 600;

    private readonly RecordingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static readonly byte[] Junk = [0, 9, 10, 13, 32, 34, 44, 45, 46, 59, 48, 57, 69, 101, 110, 0x1A, 0x7B, 0x5D, 0x80, 0xC3, 0xFF];

    // Bytes are changed, taken out, put in or the end is cut.
    private static byte[] Damaged(byte[] bytes, ref RandomStream random)
    {
        List<byte> damaged = [.. bytes];
        for (int change = random.NextInt(4); change >= 0 && damaged.Count > 0; change--)
        {
            int at = random.NextInt(damaged.Count);
            byte junk = Junk[random.NextInt(Junk.Length)];
            switch (random.NextInt(4))
            {
                case 0: damaged[at] = junk; break;
                case 1: damaged.Insert(at, junk); break;
                case 2: damaged.RemoveRange(at, Math.Min(1 + random.NextInt(20), damaged.Count - at)); break;
                default: damaged.RemoveRange(at, random.NextInt(3) == 0 ? damaged.Count - at : 0); break;
            }
        }

        return [.. damaged];
    }

    private void Survives(string name, string text, RecordingFormat? format, ulong seed, Func<string>? open = null)
    {
        RandomStream random = new(seed);
        byte[] whole = Encoding.UTF8.GetBytes(text);
        int refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string path = _folder.Write(name, Damaged(whole, ref random));
            try
            {
                Recording recording = Recording.Load(open is null ? path : open(), format);
                Assert.All(recording.Channels, channel => Assert.DoesNotContain(channel.Read(), double.IsInfinity));
            }
            catch (RecordingException exception)
            {
                Assert.EndsWith(".", exception.Message);
                Assert.DoesNotContain(exception.Message, char.IsControl);
                refused++;
            }
        }

        Assert.InRange(refused, 1, Rounds - 1);
    }

    private static string Rows(int columns, string delimiter, string lineEnd)
    {
        RandomStream random = new(5);
        StringBuilder text = new();
        for (int row = 0; row < 30; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                text.Append(FormattableString.Invariant($"{random.NextDouble() - 0.5:G6}")).Append(delimiter);
            }

            text.Append(lineEnd);
        }

        return text.ToString();
    }

    [Fact]
    public void The_layout_of_FMOV() => Survives("09_x.txt", Rows(8, "\t", "\n"), AcqKnowledgeText.Fmov, 1);

    [Fact]
    public void AcqKnowledge_with_a_header() => Survives(
        "x.txt", $"x.acq\r\n1 msec/sample\r\n2 channels\r\nZyg Raw\r\nmV\r\nDigital input\r\nVolts\r\nCH1,CH2,\r\n30,30,\r\n{Rows(2, ",", "\r\n")}", new AcqKnowledgeText(), 2);

    [Fact]
    public void Text_with_a_header_and_times() => Survives(
        "x.csv", $"time [s],a [mV],\"b, c\"\n{string.Concat(Enumerable.Range(0, 30).Select(row => FormattableString.Invariant($"{row / 10.0},\"{row}\",{-row}\n")))}", DelimitedText.WithTimes, 3);

    [Theory]
    [InlineData("sub-01/emg/sub-01_task-x_events.tsv", "onset\tduration\ttrial_type\n0.5\tn/a\thappy\n1\t2\tangry\n", 4)]
    [InlineData("sub-01/emg/sub-01_task-x_channels.tsv", "name\ttype\tunits\tsampling_frequency\na\tEMG\tmV\t10\nb\tGSR\tuS\t10\n", 5)]
    [InlineData("sub-01/emg/sub-01_task-x_emg.json", """{ "SamplingFrequency": 10, "EMGChannelCount": 2, "Columns": ["a", "b"], "a": { "Units": "mV" } }""", 6)]
    [InlineData("dataset_description.json", """{ "Name": "x", "Simulated": { "Phrase": "simulated" } }""", 7)]
    public void Files_of_BIDS(string name, string text, ulong seed)
    {
        _folder.Write("sub-01/emg/sub-01_task-x_emg.json", """{ "SamplingFrequency": 10, "Columns": ["a", "b"] }""");
        _folder.Write("dataset_description.json", "{}");
        string path = _folder.Write("sub-01/emg/sub-01_task-x_emg.tsv", Rows(2, "\t", "\n"));
        Survives(name, text, new BidsTable(), seed, () => path);
    }
}
