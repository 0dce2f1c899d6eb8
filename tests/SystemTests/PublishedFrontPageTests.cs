// The pages about all reports in a real browser: cards with pictures, search, glossary, hints, links from report to report.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishedFrontPageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private static readonly Glossary s_glossary = Glossary.Parse(
        "# Glossary\n\nTerms of these reports.\n\n## Faces\n\n### Landmark\n\nA point of the face with a fixed meaning, placed by a model.\n\n### Action unit\n\n*Also: AU.*\n\nThe smallest movement that is told apart; landmarks measure it.\n\n## Statistics\n\n### Épsilon\n\nA small number.");

    private readonly string _folder = Directory.CreateTempSubdirectory("smile front #1 ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task The_front_page_and_its_search_have_no_violation_and_fit_their_window(int width, bool dark)
    {
        await using ChromiumPage page = await chromium.OpenAsync(await PublishAsync(), width, dark: dark);
        string name = $"front-{width}-{(dark ? "dark" : "light")}";

        await Axe.AssertNoViolationAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.ScreenshotAsync(name);
        await TypeAsync(page, "landmark");
        await Axe.AssertNoViolationAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.ScreenshotAsync($"{name}-search");
        Assert.Empty(page.Errors);
        Assert.All(page.Requests, address => Assert.Matches("^(file:.*/index\\.html|data:)", address));
    }

    [Fact]
    public async Task Cards_show_their_figures_in_the_colours_of_the_page()
    {
        const string Shown = "[...document.querySelectorAll('.picture img')].filter(image => image.checkVisibility()).map(image => `${image.className} ${image.complete} ${image.naturalWidth}x${image.naturalHeight}`).join('; ')";
        await using ChromiumPage page = await chromium.OpenAsync(await PublishAsync());

        Assert.Equal("on-light true 640x400", await page.EvaluateAsync<string>(Shown));
        Assert.Equal("Seven landmarks drawn on the photo of the astronaut.", await page.EvaluateAsync<string>("document.querySelector('.picture img').alt"));
        await page.PreferDarkAsync(dark: true);
        Assert.Equal("on-dark true 640x400", await page.EvaluateAsync<string>(Shown));
        await page.RunAsync("document.getElementById('theme-toggle').click()");
        Assert.Equal("on-light true 640x400", await page.EvaluateAsync<string>(Shown));
        Assert.Equal("01 02", await page.EvaluateAsync<string>("[...document.querySelectorAll('.number')].map(number => number.textContent).join(' ')"));
        Assert.Equal("02", await page.EvaluateAsync<string>("document.querySelector('.picture.none').textContent"));
    }

    [Fact]
    public async Task A_search_by_keyboard_counts_marks_and_leads_to_the_heading()
    {
        await using ChromiumPage page = await chromium.OpenAsync(await PublishAsync());

        await page.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyDown", ["key"] = "/", ["text"] = "/" });
        Assert.Equal("query", await page.EvaluateAsync<string>("document.activeElement.id"));
        await TypeAsync(page, "INTENSITIES right");
        Assert.Equal("1 hit on 1 page", await page.EvaluateAsync<string>("found.textContent"));
        Assert.Equal("Action units|Measure a smile in one photo|intensities,right", await page.EvaluateAsync<string>(
            "[document.querySelector('#hits a span').textContent, document.querySelector('#hits small').textContent, [...document.querySelectorAll('#hits mark')].map(mark => mark.textContent)].join('|')"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.reports').hidden"));
        await page.PressAsync("ArrowDown");
        Assert.Equal("./01-photo.html#s-action-units", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.PressAsync("ArrowUp");
        Assert.Equal("query", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.PressAsync("Enter");

        await page.WaitForAsync("document.title === 'Measure a smile in one photo' && location.hash === '#s-action-units'");
    }

    [Theory]
    [InlineData("epsilon", "1 hit on 1 page")]
    [InlineData("no such words anywhere", "Nothing was found.")]
    [InlineData("x", "")]
    [InlineData("   ", "")]
    [InlineData("<img src=x onerror=alert(1)>", "Nothing was found.")]
    public async Task A_search_says_how_much_it_found(string query, string said)
    {
        await using ChromiumPage page = await chromium.OpenAsync(await PublishAsync());

        await TypeAsync(page, query);

        Assert.Equal(said, await page.EvaluateAsync<string>("found.textContent"));
        Assert.Equal(said.Length == 0, await page.EvaluateAsync<bool>("!document.querySelector('.reports').hidden"));
        await page.PressAsync("Escape");
        Assert.Equal("", await page.EvaluateAsync<string>("query.value.trim() + found.textContent"));
        Assert.False(await page.EvaluateAsync<bool>("document.querySelector('.reports').hidden"));
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(400, true)]
    public async Task The_glossary_has_no_violation_and_leads_to_the_reports(int width, bool dark)
    {
        await PublishAsync();
        await using ChromiumPage page = await chromium.OpenAsync(Path.Combine(_folder, "glossary.html"), width, dark: dark);

        await Axe.AssertNoViolationAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.ScreenshotAsync($"glossary-{width}-{(dark ? "dark" : "light")}");
        Assert.Empty(page.Errors);
        await page.RunAsync("document.querySelector('.used a').click()");
        await page.WaitForAsync("document.title === 'Measure a smile in one photo'");
    }

    [Fact]
    public async Task A_term_is_explained_to_the_pointer_the_keyboard_and_a_finger()
    {
        const string Box = "(() => { const box = document.querySelector('.hint'); return box.hidden ? '' : box.textContent; })()";
        const string Said = "A point of the face with a fixed meaning, placed by a model.";
        await PublishAsync();
        await using ChromiumPage page = await chromium.OpenAsync(Path.Combine(_folder, "01-photo.html"), 400);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");

        Assert.Equal(Said, await page.EvaluateAsync<string>("document.getElementById(document.querySelector('a.term').getAttribute('aria-describedby')).textContent"));
        await page.RunAsync("document.querySelector('a.term').focus()");
        Assert.Equal(Said, await page.EvaluateAsync<string>(Box));
        Assert.True(await page.EvaluateAsync<bool>("(() => { const box = document.querySelector('.hint').getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; })()"));
        await Axe.AssertNoViolationAsync(page);
        await page.ScreenshotAsync("hint-400-light");
        await page.PressAsync("Escape");
        Assert.Equal("", await page.EvaluateAsync<string>(Box));

        await page.RunAsync("document.querySelector('a.term').blur(); scrollTo(0, 0)");
        double[] at = System.Text.Json.JsonSerializer.Deserialize<double[]>(await page.EvaluateAsync<string>("JSON.stringify((box => [box.x + box.width / 2, box.y + box.height / 2])(document.querySelector('a.term').getClientRects()[0]))"))!;
        await MoveAsync(page, at[0], at[1]);
        await page.WaitForAsync($"({Box}) === '{Said}'");
        await MoveAsync(page, 1, 1);
        await page.WaitForAsync($"({Box}) === ''");

        await page.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true });
        await TapAsync(page, at[0], at[1]);
        await page.WaitForAsync($"({Box}) === '{Said}'");
        Assert.Equal("Measure a smile in one photo", await page.EvaluateAsync<string>("document.title"));
        await TapAsync(page, at[0], at[1]);
        await page.WaitForAsync("document.title === 'Glossary' && location.hash === '#term-landmark'");
    }

    [Fact]
    public async Task Reports_lead_to_each_other_and_back()
    {
        await using ChromiumPage page = await chromium.OpenAsync(await PublishAsync(), 400);

        await page.RunAsync("document.querySelector('.reports a').click()");
        await page.WaitForAsync("document.title === 'Measure a smile in one photo' && document.readyState === 'complete'");
        Assert.Equal(400, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.RunAsync("document.querySelector('.onward a[rel=next]').click()");
        await page.WaitForAsync("document.title === 'Second' && document.readyState === 'complete'");
        await Axe.AssertNoViolationAsync(page);
        await page.RunAsync("document.querySelector('.site a[rel=prev]').click()");
        await page.WaitForAsync("document.title === 'Measure a smile in one photo' && document.readyState === 'complete'");
        await page.RunAsync("document.querySelector('.site .home').click()");
        await page.WaitForAsync("document.querySelector('.reports') !== null");
    }

    [Fact]
    public async Task A_picture_is_kept_as_long_as_its_figure_is_the_same()
    {
        Chromium.Find();
        await using SharedBrowser browser = new(BrowserFinder.Find());
        await using CardPictures pictures = new(browser, new ReportOptions().PlotlyPath);

        CardPicture first = (await pictures.OfAsync(PublishingSample.Notebook, null, TestContext.Current.CancellationToken))!;
        CardPicture again = (await pictures.OfAsync(PublishingSample.Notebook, first, TestContext.Current.CancellationToken))!;
        CardPicture other = (await pictures.OfAsync(PublishingSample.Notebook, first with { Key = "of another figure" }, TestContext.Current.CancellationToken))!;

        Assert.Same(first, again);
        Assert.Equal(first, other);
        Assert.NotEqual(first.Light, first.Dark);
        Assert.InRange(first.Light.Length, 5_000, 120_000);
    }

    [Fact]
    public async Task A_browser_that_ends_by_itself_costs_one_picture_and_not_the_next()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        Chromium.Find();
        CancellationToken stop = TestContext.Current.CancellationToken;
        string program = Path.Combine(_folder, "chromium"), pid = Path.Combine(_folder, "pid");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\necho $$ > '{pid}'\nexec '{BrowserFinder.Require()}' \"$@\"\n", stop);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await using SharedBrowser browser = new(program);
        await using CardPictures pictures = new(browser, new ReportOptions().PlotlyPath);
        CardPicture first = (await pictures.OfAsync(PublishingSample.Notebook, null, stop))!;
        HeadlessBrowser started = await browser.GetAsync();
        using (Process process = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(pid, stop), CultureInfo.InvariantCulture)))
        {
            process.Kill(entireProcessTree: true);
        }

        while (!started.HasEnded)
        {
            await Task.Delay(5, stop);
        }

        CardPicture? lost = await pictures.OfAsync(PublishingSample.Notebook, null, stop);
        CardPicture? next = await pictures.OfAsync(PublishingSample.Notebook, null, stop);

        Assert.NotEqual(first, lost);
        Assert.Equal(1, pictures.Left);
        Assert.Equal(first, next);
    }

    /// <returns>The index of two reports: one with a figure, one without.</returns>
    private async Task<string> PublishAsync()
    {
        NotebookDocument photo = PublishingSample.Notebook with { Metadata = new() { ["report"] = new JsonObject { ["sentence"] = "One photo becomes landmarks and a number.", ["data"] = new JsonArray("real", "simulated", "published") } } };
        NotebookDocument second = new() { Cells = [new NotebookCell { Id = "m", Kind = CellKind.Markdown, Source = "# Second\n\nNothing but words." }] };
        await using SharedBrowser browser = new(BrowserFinder.Find());
        await using CardPictures pictures = new(browser, new ReportOptions().PlotlyPath);
        CardPicture? picture = await pictures.OfAsync(photo, null, TestContext.Current.CancellationToken);
        ReportPublisher.Publish(photo, PublishingSample.Provenance, Path.Combine(_folder, "01-photo.html"), new() { Glossary = s_glossary, Picture = picture });
        ReportPublisher.Publish(second, PublishingSample.Provenance, Path.Combine(_folder, "02-second.html"), new() { Glossary = s_glossary });
        return ReportIndex.Write(_folder, new IndexOptions { Title = "Studies", Lead = "What was measured.", Glossary = s_glossary });
    }

    private static Task TypeAsync(ChromiumPage page, string query) =>
        page.RunAsync($"const box = document.getElementById('query'); box.focus(); box.value = {System.Text.Json.JsonSerializer.Serialize(query)}; box.dispatchEvent(new Event('input', {{ bubbles: true }}))");

    private static Task<JsonObject> MoveAsync(ChromiumPage page, double x, double y) => page.SendAsync("Input.dispatchMouseEvent", new() { ["type"] = "mouseMoved", ["x"] = x, ["y"] = y });

    private static async Task TapAsync(ChromiumPage page, double x, double y)
    {
        await page.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = new JsonArray(new JsonObject { ["x"] = x, ["y"] = y }) });
        await page.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = new JsonArray() });
    }
}
