// PDFs of pages: what is on paper is asked of the browser before it prints, and of the file.
using System.Text;
using System.Text.RegularExpressions;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishedPdfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-pdf-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(PaperSize.A4, 595, 842)]
    [InlineData(PaperSize.Letter, 612, 792)]
    public async Task A_page_is_printed_on_its_paper_with_its_title_an_outline_and_tags(PaperSize paper, int width, int height)
    {
        string pdf = await PrintAsync(new() { Paper = paper });

        string text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, Stop));
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Match box = Regex.Match(text, @"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]");
        Assert.Equal(width, double.Parse(box.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1.0);
        Assert.Equal(height, double.Parse(box.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), 1.0);
        Assert.Contains("/Title (Measure a smile in one photo)", text, StringComparison.Ordinal);
        Assert.Contains("/Outlines", text, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.InRange(await PagesAsync(pdf), 2, 6);
    }

    [Fact]
    public async Task The_audit_of_claims_is_two_pages_on_either_paper()
    {
        Chromium.Find();
        (string printed, int exitCode) = await SmileLauncher.RunAsync("publish", "notebooks/10-claims-audit.ipynb", "--pdf", "--out", _folder);
        Assert.True(exitCode == 0, printed);
        string letter = Path.Combine(_folder, "letter.pdf");
        await PdfPrinter.PrintAsync(Path.Combine(_folder, "10-claims-audit.html"), letter, new() { Paper = PaperSize.Letter }, Stop);

        Assert.Equal(2, await PagesAsync(Path.Combine(_folder, "10-claims-audit.pdf")));
        Assert.Equal(2, await PagesAsync(letter));
    }

    [Fact]
    public async Task Two_prints_of_one_moment_are_the_same_bytes()
    {
        PdfOptions options = new() { CreatedAt = PublishingSample.Provenance.StartedAt };

        byte[] first = await File.ReadAllBytesAsync(await PrintAsync(options), Stop);
        byte[] second = await File.ReadAllBytesAsync(await PrintAsync(options), Stop);

        Assert.Contains("(D:20261121140500+00'00')", Encoding.Latin1.GetString(first), StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(["report.html", "report.pdf"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Code_is_printed_when_it_is_asked_for()
    {
        long without = new FileInfo(await PrintAsync(new())).Length;
        long with = new FileInfo(await PrintAsync(new() { ShowCode = true })).Length;

        Assert.True(with > without, $"{with} bytes with code, {without} without");
    }

    [Fact]
    public async Task A_page_without_figures_and_a_foreign_page_are_printed()
    {
        Chromium.Find();
        string page = Path.Combine(_folder, "plain.html");
        ReportPublisher.Publish(new() { Cells = [] }, PublishingSample.Provenance, page);
        string foreign = Path.Combine(_folder, "foreign.html");
        await File.WriteAllTextAsync(foreign, "<!DOCTYPE html><title>Foreign</title><p>words", Stop);

        await PdfPrinter.PrintAsync(page, Path.Combine(_folder, "plain.pdf"), cancellationToken: Stop);
        await PdfPrinter.PrintAsync(foreign, Path.Combine(_folder, "foreign.pdf"), cancellationToken: Stop);

        Assert.All(["plain.pdf", "foreign.pdf"], (string name) => Assert.True(new FileInfo(Path.Combine(_folder, name)).Length > 1000));
    }

    [Fact]
    public async Task A_browser_that_is_none_is_an_error_that_names_it()
    {
        string page = Path.Combine(_folder, "plain.html");
        ReportPublisher.Publish(new() { Cells = [] }, PublishingSample.Provenance, page);
        string missing = Path.Combine(_folder, "no-browser");

        BrowserException error = await Assert.ThrowsAsync<BrowserException>(() => PdfPrinter.PrintAsync(page, Path.Combine(_folder, "a.pdf"), new() { Browser = missing }, Stop));
        FileNotFoundException noPage = await Assert.ThrowsAsync<FileNotFoundException>(() => PdfPrinter.PrintAsync(missing, Path.Combine(_folder, "a.pdf"), cancellationToken: Stop));

        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        Assert.Contains(missing, noPage.Message, StringComparison.Ordinal);
        Assert.Equal(["plain.html"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_program_that_is_no_browser_is_an_error_that_tells_what_it_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        string page = Path.Combine(_folder, "plain.html");
        ReportPublisher.Publish(new() { Cells = [] }, PublishingSample.Provenance, page);
        string program = Path.Combine(_folder, "chromium");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho 'I am no browser' >&2\nexit 3\n", Stop);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        BrowserException error = await Assert.ThrowsAsync<BrowserException>(() => PdfPrinter.PrintAsync(page, Path.Combine(_folder, "a.pdf"), new() { Browser = program }, Stop));

        Assert.Contains("I am no browser", error.Message, StringComparison.Ordinal);
    }

    private static async Task<int> PagesAsync(string pdf) => Regex.Count(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, Stop)), @"/Type /Page\b");

    private async Task<string> PrintAsync(PdfOptions options)
    {
        Chromium.Find();
        string html = Path.Combine(_folder, "report.html");
        string pdf = Path.ChangeExtension(html, ".pdf");
        ReportPublisher.Publish(PublishingSample.Notebook, PublishingSample.Provenance, html);
        await PdfPrinter.PrintAsync(html, pdf, options, Stop);
        return pdf;
    }
}
