using System.Globalization;
using System.Text;

namespace SmileNotebooks.Host;

internal static class PdfDates
{
    /// <summary>
    /// Writes a moment over the dates of a PDF's information dictionary (ISO 32000-1, 7.9.4 and 14.3.3), which differ
    /// between two prints of a page. The new dates are as long as the old ones, so that no offset in the file moves.
    /// </summary>
    public static byte[] Set(byte[] pdf, DateTimeOffset moment)
    {
        byte[] written = [.. pdf];
        byte[] date = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"(D:{moment.UtcDateTime:yyyyMMddHHmmss}+00'00')"));
        foreach (string name in new[] { "/CreationDate ", "/ModDate " })
        {
            byte[] key = Encoding.ASCII.GetBytes(name + "(D:");
            int at = written.AsSpan().IndexOf(key);
            int begin = at + name.Length;
            int length = at < 0 ? -1 : written.AsSpan(begin).IndexOf((byte)')') + 1;
            if (length == date.Length)
            {
                date.CopyTo(written, begin);
            }
        }

        return written;
    }
}
