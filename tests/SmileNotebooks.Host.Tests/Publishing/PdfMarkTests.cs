using System.Text;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class PdfMarkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-mark-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_PDF_knows_its_page_until_the_page_is_another()
    {
        string page = Path.Combine(_folder, "a.html"), pdf = Path.Combine(_folder, "a.pdf");
        File.WriteAllText(page, "one");
        File.WriteAllBytes(pdf, PdfMark.Set(Encoding.ASCII.GetBytes("%PDF-1.4\nstartxref\n1\n%%EOF\n"), File.ReadAllBytes(page)));

        Assert.True(PdfMark.IsOf(pdf, page));
        Assert.Matches("^%PDF-1.4\n%page sha256 [0-9a-f]{64}\nstartxref\n1\n%%EOF\n$", File.ReadAllText(pdf));
        File.WriteAllText(page, "two");
        Assert.False(PdfMark.IsOf(pdf, page));
        Assert.False(PdfMark.IsOf(Path.Combine(_folder, "none.pdf"), page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no PDF")]
    public void What_is_no_PDF_is_left_as_it_is(string text) => Assert.Equal(text, Encoding.ASCII.GetString(PdfMark.Set(Encoding.ASCII.GetBytes(text), [])));
}
