// A published page of outputs, one a cell, opened in Chromium.
using SmileNotebooks.Host;

namespace SystemTests;

internal static class OutputsPage
{
    /// <summary>Publishes outputs, opens their page and waits until its figures are drawn.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="folder">Where the page is written.</param>
    /// <param name="name">The page's name, and its screenshot's.</param>
    /// <param name="outputs">What each cell is called and shows.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="dark">Whether the reader prefers dark pages.</param>
    public static async Task<ChromiumPage> OpenAsync(Chromium chromium, string folder, string name, IEnumerable<(string Name, MimeBundle Bundle)> outputs, int width, bool dark)
    {
        string path = Path.Combine(folder, $"{name}.html");
        ReportPublisher.Publish(new() { Cells = [.. outputs.Select((output, at) => Cell(output.Name, at, output.Bundle))] }, PublishingSample.Provenance, path);
        ChromiumPage page = await chromium.OpenAsync(path, width, dark: dark);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");
        await page.ScreenshotAsync($"{name}-{width}-{(dark ? "dark" : "light")}");
        return page;
    }

    /// <summary>A cell that has run.</summary>
    public static NotebookCell Cell(string name, int at, MimeBundle bundle) => new()
    {
        Id = $"cell-{at}",
        Kind = CellKind.Code,
        Source = $"// {name}",
        ExecutionCount = at + 1,
        Outputs = [new DisplayOutput(bundle)],
    };
}
