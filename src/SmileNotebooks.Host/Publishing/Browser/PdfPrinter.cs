// A published page as a PDF: what the browser's print dialogue would make, with the title and page numbers at the foot.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Prints published pages to PDF files.</summary>
public static class PdfPrinter
{
    // Inches, as Page.printToPDF wants them. 20 mm at the sides leave 170 mm of A4 and 176 mm of Letter: a figure is 169 mm wide in print.
    private const double SideMargin = 20 / 25.4;
    private const double TopMargin = 16 / 25.4;
    private const double FootMargin = 20 / 25.4;

    // Figures in space are drawn in software, some seconds each on a slow machine.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    // The browser fills in the classes. Its own sheet makes the text tiny and the margins none.
    private const string Foot = """
        <div style="width: 100%; margin: 0 20mm; display: flex; justify-content: space-between; gap: 2em; font: 8pt system-ui, sans-serif; color: #58606d">
        <span class="title" style="overflow: hidden; text-overflow: ellipsis; white-space: nowrap"></span>
        <span style="white-space: nowrap"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>
        """;

    /// <summary>Prints a page; its scripts run, its figures are drawn for paper in light colours. The file appears whole or not at all.</summary>
    /// <param name="html">The HTML file, usually one that <see cref="ReportPublisher.Publish"/> wrote.</param>
    /// <param name="pdf">The file to write; its folder must exist.</param>
    /// <param name="options">Paper and contents. Default: as <see cref="PdfOptions"/> says.</param>
    /// <param name="cancellationToken">Ends the printing.</param>
    /// <exception cref="FileNotFoundException">The page is not there.</exception>
    /// <exception cref="BrowserException">No browser was found, or it failed; the message says what to do.</exception>
    public static async Task PrintAsync(string html, string pdf, PdfOptions? options = null, CancellationToken cancellationToken = default)
    {
        await using SharedBrowser browser = new(options?.Browser);
        await PrintAsync(html, pdf, browser, options, cancellationToken);
    }

    /// <summary>As the other, with a browser that is used for more.</summary>
    internal static async Task PrintAsync(string html, string pdf, SharedBrowser browser, PdfOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(html))
        {
            throw new FileNotFoundException($"{html} was not found: a PDF is printed of a published page.", html);
        }

        options ??= new();
        byte[] printedPage = await File.ReadAllBytesAsync(html, cancellationToken);
        await using BrowserPage page = await (await browser.GetAsync()).OpenAsync(cancellationToken);
        await page.PreferDarkAsync(false, cancellationToken);
        await page.NavigateAsync(new Uri(Path.GetFullPath(html)).AbsoluteUri, cancellationToken);
        await PrepareAsync(page, options, cancellationToken);
        JsonObject printed = await page.SendAsync("Page.printToPDF", Settings(options.Paper), cancellationToken);
        byte[] bytes = Convert.FromBase64String((string)printed["data"]!);
        WholeFile.Write(pdf, PdfMark.Set(options.CreatedAt is { } moment ? PdfNodeNames.Renumber(PdfDates.Set(bytes, moment)) : bytes, printedPage));
    }

    /// <summary>Waits until all is drawn as it will be on paper. A page without figures, or not of ours, has nothing to wait for.</summary>
    private static async Task PrepareAsync(BrowserPage page, PdfOptions options, CancellationToken stop)
    {
        await WaitAsync(page, "document.documentElement.dataset.figures !== 'waiting'", stop);
        if (options.ShowCode)
        {
            await page.EvaluateAsync<bool>("document.querySelectorAll('details.code').forEach(code => { code.open = true; }), true", stop);
        }

        if (await page.EvaluateAsync<bool>("document.documentElement.dataset.figures === 'drawn' && (window.reportFigures.print(), true)", stop))
        {
            await WaitAsync(page, "document.documentElement.dataset.figures === 'on-paper'", stop);
        }

        await page.EvaluateAsync<bool>("document.fonts.ready.then(() => true)", stop);
    }

    private static async Task WaitAsync(BrowserPage page, string state, CancellationToken stop)
    {
        if (!await page.WaitForAsync(state, s_patience, stop))
        {
            throw new BrowserException($"The page's figures were not drawn within {s_patience.TotalMinutes:0} minutes, so that it was not printed.");
        }
    }

    private static JsonObject Settings(PaperSize paper)
    {
        (double width, double height) = paper == PaperSize.A4 ? (210 / 25.4, 297 / 25.4) : (8.5, 11);
        return new()
        {
            ["paperWidth"] = width,
            ["paperHeight"] = height,
            ["marginTop"] = TopMargin,
            ["marginBottom"] = FootMargin,
            ["marginLeft"] = SideMargin,
            ["marginRight"] = SideMargin,
            ["printBackground"] = true,
            ["displayHeaderFooter"] = true,
            ["headerTemplate"] = "<span></span>",
            ["footerTemplate"] = Foot,
            ["generateTaggedPDF"] = true,
            ["generateDocumentOutline"] = true,
        };
    }
}
