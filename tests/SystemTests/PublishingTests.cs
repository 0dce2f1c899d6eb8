// The published page in a real browser.
using System.Collections.Immutable;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishingTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    // Contrast ratio of WCAG 2.2, 1.4.3: 4.5 for text, 3 for large text. Text of figures is drawn by plotly.js and left out.
    private const string Contrast = """
        (() => {
          const parse = (colour) => { const parts = colour.match(/[\d.]+/g).map(Number); return { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 }; };
          const luminance = (rgb) => rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = (node) => { for (let n = node; n; n = n.parentElement) { const c = parse(getComputedStyle(n).backgroundColor); if (c.alpha === 1) return c.rgb; } return [255, 255, 255]; };
          const poor = new Set();
          for (const node of document.querySelectorAll('body *')) {
            if (node.closest('.plot, script, noscript') || !node.checkVisibility() || ![...node.childNodes].some(c => c.nodeType === 3 && c.textContent.trim())) continue;
            const style = getComputedStyle(node);
            const [a, b] = [luminance(parse(style.color).rgb), luminance(behind(node))].sort((x, y) => y - x);
            const size = parseFloat(style.fontSize);
            const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
            if ((a + 0.05) / (b + 0.05) < wanted) poor.add(`${node.tagName}.${node.className} ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
          }
          return [...poor].join(', ');
        })()
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-publishing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Figures_are_drawn_without_console_errors_and_without_a_request()
    {
        await using ChromiumPage page = await OpenAsync();

        Assert.Equal(3, await page.EvaluateAsync<int>("document.querySelectorAll('.plot .main-svg:first-child').length"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.gl-container canvas') !== null"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('.figure .missing:not(noscript *)').length"));
        Assert.Empty(page.Errors);
        AssertOffline(page);
    }

    [Fact]
    public async Task No_button_sends_a_figure_away()
    {
        await using ChromiumPage page = await OpenAsync();

        string buttons = await page.EvaluateAsync<string>("[...document.querySelectorAll('.modebar-btn')].map(button => button.dataset.title).join('; ')");

        Assert.Contains("Download plot", buttons, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)share|cloud|studio|produced with", buttons);
    }

    [Fact]
    public async Task The_page_never_scrolls_sideways()
    {
        await using ChromiumPage page = await OpenAsync();
        await page.RunAsync("document.getElementById('code-toggle').click()");
        foreach (int width in new[] { 1600, 1152, 900, 400, 320 })
        {
            await page.SetViewportAsync(width, 900);

            await page.WaitForAsync("[...document.querySelectorAll('.plot .main-svg')].every(svg => svg.getBoundingClientRect().right <= innerWidth)");
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task All_code_opens_and_closes_with_one_button_and_each_by_itself()
    {
        await using ChromiumPage page = await OpenAsync();
        const string Open = "[...document.querySelectorAll('details.code')].map(code => code.open ? 1 : 0).join('')";
        const string Button = "document.getElementById('code-toggle').textContent + document.getElementById('code-toggle').ariaPressed";

        string atFirst = await page.EvaluateAsync<string>(Open);
        await page.RunAsync("document.getElementById('code-toggle').click()");
        await page.WaitForAsync($"({Button}) === 'Hide all codetrue'");
        string shown = await page.EvaluateAsync<string>(Open);
        await page.RunAsync("document.querySelector('details.code > summary').click()");
        await page.WaitForAsync($"({Button}) === 'Show all codefalse'");
        string oneClosed = await page.EvaluateAsync<string>(Open);
        await page.RunAsync("document.getElementById('code-toggle').click(); document.getElementById('code-toggle').click()");
        string hidden = await page.EvaluateAsync<string>(Open);

        Assert.Equal(["00001", "11111", "01111", "00000"], [atFirst, shown, oneClosed, hidden]);
    }

    [Fact]
    public async Task The_theme_button_changes_the_page_and_its_figures_and_back()
    {
        const string Colours = "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector('.gtitle')).fill].join(' ')";
        const string Light = "rgb(255, 255, 255) rgb(29, 33, 41)";
        const string Dark = "rgb(22, 24, 28) rgb(223, 227, 232)";
        await using ChromiumPage page = await OpenAsync(dark: true);

        foreach (string expected in new[] { Dark, Light, Dark })
        {
            await page.WaitForAsync($"({Colours}) === '{expected}'");
            await page.RunAsync("document.getElementById('theme-toggle').click()");
        }

        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Figures_follow_the_system_when_it_turns_dark()
    {
        await using ChromiumPage page = await OpenAsync();

        await page.PreferDarkAsync(dark: true);

        await page.WaitForAsync("getComputedStyle(document.querySelector('.gtitle')).fill === 'rgb(223, 227, 232)'");
        Assert.Equal("Light", await page.EvaluateAsync<string>("document.getElementById('theme-toggle').textContent"));
    }

    [Fact]
    public async Task The_contents_follow_the_reader_on_a_wide_page()
    {
        await using ChromiumPage page = await OpenAsync();

        await page.RunAsync("document.getElementById('s-action-units').scrollIntoView()");

        await page.WaitForAsync("document.querySelector('.contents [aria-current]')?.textContent === 'Action units'");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.contents summary').getBoundingClientRect().top >= 0"));
    }

    [Fact]
    public async Task The_contents_are_folded_on_a_narrow_page_and_open_by_keyboard()
    {
        await using ChromiumPage page = await OpenAsync(width: 400);
        Assert.False(await page.EvaluateAsync<bool>("document.querySelector('.contents details').open"));

        await page.RunAsync("document.querySelector('.contents summary').focus()");
        await page.PressAsync("Enter");
        await page.WaitForAsync("document.querySelector('.contents details').open");
        await page.PressAsync("Tab");
        await page.PressAsync("Enter");

        await page.WaitForAsync("location.hash === '#s-find-the-face' && !document.querySelector('.contents details').open");
    }

    [Fact]
    public async Task Boxes_that_scroll_are_reached_by_keyboard()
    {
        await using ChromiumPage page = await OpenAsync(width: 400);

        Assert.True(await page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('pre, .output, .scroll')].filter(box => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX === 'auto').every(box => box.tabIndex === 0)"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.output.html').tabIndex === 0"));
    }

    [Fact]
    public async Task Text_has_the_contrast_of_WCAG_AA_in_both_themes()
    {
        await using ChromiumPage page = await OpenAsync();
        await page.RunAsync("document.getElementById('code-toggle').click()");

        string inLight = await page.EvaluateAsync<string>(Contrast);
        await page.PreferDarkAsync(dark: true);
        string inDark = await page.EvaluateAsync<string>(Contrast);

        Assert.Equal("", inLight);
        Assert.Equal("", inDark);
    }

    [Fact]
    public async Task A_hostile_notebook_runs_no_script()
    {
        NotebookCell hostile = new()
        {
            Id = "h",
            Kind = CellKind.Markdown,
            Source = "# <script>document.title = 'taken'</script>\n\n<img src=x onerror=\"document.title = 'taken'\">\n\n[x](javascript:document.title='taken')\n\n![x](x\" onerror=\"document.title='taken')",
        };
        ErrorOutput error = new("</pre><script>document.title = 'taken'</script>", "<img src=x onerror=\"document.title='taken'\">", ["<svg onload=\"document.title='taken'\">"]);
        NotebookCell code = hostile with { Kind = CellKind.Code, Outputs = [error, new StreamOutput("stdout", error.Name)] };
        string path = Path.Combine(_folder, "report.html");
        ReportPublisher.Publish(new() { Cells = [hostile, code], Metadata = new() { ["title"] = error.Name } }, PublishingSample.Provenance, path);
        string index = ReportIndex.Write(_folder);

        await using ChromiumPage page = await chromium.OpenAsync(path);
        await using ChromiumPage list = await chromium.OpenAsync(index);

        Assert.Equal(error.Name, await page.EvaluateAsync<string>("document.title"));
        Assert.Equal(error.Name, await list.EvaluateAsync<string>("document.querySelector('h2').textContent"));
        Assert.Equal("Reports", await list.EvaluateAsync<string>("document.title"));
        Assert.Empty(page.Errors);
        Assert.Empty(list.Errors);
        AssertOffline(page);
    }

    [Fact]
    public async Task A_request_that_a_cell_tries_to_make_does_not_leave_the_page()
    {
        const string Fragment = """
            <p id="own"></p><img src="https://example.org/a.png">
            <script>own.textContent = 'ran'; fetch('https://example.org/').catch(() => { own.textContent = 'blocked'; })</script>
            """;

        await using ChromiumPage page = await OpenHtmlOutputAsync(Fragment);

        await page.WaitForAsync("own.textContent === 'blocked'");
        Assert.Equal(2, page.Errors.Count(error => error.Contains("Content Security Policy directive", StringComparison.Ordinal) && error.Contains("example.org", StringComparison.Ordinal)));
        AssertOffline(page);
    }

    [Fact]
    public async Task HTML_that_waits_for_plotly_gets_it()
    {
        const string Fragment = """
            <div id="own"></div>
            <script>(function draw() { window.Plotly ? Plotly.newPlot('own', [{ y: [1, 2] }]) : setTimeout(draw, 20); })()</script>
            """;

        await using ChromiumPage page = await OpenHtmlOutputAsync(Fragment);

        await page.WaitForAsync("document.querySelector('#own .main-svg')");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('[data-title*=\"Share\"]').length"));
        Assert.Empty(page.Errors);
        AssertOffline(page);
    }

    [Fact]
    public async Task The_index_lists_the_report_and_leads_to_it()
    {
        await using (await OpenAsync())
        {
        }

        await using ChromiumPage index = await chromium.OpenAsync(ReportIndex.Write(_folder), width: 400);
        await index.ScreenshotAsync("index-400-light");
        await index.SetViewportAsync(1280, 900);
        await index.PreferDarkAsync(dark: true);
        await index.ScreenshotAsync("index-1280-dark");
        await index.RunAsync("document.querySelector('.reports a').click()");

        await index.WaitForAsync("document.title === 'Measure a smile in one photo'");
        Assert.Empty(index.Errors);
    }

    /// <summary>Pictures for people: set SMILE_SCREENSHOTS to a folder to look at them.</summary>
    [Fact]
    public async Task The_page_is_light_or_dark_as_the_system_and_light_in_print()
    {
        const string Background = "getComputedStyle(document.documentElement).backgroundColor";
        await using ChromiumPage page = await OpenAsync(width: 400);
        await page.ScreenshotAsync("report-400-light");
        await page.PreferDarkAsync(dark: true);
        Assert.Equal("rgb(22, 24, 28)", await page.EvaluateAsync<string>(Background));
        await page.ScreenshotAsync("report-400-dark");

        await page.SetViewportAsync(1280, 900);
        await page.ScreenshotAsync("report-1280-dark");
        await page.PreferDarkAsync(dark: false);
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>(Background));
        await page.RunAsync("document.getElementById('code-toggle').click()");
        await page.ScreenshotAsync("report-1280-light");

        await page.RunAsync("document.getElementById('theme-toggle').click()");
        await page.ScreenshotAsync("report-1280-code-dark");
        await page.RunAsync("dispatchEvent(new Event('beforeprint'))");
        await page.SendAsync("Emulation.setEmulatedMedia", new() { ["media"] = "print" });
        await page.ScreenshotAsync("report-print");
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>(Background));
        Assert.Equal("rgb(29, 33, 41)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.gtitle')).fill"));
        await page.RunAsync("dispatchEvent(new Event('afterprint'))");
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
    }

    private async Task<ChromiumPage> OpenAsync(int width = 1280, bool dark = false)
    {
        string path = Path.Combine(_folder, "report.html");
        ReportPublisher.Publish(PublishingSample.Notebook, PublishingSample.Provenance, path);
        ChromiumPage page = await chromium.OpenAsync(path, width, dark: dark);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");
        return page;
    }

    private Task<ChromiumPage> OpenHtmlOutputAsync(string html)
    {
        MimeBundle bundle = new(ImmutableSortedDictionary<string, string>.Empty.Add("text/html", html));
        NotebookCell cell = new() { Id = "c", Kind = CellKind.Code, Source = "x", Outputs = [new DisplayOutput(bundle)] };
        string path = Path.Combine(_folder, "report.html");
        ReportPublisher.Publish(new() { Cells = [cell] }, PublishingSample.Provenance, path);
        return chromium.OpenAsync(path);
    }

    private static void AssertOffline(ChromiumPage page) =>
        Assert.All(page.Requests, address => Assert.Matches("^(file:.*/report\\.html|data:|blob:)", address));
}
