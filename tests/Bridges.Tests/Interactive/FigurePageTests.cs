// .NET Interactive brings no plotly.js: with the one cell that docs/bridges/interactive.md adds, its figures draw in a browser, offline.
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Bridges.Tests.Interactive;

[Collection(InteractiveTests.Name)]
public sealed partial class FigurePageTests(BothHosts hosts) : IDisposable
{
    private static readonly string[] s_commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-figures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("01-measure-a-smile")]
    [InlineData("03-dimberg-2000")]
    public async Task Every_figure_is_drawn_in_a_page_of_the_HTML_that_NET_Interactive_sends(string notebook)
    {
        string browser = FindBrowser();
        string[] shown = [.. (await hosts.RunAsync(notebook)).Theirs.Cells.SelectMany(cell => cell.Outputs).OfType<ValueOutput>().Select(HtmlOf)];
        int figures = shown.Sum(html => Place().Count(html));
        string page = Path.Combine(_folder, "page.html");
        await File.WriteAllTextAsync(page, $"<!DOCTYPE html><meta charset=\"utf-8\"><body>{await LibraryAsync()}{string.Concat(shown)}", TestContext.Current.CancellationToken);

        string drawn = await DrawAsync(browser, page);

        Assert.True(figures > 3, $"{notebook} has {figures} figures.");
        Assert.Equal(figures, Drawn().Count(drawn));
        Assert.DoesNotContain("This figure needs plotly.js, which is not on this page. ", Unseen().Replace(drawn, ""), StringComparison.Ordinal);
    }

    private static string HtmlOf(ValueOutput value) => value.Data.GetValueOrDefault(ValueOutput.HtmlType) ?? "";

    /// <summary>What the documented cell shows in .NET Interactive.</summary>
    private async Task<string> LibraryAsync()
    {
        string documentation = await File.ReadAllTextAsync(Repository.PathOf("docs", "bridges", "interactive.md"), TestContext.Current.CancellationToken);
        string cell = LibraryCell().Match(documentation).Groups[1].Value;
        Assert.Contains("../node_modules/", cell, StringComparison.Ordinal);
        string notebook = Path.Combine(_folder, "library.ipynb");
        NotebookJson.Write(notebook, [cell.Replace("../node_modules/", Repository.PathOf("node_modules").Replace('\\', '/') + "/", StringComparison.Ordinal)]);
        return HtmlOf(Assert.IsType<ValueOutput>(Assert.Single((await Hosts.RunInInteractiveAsync(notebook)).Cells[0].Outputs)));
    }

    private async Task<string> DrawAsync(string browser, string page)
    {
        string[] arguments =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", $"--user-data-dir={Path.Combine(_folder, "profile")}",
            "--virtual-time-budget=20000", "--dump-dom", new Uri(page).AbsoluteUri,
        ];
        using Process chromium = Process.Start(new ProcessStartInfo(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = chromium.StandardError.ReadToEndAsync();
        string dom = await chromium.StandardOutput.ReadToEndAsync();
        await chromium.WaitForExitAsync();
        Assert.True(chromium.ExitCode == 0, await errors);
        return dom;
    }

    /// <summary>A Chromium, Chrome or Edge on the PATH; skips the test where there is none.</summary>
    private static string FindBrowser()
    {
        string[] named = Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } path ? [path] : [];
        IEnumerable<string> onPath =
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            from command in s_commands
            select Path.Combine(folder, OperatingSystem.IsWindows() ? $"{command}.exe" : command);
        string? found = named.Concat(onPath).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, "No Chromium was found.");
        return found!;
    }

    [GeneratedRegex("""<div class="smile-figure" """)]
    private static partial Regex Place();

    [GeneratedRegex("""<div class="smile-figure js-plotly-plot" """)]
    private static partial Regex Drawn();

    [GeneratedRegex(@"<script\b.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"```csharp\r?\n(HTML\(.*?)\r?\n```", RegexOptions.Singleline)]
    private static partial Regex LibraryCell();
}
