// Of which page a PDF was printed. The PDF says it itself: a page may have been published again since without being printed, or a run been broken off between the two.
using System.Security.Cryptography;
using System.Text;

namespace SmileNotebooks.Host;

internal static class PdfMark
{
    /// <summary>Writes a page's SHA-256 into a PDF of it: a comment before the last <c>startxref</c>, where it moves no offset of the file (ISO 32000-1, 7.2.3 and 7.5.5).</summary>
    /// <param name="pdf">The PDF.</param>
    /// <param name="page">The bytes of the page.</param>
    public static byte[] Set(byte[] pdf, byte[] page)
    {
        int end = pdf.AsSpan().LastIndexOf("startxref"u8);
        return end < 0 ? pdf : [.. pdf[..end], .. Of(page), .. pdf[end..]];
    }

    /// <summary>Whether a PDF was printed of a page as it is now; false if there is no PDF.</summary>
    /// <param name="pdf">The PDF's path.</param>
    /// <param name="page">The page's path.</param>
    public static bool IsOf(string pdf, string page) => File.Exists(pdf) && File.ReadAllBytes(pdf).AsSpan().LastIndexOf(Of(File.ReadAllBytes(page))) >= 0;

    private static byte[] Of(byte[] page) => Encoding.ASCII.GetBytes($"%page sha256 {Convert.ToHexStringLower(SHA256.HashData(page))}\n");
}
