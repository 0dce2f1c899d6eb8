// The options of custom operators: a FlexBuffers map (https://flatbuffers.dev/flexbuffers/), every range checked.
using System.Buffers.Binary;
using System.Text;

namespace TfLiteToOnnx.Reading;

/// <summary>A map of numbers and lists of integers. Values are decoded when asked for and nothing nests, so nothing can loop.</summary>
internal sealed class FlexMap
{
    private const int MaximumKeyLength = 256;
    private const int MaximumEntries = 256;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _place;
    private readonly Dictionary<string, FlexReference> _entries = [];

    private FlexMap(ReadOnlyMemory<byte> bytes, string place)
    {
        _bytes = bytes;
        _place = place;
    }

    /// <summary>Reads the map that <paramref name="bytes"/> hold.</summary>
    /// <param name="bytes">A whole FlexBuffers value.</param>
    /// <param name="place">What the options belong to, for error messages.</param>
    public static FlexMap Read(ReadOnlyMemory<byte> bytes, string place)
    {
        FlexMap map = new(bytes, place);
        map.ReadEntries(map.Root());
        return map;
    }

    public int Int32(string key) => Int32(Entry(key), key);

    public float Single(string key)
    {
        FlexReference entry = Entry(key);
        double value = entry.Type switch
        {
            FlexType.Float => Real(entry.Position, entry.Width, key),
            FlexType.IndirectFloat => Real(Target(entry, key), entry.TargetWidth, key),
            _ => Integer(entry, key),
        };
        return float.IsFinite((float)value) ? (float)value : throw new TfLiteFormatException(Place(key), $"{value}", "a finite number");
    }

    /// <summary>A list of integers, typed or not, of fixed length or not.</summary>
    public int[] Int32s(string key)
    {
        FlexReference entry = Entry(key);
        int fixedLength = FlexType.FixedIntegerVectorLength(entry.Type);
        if (fixedLength == 0 && entry.Type is not (FlexType.Vector or FlexType.IntVector or FlexType.UIntVector))
        {
            throw new TfLiteFormatException(Place(key), $"FlexBuffers type {entry.Type}", "a list of integers");
        }

        long start = Target(entry, key);
        int width = entry.TargetWidth;
        int count = fixedLength != 0 ? fixedLength : Count(start, width, key);
        int[] values = new int[count];
        for (int i = 0; i < count; i++)
        {
            byte packed = entry.Type == FlexType.Vector
                ? Range(start + ((long)count * width) + i, 1, key)[0]
                : (byte)(FlexType.ElementOf(entry.Type) << 2);
            values[i] = Int32(new FlexReference(start + ((long)i * width), width, packed), key);
        }

        return values;
    }

    private int Int32(FlexReference entry, string key)
    {
        long value = Integer(entry, key);
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new TfLiteFormatException(Place(key), $"{value}", "a 32-bit integer");
    }

    private FlexReference Root()
    {
        if (_bytes.Length < 3)
        {
            throw new TfLiteFormatException(_place, $"{_bytes.Length} bytes", "a FlexBuffers map of at least 3");
        }

        int width = _bytes.Span[^1];
        CheckWidth(width, "root");
        return new FlexReference(_bytes.Length - 2 - width, width, _bytes.Span[^2]);
    }

    private void ReadEntries(FlexReference root)
    {
        if (root.Type != FlexType.Map)
        {
            throw new TfLiteFormatException(_place, $"FlexBuffers type {root.Type}", $"{FlexType.Map}, a map");
        }

        // Before a map's values: the offset to the vector of keys, the keys' byte width, the number of values.
        long values = Target(root, "map");
        int width = root.TargetWidth;
        int count = Count(values, width, "map");
        if (count > MaximumEntries)
        {
            throw new TfLiteFormatException(_place, $"{count} options", $"at most {MaximumEntries}");
        }

        long keysAt = values - (3L * width);
        long keys = keysAt - (long)Unsigned(keysAt, width, "keys");
        int keyWidth = (int)Math.Min(Unsigned(values - (2L * width), width, "key width"), int.MaxValue);
        CheckWidth(keyWidth, "key width");
        for (int i = 0; i < count; i++)
        {
            long keyAt = keys + ((long)i * keyWidth);
            string key = Key(keyAt - (long)Unsigned(keyAt, keyWidth, "key"));
            byte packed = Range(values + ((long)count * width) + i, 1, key)[0];
            if (!_entries.TryAdd(key, new FlexReference(values + ((long)i * width), width, packed)))
            {
                throw new TfLiteFormatException(Place(key), "the option twice", "each option once");
            }
        }
    }

