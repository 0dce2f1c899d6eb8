// What a machine can tell of accessibility.
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishedAccessibilityTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-axe-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task A_page_with_figures_and_a_failed_cell_has_no_violation(int width, bool dark)
    {
        string path = Path.Combine(_folder, "report.html");
        ReportPublisher.Publish(WithNotes(PublishingSample.Notebook), PublishingSample.Provenance, path);
        await using ChromiumPage page = await chromium.OpenAsync(path, width, dark: dark);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");

        await Axe.AssertNoViolationAsync(page);
        await page.RunAsync("document.querySelectorAll('details').forEach(details => { details.open = true; }); document.querySelector('.command .copy').focus()");
        await page.WaitForAsync("document.querySelectorAll('.figure-data table').length > 0");
        await Axe.AssertNoViolationAsync(page);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(400, true)]
    public async Task The_index_has_no_violation(int width, bool dark)
    {
        ReportPublisher.Publish(PublishingSample.Notebook, PublishingSample.Provenance, Path.Combine(_folder, "report.html"));
        ReportPublisher.Publish(new() { Cells = [] }, PublishingSample.Provenance, Path.Combine(_folder, "empty.html"));
        await using ChromiumPage page = await chromium.OpenAsync(ReportIndex.Write(_folder), width, dark: dark);

        await Axe.AssertNoViolationAsync(page);
    }

    private static NotebookDocument WithNotes(NotebookDocument notebook)
    {
        NotebookCell notes = new() { Id = "notes", Kind = CellKind.Markdown, Source = "A claim[^1], a task list and a picture.\n\n- [x] done\n\n![dot](attachment:dot.png)\n\n[^1]: Its source." };
        JsonObject picture = new() { ["image/png"] = Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]) };
        return notebook with { Cells = notebook.Cells.Add(notes with { Attachments = new() { ["dot.png"] = picture } }) };
    }
}
