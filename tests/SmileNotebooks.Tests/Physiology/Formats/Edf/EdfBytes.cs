// EDF files made byte by byte, so that each can have its own fault.
using System.Buffers.Binary;
using System.Text;

namespace SmileNotebooks.Tests.Physiology.Formats.Edf;

/// <summary>One signal of <see cref="EdfBytes"/>.</summary>
internal sealed record SignalBytes(string Label, byte[][] Records)
{
    public string Transducer { get; init; } = "";

    public string Unit { get; init; } = "uV";

    public string PhysicalMinimum { get; init; } = "-32768";

    public string PhysicalMaximum { get; init; } = "32767";

    public string DigitalMinimum { get; init; } = "-32768";

    public string DigitalMaximum { get; init; } = "32767";

    /// <summary>Samples in the header; null for as many as there are.</summary>
    public string? SamplesPerRecord { get; init; }

    public static SignalBytes Of(string label, int perRecord, params short[] samples) => new(label, [.. samples.Chunk(perRecord).Select(Bytes)]);

    public static SignalBytes Annotations(params string[] records)
    {
        int size = (records.Max(record => Encoding.UTF8.GetByteCount(record)) + 2) / 2 * 2;
        return new SignalBytes("EDF Annotations", [.. records.Select(record => Padded(Encoding.UTF8.GetBytes(record), size))]) { Unit = "", PhysicalMinimum = "-1", PhysicalMaximum = "1" };
    }

    private static byte[] Bytes(short[] samples)
    {
        byte[] bytes = new byte[2 * samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), samples[i]);
        }

        return bytes;
    }

    private static byte[] Padded(byte[] bytes, int size)
    {
        Array.Resize(ref bytes, size);
        return bytes;
    }
}

/// <summary>A file.</summary>
internal sealed record EdfBytes(params SignalBytes[] Signals)
{
    public string Version { get; init; } = "0";

    public string Patient { get; init; } = "P07 X X X";

    public string Recording { get; init; } = "Startdate 02-MAR-2021 X X X";

    public string Date { get; init; } = "02.03.21";

    public string Time { get; init; } = "14.05.06";

    public string? HeaderBytes { get; init; }

    public string Reserved { get; init; } = "";

    public string? Records { get; init; }

    public string Duration { get; init; } = "1";

    public string? SignalCount { get; init; }

    public byte[] ToArray()
    {
        StringBuilder head = new();
        int records = Signals[0].Records.Length;
        head.Append(Version.PadRight(8)).Append(Patient.PadRight(80)).Append(Recording.PadRight(80)).Append(Date.PadRight(8)).Append(Time.PadRight(8))
            .Append((HeaderBytes ?? $"{256 * (Signals.Length + 1)}").PadRight(8)).Append(Reserved.PadRight(44)).Append((Records ?? $"{records}").PadRight(8))
            .Append(Duration.PadRight(8)).Append((SignalCount ?? $"{Signals.Length}").PadRight(4));
        Func<SignalBytes, string>[] fields =
        [
            one => one.Label.PadRight(16), one => one.Transducer.PadRight(80), one => one.Unit.PadRight(8), one => one.PhysicalMinimum.PadRight(8), one => one.PhysicalMaximum.PadRight(8),
            one => one.DigitalMinimum.PadRight(8), one => one.DigitalMaximum.PadRight(8), _ => new string(' ', 80),
            one => (one.SamplesPerRecord ?? $"{one.Records[0].Length / 2}").PadRight(8), _ => new string(' ', 32),
        ];
        foreach (Func<SignalBytes, string> field in fields)
        {
            head.AppendJoin("", Signals.Select(field));
        }

        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. Enumerable.Range(0, records).SelectMany(record => Signals.SelectMany(signal => signal.Records[record]))];
    }
}
