// The header of an EDF or BDF file.
// Kemp et al. (1992), Electroencephalogr Clin Neurophysiol 82, 391-393; EDF+: Kemp and Olivan (2003), Clin Neurophysiol 114, 1755-1761; BDF: biosemi.com.
using System.Collections.Immutable;
using System.Text;

namespace SmileNotebooks;

/// <summary>What the header says.</summary>
internal sealed record EdfHeader
{
    private const int FixedBytes = 256;
    private const int SignalBytes = 256;

    /// <summary>BDF: samples of 24 bits.</summary>
    public required bool IsBdf { get; init; }

    public required string Patient { get; init; }

    public required string Recording { get; init; }

    /// <summary>As in 31.12.99.</summary>
    public required string Date { get; init; }

    /// <summary>As in 23.59.59.</summary>
    public required string Time { get; init; }

    /// <summary>EDF+C, EDF+D, BDF+C, BDF+D; anything else in a file that is not of the + kind.</summary>
    public required string Reserved { get; init; }

    /// <summary>How many records the recorder says that there are; -1 where it did not come to say.</summary>
    public required int Records { get; init; }

    /// <summary>The duration of a record, in seconds.</summary>
    public required double RecordDuration { get; init; }

    public required ImmutableArray<EdfSignal> Signals { get; init; }

    public int SampleBytes => IsBdf ? 3 : 2;

    /// <summary>The size of the header, in bytes.</summary>
    public int Bytes => FixedBytes + (SignalBytes * Signals.Length);

    public long RecordBytes => Signals.Sum(signal => (long)signal.SamplesPerRecord) * SampleBytes;

    public bool IsPlus => Reserved.StartsWith("EDF+", StringComparison.Ordinal) || Reserved.StartsWith("BDF+", StringComparison.Ordinal);

    public bool IsDiscontinuous => IsPlus && Reserved.AsSpan(4).StartsWith("D");

    /// <summary>Whether a file begins as EDF or BDF does: a version, and text without control characters.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && (IsBioSemi(head) || (head[..8].SequenceEqual("0       "u8) && !head.ContainsAnyInRange((byte)1, (byte)31)));

    /// <exception cref="RecordingException">The header is cut or holds what cannot be.</exception>
    public static EdfHeader Read(RecordingFile file)
    {
        byte[] head = file.ReadHead(FixedBytes);
        if (!Begins(head))
        {
            throw new RecordingException(file.Path, "byte 0", $"\"{Encoding.Latin1.GetString(head.AsSpan(0, Math.Min(8, head.Length)))}\"", "the version of EDF (a 0 and seven blanks) or of BDF");
        }

        EdfText text = new(file.Path, head, 8);
        EdfHeader header = new()
        {
            IsBdf = IsBioSemi(head),
            Patient = text.Text(80),
            Recording = text.Text(80),
            Date = text.Text(8),
            Time = text.Text(8),
            RecordDuration = 0,
            Records = 0,
            Reserved = "",
            Signals = [],
        };
        int bytes = text.Integer(8, "the size of the header", FixedBytes);
        header = header with
        {
            Reserved = text.Text(44),
            Records = text.Integer(8, "the number of records", -1),
            RecordDuration = text.Number(8, "the duration of a record"),
        };
        int signals = text.Integer(4, "the number of signals", 1, 9999);
        return bytes == FixedBytes + (SignalBytes * signals)
            ? header with { Signals = ReadSignals(new EdfText(file.Path, file.ReadHead(bytes), FixedBytes), signals, header.SampleBytes) }
            : throw new RecordingException(file.Path, "byte 184", $"a header of {bytes} bytes", $"{FixedBytes + (SignalBytes * signals)} bytes, as there are {signals} signals");
    }

    private static bool IsBioSemi(ReadOnlySpan<byte> head) => head[0] == 0xff && head[1..].StartsWith("BIOSEMI"u8);

    private static ImmutableArray<EdfSignal> ReadSignals(EdfText text, int count, int sampleBytes)
    {
        string[] labels = Each(count, () => text.Text(16));
        string[] transducers = Each(count, () => text.Text(80));
        string[] units = Each(count, () => text.Text(8));
        double[] physicalMinima = Each(count, () => text.Number(8, "a physical minimum"));
        double[] physicalMaxima = Each(count, () => text.Number(8, "a physical maximum"));
        double[] digitalMinima = Each(count, () => text.Number(8, "a digital minimum"));
        double[] digitalMaxima = Each(count, () => text.Number(8, "a digital maximum"));
        string[] prefilterings = Each(count, () => text.Text(80));
        int[] samples = Each(count, () => text.Integer(8, "the samples of a record", 0));
        Each(count, () => text.Text(32));
        ImmutableArray<EdfSignal>.Builder signals = ImmutableArray.CreateBuilder<EdfSignal>(count);
        long offset = 0;
        for (int i = 0; i < count; i++)
        {
            signals.Add(new EdfSignal
            {
                Label = labels[i],
                Transducer = transducers[i],
                Unit = units[i],
                PhysicalMinimum = physicalMinima[i],
                PhysicalMaximum = physicalMaxima[i],
                DigitalMinimum = digitalMinima[i],
                DigitalMaximum = digitalMaxima[i],
                Prefiltering = prefilterings[i],
                SamplesPerRecord = samples[i],
                Offset = offset,
            });
            offset += (long)samples[i] * sampleBytes;
        }

        return signals.MoveToImmutable();
    }

    private static T[] Each<T>(int count, Func<T> read)
    {
        T[] values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = read();
        }

        return values;
    }
}
