// Bytes as printable text inside a script element: 13 bits in two characters where base64 holds 12, so that a page with
// plotly.js is 150 KB smaller. The idea is Joachim Henke's basE91 (https://base91.sourceforge.net); this is a plainer layout.
using System.Text;

namespace SmileNotebooks.Host;

internal static class DenseText
{
    private const int Bits = 13;

    // 91 squared is 8281, the first square of a whole number beyond 2^13. Every printable ASCII character but & < \ and the space:
    // the first two mean something to HTML, the backslash to those who embed pages in strings.
    public const string Alphabet =
        "!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    /// <summary>The text of some bytes; unpack.js is its inverse. Bits are taken from the lowest of the first byte upwards.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length * 16 / Bits + 2);
        int pending = 0;
        int count = 0;
        foreach (byte part in bytes)
        {
            pending |= part << count;
            count += 8;
            if (count >= Bits)
            {
                Append(text, pending & ((1 << Bits) - 1));
                pending >>= Bits;
                count -= Bits;
            }
        }

        // The last bits are filled with zeros, 12 at most: a reader must know how many bytes there are.
        if (count > 0)
        {
            Append(text, pending);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int value) => text.Append(Alphabet[value / Alphabet.Length]).Append(Alphabet[value % Alphabet.Length]);
}