    private FlexReference Entry(string key) =>
        _entries.TryGetValue(key, out FlexReference entry) ? entry : throw new TfLiteFormatException(Place(key), "no such option", "one");

    private long Integer(FlexReference entry, string key) => entry.Type switch
    {
        FlexType.Int => Signed(entry.Position, entry.Width, key),
        FlexType.UInt or FlexType.Bool => (long)Math.Min(Unsigned(entry.Position, entry.Width, key), long.MaxValue),
        FlexType.IndirectInt => Signed(Target(entry, key), entry.TargetWidth, key),
        FlexType.IndirectUInt => (long)Math.Min(Unsigned(Target(entry, key), entry.TargetWidth, key), long.MaxValue),
        _ => throw new TfLiteFormatException(Place(key), $"FlexBuffers type {entry.Type}", "a number"),
    };

    /// <summary>References are backward offsets, unsigned and relative to where they are stored.</summary>
    private long Target(FlexReference entry, string key)
    {
        ulong distance = Unsigned(entry.Position, entry.Width, key);
        return distance <= (ulong)entry.Position
            ? entry.Position - (long)distance
            : throw new TfLiteFormatException(Place(key), entry.Position, $"a backward offset of {distance}", "one that stays within the options");
    }

    private int Count(long start, int width, string key)
    {
        ulong count = Unsigned(start - width, width, key);
        long room = (_bytes.Length - start) / width;
        return count <= (ulong)room
            ? (int)count
            : throw new TfLiteFormatException(Place(key), start - width, $"a length of {count}", $"at most {room}");
    }

    private string Key(long start)
    {
        int room = (int)Math.Clamp(_bytes.Length - start, 1, MaximumKeyLength);
        ReadOnlySpan<byte> text = Range(start, room, "key");
        int length = text.IndexOf((byte)0);
        return length >= 0
            ? Encoding.ASCII.GetString(text[..length])
            : throw new TfLiteFormatException(_place, start, "a key without an end", $"less than {MaximumKeyLength} bytes that end in 0");
    }

    private ulong Unsigned(long start, int width, string key)
    {
        ReadOnlySpan<byte> range = Range(start, width, key);
        return width switch
        {
            1 => range[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(range),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(range),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(range),
        };
    }

    private long Signed(long start, int width, string key)
    {
        int unused = 64 - (8 * width);
        return (long)Unsigned(start, width, key) << unused >> unused;
    }

    private double Real(long start, int width, string key)
    {
        ReadOnlySpan<byte> range = Range(start, width, key);
        return width switch
        {
            2 => (double)BinaryPrimitives.ReadHalfLittleEndian(range),
            4 => BinaryPrimitives.ReadSingleLittleEndian(range),
            8 => BinaryPrimitives.ReadDoubleLittleEndian(range),
            _ => throw new TfLiteFormatException(Place(key), start, "a float of 1 byte", "2, 4 or 8"),
        };
    }

    private void CheckWidth(int width, string key)
    {
        if (width is not (1 or 2 or 4 or 8))
        {
            throw new TfLiteFormatException(Place(key), $"a width of {width} bytes", "1, 2, 4 or 8");
        }
    }

    private ReadOnlySpan<byte> Range(long start, int count, string key) =>
        start >= 0 && start <= _bytes.Length - count
            ? _bytes.Span.Slice((int)start, count)
            : throw new TfLiteFormatException(Place(key), start, $"a place outside the {_bytes.Length} bytes of options", $"{count} bytes within");

    private string Place(string key) => $"{_place} option '{key}'";
}
