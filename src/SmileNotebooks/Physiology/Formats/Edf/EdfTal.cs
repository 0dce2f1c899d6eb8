// One time-stamped annotation list (TAL) of EDF+.
using System.Globalization;
using System.Text;

namespace SmileNotebooks;

/// <summary>An onset, a duration and the annotations that have both in common.</summary>
/// <param name="Onset">Seconds after the start that the header gives; decimal, so that differences of onsets are exact.</param>
/// <param name="Duration">In seconds; 0 where none is given.</param>
/// <param name="Texts">Annotations. The first TAL of a record has an empty one at its beginning, and tells when the record begins.</param>
internal sealed record EdfTal(decimal Onset, double Duration, string[] Texts)
{
    /// <summary>Ends an onset and each annotation.</summary>
    public const byte EndOfText = 0x14;

    /// <summary>Begins a duration.</summary>
    public const byte BeginOfDuration = 0x15;

    // Beyond that (30,000 years) digits are damaged; sums of smaller ones are exact.
    private const decimal GreatestSeconds = 1e12m;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether it tells when its record begins.</summary>
    public bool IsTimeKeeping => Texts.Length > 0 && Texts[0].Length == 0;

    /// <summary>Reads a TAL.</summary>
    /// <param name="bytes">Its bytes, without the NUL that ends it.</param>
    /// <returns>Null for bytes that are none.</returns>
    public static EdfTal? Parse(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf(EndOfText);
        if (end < 2 || bytes[^1] != EndOfText || bytes[0] is not ((byte)'+' or (byte)'-'))
        {
            return null;
        }

        ReadOnlySpan<byte> times = bytes[..end];
        int mark = times.IndexOf(BeginOfDuration);
        ReadOnlySpan<byte> onset = mark < 0 ? times : times[..mark];
        ReadOnlySpan<byte> duration = mark < 0 ? [] : times[(mark + 1)..];
        double seconds = 0;
        return decimal.TryParse(onset, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal start)
            && Math.Abs(start) <= GreatestSeconds
            && (duration.IsEmpty || double.TryParse(duration, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds))
            && double.IsFinite(seconds)
                ? new EdfTal(start, seconds, bytes.Length == end + 1 ? [] : Decode(bytes[(end + 1)..^1]).Split((char)EndOfText))
                : null;
    }

    // The standard says UTF-8; some recorders write the code page of their computer.
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
