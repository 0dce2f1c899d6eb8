// Tables of sentences on a narrow screen, and wide tables on paper.
using System.Collections.Immutable;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishedTablesTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Sentences =
        "<div style=\"overflow-x:auto\"><table class=\"sn-table\"><caption>What was found, in a caption that is longer than a phone is wide</caption><thead><tr><th scope=\"col\">study</th><th scope=\"col\">n</th><th scope=\"col\">finding</th></tr></thead>"
        + "<tbody><tr><td>First (2000)</td><td style=\"text-align:right;white-space:nowrap\">120</td><td>Happy faces raised the muscle that smiles, and angry ones did not.</td></tr><tr><td>Second (2001)</td><td></td><td>Nothing of the kind.</td></tr></tbody></table></div>";

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task On_a_narrow_screen_each_row_of_a_table_of_sentences_is_a_block_whose_cells_say_their_headings()
    {
        await using ChromiumPage page = await OpenAsync("narrow", 400, Sentences);

        Assert.Equal("n 120; finding Happy faces raised the muscle that smiles, and angry ones did not.", await page.EvaluateAsync<string>(
            "[...document.querySelectorAll('.output tbody tr:first-child td')].slice(1).map(cell => `${getComputedStyle(cell, '::before').content.slice(1, -1)} ${cell.textContent}`).join('; ')"));
        Assert.Equal("block none", await page.EvaluateAsync<string>("[...document.querySelectorAll('.output tr:last-child td')].slice(0, 2).map(cell => getComputedStyle(cell).display.replace('flow-root', 'block')).join(' ')"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.output table, .output div')].every(box => box.scrollWidth <= box.clientWidth + 1)"));
        Assert.Equal("table rowgroup row cell", await page.EvaluateAsync<string>("['table', 'tbody', 'tbody tr', 'tbody td'].map(part => document.querySelector(`.output ${part}`).getAttribute('role')).join(' ')"));
    }

    [Fact]
    public async Task On_a_wide_screen_it_is_a_table()
    {
        await using ChromiumPage page = await OpenAsync("wide", 1280, Sentences);

        Assert.Equal("table-cell", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.output tbody td')).display"));
    }

    [Fact]
    public async Task A_table_that_is_too_wide_for_paper_is_printed_smaller_and_no_other()
    {
        string cells = string.Concat(Enumerable.Range(0, 24).Select(at => $"<td style=\"white-space:nowrap\">[-0.{at:00}, 0.{at:00}]</td>"));
        await using ChromiumPage page = await OpenAsync("paper", 1280, $"<div style=\"overflow-x:auto\"><table class=\"sn-table\"><tbody><tr>{cells}</tr></tbody></table></div>{Sentences}");

        await page.SendAsync("Emulation.setEmulatedMedia", new() { ["media"] = "print" });
        await page.SetViewportAsync(638, 900);

        Assert.Equal("", await page.EvaluateAsync<string>("document.querySelectorAll('.output table')[1].style.getPropertyValue('--paper-zoom')"));
        Assert.InRange(await page.EvaluateAsync<double>("Number(document.querySelector('.output table').style.getPropertyValue('--paper-zoom'))"), 0.1, 0.9);
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.output table').getBoundingClientRect().width <= 639"));
    }

    private async Task<ChromiumPage> OpenAsync(string name, int width, string html)
    {
        string path = Path.Combine(_folder, $"{name}.html");
        MimeBundle bundle = new(ImmutableSortedDictionary<string, string>.Empty.Add("text/html", html));
        ReportPublisher.Publish(new() { Cells = [OutputsPage.Cell(name, 0, bundle)] }, PublishingSample.Provenance, path);
        ChromiumPage page = await chromium.OpenAsync(path, width);
        await page.WaitForAsync("document.readyState === 'complete'");
        return page;
    }
}
