// A table of a FlatBuffers file: fields found through a vtable, defaults where a field is absent.
using System.Buffers.Binary;

namespace TfLiteToOnnx.Reading;

/// <summary>One table. The constructor checks the table and its vtable; each access checks the field.</summary>
internal readonly struct FlatTable
{
    private const int VtableHeaderSize = 4;
    private readonly FlatBuffer _file;
    private readonly long _position;
    private readonly long _vtable;
    private readonly int _vtableSize;
    private readonly int _tableSize;
    private readonly string _name;

    public FlatTable(FlatBuffer file, long position, string name)
    {
        _file = file;
        _position = position;
        _name = name;
        _vtable = position - file.Int32(position, name);
        if (_vtable < 0)
        {
            throw new TfLiteFormatException(name, position, $"a vtable at byte {_vtable}", "one within the file");
        }

        _vtableSize = file.UInt16(_vtable, name);
        _tableSize = file.UInt16(_vtable + 2, name);
        if (_vtableSize < VtableHeaderSize || _vtableSize % 2 != 0 || _vtable + _vtableSize > file.Length)
        {
            throw new TfLiteFormatException(name, _vtable, $"a vtable of {_vtableSize} bytes", "an even number of at least 4 that fits in the file");
        }

        if (_tableSize < sizeof(int) || position + _tableSize > file.Length)
        {
            throw new TfLiteFormatException(name, _vtable + 2, $"a table of {_tableSize} bytes", "at least 4 that fit in the file");
        }
    }

    public static FlatTable Root(FlatBuffer file, string name) => new(file, file.Follow(0, $"{name} (root offset)"), name);

    public bool Has(FlatField field) => Locate(field, 1) >= 0;

    public int Int32(FlatField field, int absent = 0) => Locate(field, 4) is >= 0 and long at ? _file.Int32(at, Place(field)) : absent;

    public uint UInt32(FlatField field, uint absent = 0) => Locate(field, 4) is >= 0 and long at ? _file.UInt32(at, Place(field)) : absent;

    public byte UInt8(FlatField field, byte absent = 0) => Locate(field, 1) is >= 0 and long at ? _file.UInt8(at, Place(field)) : absent;

    public bool Bool(FlatField field) => UInt8(field) != 0;

    public string Text(FlatField field)
    {
        (long start, int count) = Vector(field, 1);
        return _file.Text(start, count, Place(field));
    }

    public ReadOnlyMemory<byte> Bytes(FlatField field)
    {
        (long start, int count) = Vector(field, 1);
        return _file.Bytes(start, count);
    }

    public int[] Int32s(FlatField field)
    {
        (long start, int count) = Vector(field, sizeof(int));
        ReadOnlySpan<byte> bytes = _file.Bytes(start, count * sizeof(int)).Span;
        int[] values = new int[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]);
        }

        return values;
    }

    public int VectorLength(FlatField field, int elementSize) => Vector(field, elementSize).Count;

    public FlatTable? Table(FlatField field) =>
        Locate(field, 4) is >= 0 and long at ? new FlatTable(_file, _file.Follow(at, Place(field)), Place(field)) : null;

    public FlatTable[] Tables(FlatField field)
    {
        (long start, int count) = Vector(field, sizeof(uint));
        FlatTable[] tables = new FlatTable[count];
        for (int i = 0; i < count; i++)
        {
            string place = $"{Place(field)}[{i}]";
            tables[i] = new FlatTable(_file, _file.Follow(start + (i * (long)sizeof(uint)), place), place);
        }

        return tables;
    }

    public string Place(FlatField field) => $"{_name}.{field.Name}";

    private (long Start, int Count) Vector(FlatField field, int elementSize) =>
        Locate(field, 4) is >= 0 and long at ? _file.Vector(_file.Follow(at, Place(field)), elementSize, Place(field)) : (0, 0);

    /// <summary>Where the field is stored; -1 if it is absent and has its default.</summary>
    private long Locate(FlatField field, int size)
    {
        int entry = VtableHeaderSize + (2 * field.Id);
        int offset = entry + 2 <= _vtableSize ? _file.UInt16(_vtable + entry, Place(field)) : 0;
        if (offset == 0)
        {
            return -1;
        }

        return offset >= sizeof(int) && offset + size <= _tableSize
            ? _position + offset
            : throw new TfLiteFormatException(Place(field), _vtable + entry, $"a field at {offset}", $"one within the table's {_tableSize} bytes");
    }
}
