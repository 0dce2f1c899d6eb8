// A value as plain text: invariant culture, bounded in depth and length, safe with cycles and endless sequences.
using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace SmileNotebooks.Host;

internal sealed class PlainText
{
    private const int Deepest = 4;
    private const int MostNested = 20;
    private readonly int _longest;
    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _path = new(ReferenceEqualityComparer.Instance);

    private PlainText(int longest) => _longest = longest;

    /// <summary>The text of a value that stands alone.</summary>
    public static string Of(object? value) => value switch
    {
        string text => text,
        Exception exception => string.Join('\n', ExceptionReport.Lines(exception)),
        _ => Written(value, longest: 20_000),
    };

    /// <summary>The text of a value in a table: short, in one line, strings without quotes.</summary>
    public static string InTable(object? value)
    {
        const int Longest = 300;
        string text = value is string plain ? plain : Written(value, Longest);
        return text.Length > Longest ? text[..Longest] + "…" : text;
    }

    /// <summary>The text of a value that has no parts.</summary>
    public static string Scalar(object? value) => value switch
    {
        null or DBNull => "null",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Type type => TypeName(type),
        Delegate function => TypeName(function.GetType()),
        Task task => $"{TypeName(task.GetType())} ({task.Status})",
        Enum => value.ToString()!,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A type's name as C# writes it, without namespaces.</summary>
    public static string TypeName(Type type)
    {
        if (type.IsArray)
        {
            return $"{TypeName(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : $"{type.Name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";
    }

    private static string Written(object? value, int longest)
    {
        PlainText writer = new(longest);
        writer.Write(value, depth: 0);
        return writer._text.ToString();
    }

    private void Write(object? value, int depth)
    {
        if (_text.Length > _longest)
        {
            return;
        }

        if (value is string text)
        {
            _text.Append('"').Append(text).Append('"');
        }
        else if (value is Exception exception)
        {
            _text.Append(ExceptionReport.NameOf(exception.GetType())).Append(": ").Append(ExceptionReport.MessageOf(exception));
        }
        else if (value is SequencePreview preview)
        {
            WriteSequence(preview.Head(SequencePreview.MostItems), depth);
        }
        else if (ValueMembers.IsScalar(value))
        {
            _text.Append(Scalar(value));
        }
        else if (depth >= Deepest)
        {
            _text.Append('…');
        }
        else if (!_path.Add(value!))
        {
            _text.Append("(cycle)");
        }
        else
        {
            WriteParts(value!, depth);
            _path.Remove(value!);
        }
    }

    private void WriteParts(object value, int depth)
    {
        Type type = value.GetType();
        if (value is ITuple tuple)
        {
            WriteList("(", Enumerable.Range(0, tuple.Length), ", ", item => Write(tuple[item], depth + 1), ")");
        }
        else if (ValueMembers.IsPair(type))
        {
            Write(type.GetProperty("Key")!.GetValue(value), depth + 1);
            _text.Append(": ");
            Write(type.GetProperty("Value")!.GetValue(value), depth + 1);
        }
        else if (value is IEnumerable sequence)
        {
            WriteSequence(SequencePreview.Of(sequence, MostNested), depth);
        }
        else if (ValueMembers.HasOwnText(type))
        {
            _text.Append(value);
        }
        else
        {
            WriteMembers(value, type, depth);
        }
    }

    private void WriteMembers(object value, Type type, int depth)
    {
        ImmutableArray<ValueMember> members = ValueMembers.Of(type);
        bool anonymous = type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
        string name = anonymous ? "" : TypeName(type);
        if (members.IsEmpty)
        {
            _text.Append(name);
            return;
        }

        WriteList(
            anonymous ? "{ " : $"{name} {{ ", members, ", ",
            member =>
            {
                _text.Append(member.Name).Append(" = ");
                Write(member.Get(value), depth + 1);
            },
            " }");
    }

    private void WriteSequence(SequencePreview preview, int depth)
    {
        if (preview.Items.IsEmpty)
        {
            _text.Append("[]");
            return;
        }

        WriteList("[ ", preview.Items, ", ", item => Write(item, depth + 1), preview.Rest is { } rest ? $", … {rest} ]" : " ]");
    }

    private void WriteList<T>(string open, IEnumerable<T> items, string separator, Action<T> write, string close)
    {
        _text.Append(open);
        bool first = true;
        foreach (T item in items)
        {
            if (_text.Length > _longest)
            {
                _text.Append(separator).Append('…');
                break;
            }

            _text.Append(first ? "" : separator);
            first = false;
            write(item);
        }

        _text.Append(close);
    }
}
