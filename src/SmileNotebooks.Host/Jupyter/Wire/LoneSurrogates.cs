// JSON may escape half of a surrogate pair, which no UTF-8 can hold and which System.Text.Json refuses to read.
using System.Buffers.Text;

namespace SmileNotebooks.Host;

/// <summary>Replaces <c>\ud800</c>-like escapes without their other half by <c>\ufffd</c>.</summary>
internal static class LoneSurrogates
{
    /// <summary>A backslash, a u and four digits.</summary>
    private const int EscapeLength = 6;

    /// <returns>The same memory if nothing had to be replaced, else a copy.</returns>
    public static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> json)
    {
        // Nearly no message has such an escape at all, and looking for it is fast.
        if (json.Span.IndexOf("\\ud"u8) < 0 && json.Span.IndexOf("\\uD"u8) < 0)
        {
            return json;
        }

        byte[]? copy = null;
        int at = 0;
        while (Next(json.Span, ref at))
        {
            int code = CodeAt(json.Span, at);
            bool isPair = char.IsHighSurrogate((char)code) && char.IsLowSurrogate((char)CodeAt(json.Span, at + EscapeLength));
            if (!isPair && char.IsSurrogate((char)code))
            {
                copy ??= json.ToArray();
                "\\ufffd"u8.CopyTo(copy.AsSpan(at));
            }

            at += isPair ? 2 * EscapeLength : EscapeLength;
        }

        return copy ?? json;
    }

    /// <summary>Moves to the next \u escape; a backslash that is itself escaped begins none.</summary>
    private static bool Next(ReadOnlySpan<byte> json, ref int at)
    {
        while (at < json.Length)
        {
            int backslash = json[at..].IndexOf((byte)'\\');
            if (backslash < 0)
            {
                return false;
            }

            at += backslash;
            if (at + 1 < json.Length && json[at + 1] == 'u')
            {
                return true;
            }

            at += 2;
        }

        return false;
    }

    /// <summary>The code of the escape at a place; zero where there is none.</summary>
    private static int CodeAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort code, out int used, 'x') && used == 4
            ? code
            : 0;
}
