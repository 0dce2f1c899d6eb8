// Writes FlatBuffers by hand, so that tests can make tiny models and broken ones.
using System.Buffers.Binary;
using System.Text;

namespace TfLiteToOnnx.Tests.Support;

/// <summary>Something that a FlatBuffers file can hold outside a table.</summary>
internal abstract class FlatObject
{
    /// <summary>A whole file with this object as its root.</summary>
    public byte[] ToFile(string identifier)
    {
        List<byte> file = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(identifier)];
        Place(file, 0, this);
        return [.. file];
    }

    protected abstract int Write(List<byte> file);

    /// <summary>Writes an object at the end and its distance at <paramref name="reference"/>.</summary>
    /// <returns>Where the object is.</returns>
    protected static int Place(List<byte> file, int reference, FlatObject target)
    {
        int position = target.Write(file);
        Patch(file, reference, position - reference);
        return position;
    }

    protected static void Patch(List<byte> file, int at, int value)
    {
        for (int i = 0; i < 4; i++)
        {
            file[at + i] = (byte)(value >> (8 * i));
        }
    }

    protected static int AppendInt32(List<byte> file, int value)
    {
        file.AddRange([0, 0, 0, 0]);
        Patch(file, file.Count - 4, value);
        return file.Count - 4;
    }
}

/// <summary>A table: fields by number, each a scalar's bytes or another object.</summary>
internal sealed class FlatTableWriter : FlatObject
{
    private readonly SortedDictionary<int, object> _fields = [];

    public FlatTableWriter Int32(int id, int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _fields[id] = bytes;
        return this;
    }

    public FlatTableWriter UInt8(int id, int value)
    {
        _fields[id] = new[] { (byte)value };
        return this;
    }

    public FlatTableWriter Object(int id, FlatObject value)
    {
        _fields[id] = value;
        return this;
    }

    public FlatTableWriter Text(int id, string value) => Object(id, new FlatBytesWriter(Encoding.UTF8.GetBytes(value)));

    public FlatTableWriter Int32s(int id, params int[] values) => Object(id, new FlatInt32sWriter(values));

    protected override int Write(List<byte> file)
    {
        int entries = _fields.Count == 0 ? 0 : _fields.Keys.Max() + 1;
        int vtable = file.Count;
        ushort[] offsets = new ushort[entries];
        ushort size = 4;
        foreach ((int id, object value) in _fields)
        {
            offsets[id] = size;
            size += (ushort)(value is byte[] bytes ? bytes.Length : 4);
        }

        foreach (int word in (int[])[4 + (2 * entries), size, .. offsets.Select(o => (int)o)])
        {
            file.Add((byte)word);
            file.Add((byte)(word >> 8));
        }

        int table = AppendInt32(file, file.Count - vtable);
        foreach (object value in _fields.Values)
        {
            file.AddRange(value as byte[] ?? [0, 0, 0, 0]);
        }

        foreach ((int id, object value) in _fields)
        {
            if (value is FlatObject target)
            {
                Place(file, table + offsets[id], target);
            }
        }

        return table;
    }
}

/// <summary>A vector of bytes, which is also a string.</summary>
internal sealed class FlatBytesWriter(byte[] bytes) : FlatObject
{
    protected override int Write(List<byte> file)
    {
        int start = AppendInt32(file, bytes.Length);
        file.AddRange(bytes);
        file.Add(0);
        return start;
    }
}

/// <summary>A vector of integers.</summary>
internal sealed class FlatInt32sWriter(int[] values) : FlatObject
{
    protected override int Write(List<byte> file)
    {
        int start = AppendInt32(file, values.Length);
        foreach (int value in values)
        {
            AppendInt32(file, value);
        }

        return start;
    }
}

/// <summary>A vector of tables.</summary>
internal sealed class FlatTablesWriter(IReadOnlyList<FlatObject> tables) : FlatObject
{
    protected override int Write(List<byte> file)
    {
        int start = AppendInt32(file, tables.Count);
        int[] references = [.. tables.Select(_ => AppendInt32(file, 0))];
        foreach ((int reference, FlatObject table) in references.Zip(tables))
        {
            Place(file, reference, table);
        }

        return start;
    }
}

/// <summary>A vector whose elements all refer to the same table.</summary>
internal sealed class SharedTablesWriter(FlatObject table, int count) : FlatObject
{
    protected override int Write(List<byte> file)
    {
        int start = AppendInt32(file, count);
        int[] references = [.. Enumerable.Range(0, count).Select(_ => AppendInt32(file, 0))];
        int target = Place(file, references[0], table);
        foreach (int reference in references)
        {
            Patch(file, reference, target - reference);
        }

        return start;
    }
}
