// Reads the wire format of protocol buffers: just enough for the one message of the face-geometry pipeline.
using System.Buffers.Binary;

namespace SmileNotebooks;

/// <summary>Walks the fields of one encoded message; every read is checked against the message's end
/// (Protocol Buffers Documentation, "Encoding").</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message, string name)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private readonly string _name = name;
    private int _position;
    private int _wireType;

    /// <summary>Number of the field that <see cref="NextField"/> moved to.</summary>
    public int Field { get; private set; }

    /// <summary>Moves to the next field; false at the end of the message.</summary>
    public bool NextField()
    {
        if (_position == _message.Length)
        {
            return false;
        }

        ulong key = Varint();
        Field = (int)(key >> 3);
        _wireType = (int)(key & 7);
        return true;
    }

    /// <summary>The value of a varint field that must fit an <see cref="int"/>.</summary>
    public int Int32()
    {
        Expect(0);
        ulong value = Varint();
        return value <= int.MaxValue ? (int)value : throw Broken($"the number {value} is too large");
    }

    /// <summary>The value of a float field.</summary>
    public float Single()
    {
        Expect(5);
        return BinaryPrimitives.ReadSingleLittleEndian(Take(4));
    }

    /// <summary>The bytes of an embedded message.</summary>
    public ReadOnlySpan<byte> Message()
    {
        Expect(2);
        return Take(Length());
    }

    /// <summary>Steps over a field of any type.</summary>
    public void Skip()
    {
        switch (_wireType)
        {
            case 0:
                Varint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Take(Length());
                break;
            case 5:
                Take(4);
                break;
            default:
                throw Broken($"unknown wire type {_wireType}");
        }
    }

    private int Length()
    {
        ulong length = Varint();
        return length <= (ulong)(_message.Length - _position) ? (int)length : throw Broken($"a length of {length} bytes reaches past the end");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _message.Length - _position)
        {
            throw Broken($"{count} bytes expected, {_message.Length - _position} left");
        }

        _position += count;
        return _message.Slice(_position - count, count);
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Broken("a varint is longer than ten bytes");
    }

    private readonly void Expect(int expected)
    {
        if (_wireType != expected)
        {
            throw Broken($"field {Field} has wire type {_wireType}, expected {expected}");
        }
    }

    private readonly InvalidDataException Broken(string what) => new($"{_name}, byte {_position}: {what}.");
}
