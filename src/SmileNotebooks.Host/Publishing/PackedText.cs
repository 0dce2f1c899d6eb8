using System.IO.Compression;

namespace SmileNotebooks.Host;

/// <summary>A long text in a page: gzip as <see cref="DenseText"/>, unpacked in the browser by unpack.js.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Length">How many bytes they stand for.</param>
internal sealed record PackedText(string Text, int Length)
{
    /// <summary>The same bytes give the same text: .NET writes no time into a gzip header (RFC 1952, MTIME 0).</summary>
    public static PackedText Of(byte[] utf8)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(utf8);
        }

        byte[] bytes = compressed.ToArray();
        return new(DenseText.Encode(bytes), bytes.Length);
    }

    /// <summary>The element that unpack.js finds by its id.</summary>
    public string ToHtml(string id) => $"<script type=\"application/gzip\" id=\"{id}\" data-length=\"{Length}\">{Text}</script>";
}
