using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using SmileNotebooks.Host;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class NotebookDownloadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(13)]
    [InlineData(1000)]
    public void Dense_text_is_read_back_byte_for_byte(int length)
    {
        byte[] bytes = new byte[length];
        new Random(1).NextBytes(bytes);

        string text = DenseText.Encode(bytes);

        Assert.Equal(bytes, Decode(text, length));
        Assert.Equal((length * 8 + 12) / 13 * 2, text.Length);
        Assert.DoesNotMatch("[^!-~]|[&<\\\\]", text);
    }

    [Fact]
    public void What_the_page_has_anyway_is_left_out_of_the_notebook_in_it()
    {
        string picture = Convert.ToBase64String(Enumerable.Range(0, 3000).Select(number => (byte)(number * 7919 >> 3)).ToArray());
        string json = """{"data":[{"type":"bar","y":[1,2]}],"layout":{}}""";
        NotebookDocument notebook = Notebook(
            Code("a", Display(("image/png", picture))),
            Code("b", Display((PlotlyType, json), ("text/html", $"<script>var figure = {json};</script>"))));

        string packed = Unpacked(ReportPublisher.Render(notebook, Provenance));

        Assert.DoesNotContain(picture[..200], packed, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(packed, $"\u0001{picture.Length} [^\u0001]{{49}}\u0001"));
        Assert.Contains("\"\\u0001figure 0\\u0001\"", packed, StringComparison.Ordinal);
        Assert.Contains("var figure = \\u0001figure 0\\u0001;", packed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_the_page_does_not_show_stays_in_the_notebook()
    {
        string picture = new('A', 2000);
        NotebookDocument notebook = Notebook(Code("a", Display(("text/html", "<b>shown</b>"), ("image/png", picture))));

        Assert.Contains(picture, Unpacked(ReportPublisher.Render(notebook, Provenance)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_beside_its_notebook_links_to_it_and_holds_none()
    {
        string html = ReportPublisher.Render(Notebook(Markdown("text")), Provenance, new ReportOptions { NotebookFile = "a \"b\".ipynb" });

        Assert.Contains("<a href=\"./a%20%22b%22.ipynb\" download>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"notebook-file\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"download-notebook\"", html, StringComparison.Ordinal);
    }

    private static string Unpacked(string html)
    {
        Match element = Regex.Match(html, "id=\"notebook-file\" data-length=\"(\\d+)\">([^<]*)<");
        byte[] bytes = Decode(element.Groups[2].Value, int.Parse(element.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        using GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // The inverse as unpack.js has it, bit by bit.
    private static byte[] Decode(string text, int length)
    {
        List<bool> bits = [];
        for (int at = 0; at < text.Length; at += 2)
        {
            int value = DenseText.Alphabet.IndexOf(text[at]) * DenseText.Alphabet.Length + DenseText.Alphabet.IndexOf(text[at + 1]);
            bits.AddRange(Enumerable.Range(0, 13).Select(bit => (value >> bit & 1) == 1));
        }

        return [.. Enumerable.Range(0, length).Select(index => (byte)Enumerable.Range(0, 8).Sum(bit => bits[index * 8 + bit] ? 1 << bit : 0))];
    }
}
