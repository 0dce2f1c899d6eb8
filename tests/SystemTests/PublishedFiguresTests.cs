// Figures in the page beyond their drawing: many in space, on paper, their numbers, the notebook that is put together from them.
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishedFiguresTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Live = "document.querySelectorAll('.gl-container canvas').length";

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-figures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task More_figures_in_space_than_a_browser_has_contexts_for_are_all_seen()
    {
        const int Figures = 8; // more than the page keeps alive at a time
        await using ChromiumPage page = await OpenAsync(new() { Cells = [.. Enumerable.Range(0, Figures).Select(Surface)] });

        await page.WaitForAsync($"document.querySelectorAll('.plot:has(> img, .gl-container)').length === {Figures}");
        await page.WaitForAsync($"document.querySelector('.plot').matches(':has(.gl-container)')"); // the first is near the reader
        await page.RunAsync("[...document.querySelectorAll('.plot')].at(-1).scrollIntoView()");
        await page.WaitForAsync("[...document.querySelectorAll('.plot')].at(-1).matches(':has(.gl-container)') && document.querySelector('.plot').matches(':has(> img)')");
        Assert.InRange(await page.EvaluateAsync<int>(Live), 1, 8);
        Assert.DoesNotContain(page.Errors, error => error.Contains("WebGL contexts", StringComparison.Ordinal));

        await page.RunAsync("window.reportFigures.print()");
        await page.WaitForAsync($"document.querySelectorAll('img.on-paper').length === {Figures}");
    }

    [Fact]
    public async Task Paper_gets_light_figures_of_its_width_and_the_screen_gets_its_own_back()
    {
        const string Titles = "[...document.querySelectorAll('.gtitle')].map(title => getComputedStyle(title).fill).join(' ')";
        const string Widths = "[...document.querySelectorAll('.plot > .js-plotly-plot, .plot.js-plotly-plot')].map(plot => plot._fullLayout.width).join(' ')";
        await using ChromiumPage page = await OpenAsync(PublishingSample.Notebook, dark: true);
        string onScreen = await page.EvaluateAsync<string>(Widths);

        await page.RunAsync("window.dispatchEvent(new Event('beforeprint'))");
        await page.WaitForAsync($"({Widths}) === '840 840 840' && !({Titles}).includes('223')");
        await page.RunAsync("window.dispatchEvent(new Event('beforeprint')); window.dispatchEvent(new Event('afterprint'))");

        await page.WaitForAsync($"({Widths}) === '{onScreen}' && ({Titles}).includes('rgb(223, 227, 232)')");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.dataset.theme === undefined"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task On_paper_a_figure_in_space_is_a_picture_and_controls_are_gone()
    {
        await using ChromiumPage page = await OpenAsync(PublishingSample.Notebook);
        await page.RunAsync("window.reportFigures.print()");
        await page.WaitForAsync("document.documentElement.dataset.figures === 'on-paper'");
        await page.SendAsync("Emulation.setEmulatedMedia", new() { ["media"] = "print" });

        Assert.Equal(1, await page.EvaluateAsync<int>("[...document.querySelectorAll('img.on-paper')].filter(image => image.checkVisibility() && image.naturalWidth === 2 * 840).length"));
        Assert.False(await page.EvaluateAsync<bool>("document.querySelector('.figure:has(.on-paper) .plot').checkVisibility()"));
        Assert.Equal("", await page.EvaluateAsync<string>("[...document.querySelectorAll('button, .contents, .figure-data, .skip')].filter(node => node.checkVisibility()).map(node => node.outerHTML.slice(0, 99)).join(' ')"));
    }

    [Fact]
    public async Task A_slider_answers_the_mouse_and_the_keyboard()
    {
        const string Shown = "document.querySelector('.plot').data[0].y.join()";
        await using ChromiumPage page = await OpenAsync(new() { Cells = [Stepped] });
        await page.WaitForAsync("document.querySelector('.figure-controls input') !== null");
        Assert.Equal("1,2", await page.EvaluateAsync<string>(Shown));
        Assert.False(await page.EvaluateAsync<bool>("document.querySelector('.figure-controls').getBoundingClientRect().height > 5"));

        // The keyboard: the native slider is seen while it has the focus, says where it stands, and what is shown then.
        await page.RunAsync("document.querySelector('.figure-controls input').focus()");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.figure-controls').getBoundingClientRect().height > 5"));
        await page.PressAsync("ArrowRight");
        await page.WaitForAsync($"({Shown}) === '3,4'");
        await page.WaitForAsync("document.querySelector('.figure-controls [aria-live]').textContent !== ''");
        Assert.Equal("two s | Twice as much.", await page.EvaluateAsync<string>(
            "[document.querySelector('.figure-controls input').getAttribute('aria-valuetext'), document.querySelector('.figure-controls [aria-live]').textContent].join(' | ')"));
        await page.WaitForAsync("document.querySelector('.plot').textContent.includes('size: two s')");

        // A drawing that changes by itself takes the native slider along.
        await page.RunAsync("Plotly.animate(document.querySelector('.plot'), ['one'], { mode: 'immediate', frame: { duration: 0, redraw: true }, transition: { duration: 0 } })");
        await page.WaitForAsync($"({Shown}) === '1,2' && document.querySelector('.figure-controls input').value === '0'");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_numbers_of_a_figure_are_a_table_when_a_reader_opens_it()
    {
        await using ChromiumPage page = await OpenAsync(PublishingSample.Notebook);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('.figure-data table').length"));

        await page.RunAsync("[...document.querySelectorAll('.figure-data > summary')].at(-1).click()");

        await page.WaitForAsync("document.querySelectorAll('.figure-data table').length === 2");
        Assert.Equal("left | x y | AU06 2.7", await page.EvaluateAsync<string>(
            "(t => [t.caption.textContent, [...t.rows[0].cells].map(c => c.textContent).join(' '), [...t.rows[1].cells].map(c => c.textContent).join(' ')].join(' | '))(document.querySelector('.figure-data table'))"));
    }

    [Fact]
    public async Task The_notebook_is_downloaded_whole_from_its_page()
    {
        NotebookCell attached = new()
        {
            Id = "attached",
            Kind = CellKind.Markdown,
            Source = "![x](attachment:a.png) \u0001 $& \\u0001 </script>",
            Attachments = new() { ["a.png"] = new JsonObject { ["image/png"] = Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, .. new byte[3000]]) } },
        };
        NotebookDocument notebook = PublishingSample.Notebook with { Cells = PublishingSample.Notebook.Cells.Add(attached) };
        await using ChromiumPage page = await OpenAsync(notebook);
        await page.RunAsync("""
            const make = URL.createObjectURL;
            URL.createObjectURL = blob => { if (blob.type === 'application/x-ipynb+json') { window.taken = blob; } return make.call(URL, blob); };
            HTMLAnchorElement.prototype.click = function () { window.takenAs = this.download; };
            document.getElementById('download-notebook').click();
            """);

        await page.WaitForAsync("window.takenAs");
        string json = await page.EvaluateAsync<string>("window.taken.text()");

        Assert.Equal("report.ipynb", await page.EvaluateAsync<string>("window.takenAs"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(NotebookFile.ToJson(notebook)), JsonNode.Parse(json)), "The notebook is the one that was published.");
        Assert.Empty(page.Errors);
    }

    private static NotebookCell Stepped
    {
        get
        {
            const string Json = """
                {"data":[{"type":"scatter","y":[1,2],"name":"a"}],
                 "layout":{"meta":{"theme":"house"},"title":{"text":"Stepped"},"sliders":[{"currentvalue":{"prefix":"size: ","suffix":" s"},"steps":[
                   {"label":"one","method":"animate","args":[["one"],{"mode":"immediate","frame":{"duration":0,"redraw":true},"transition":{"duration":0}}]},
                   {"label":"two","method":"animate","args":[["two"],{"mode":"immediate","frame":{"duration":0,"redraw":true},"transition":{"duration":0}}]}]}]},
                 "frames":[{"name":"one","data":[{"y":[1,2]}],"traces":[0],"description":"As it was."},{"name":"two","data":[{"y":[3,4]}],"traces":[0],"description":"Twice as much."}]}
                """;
            MimeBundle bundle = new(ImmutableSortedDictionary<string, string>.Empty.Add("application/vnd.plotly.v1+json", Json));
            return new() { Id = "stepped", Kind = CellKind.Code, Source = "x", ExecutionCount = 1, Outputs = [new ResultOutput(bundle)] };
        }
    }

    private static NotebookCell Surface(int number)
    {
        string json = $$$"""{"data":[{"type":"surface","z":[[1,2,3],[2,{{{number}}},2],[3,2,1]],"showscale":false}],"layout":{"meta":{"theme":"house"},"title":{"text":"Surface {{{number}}}"},"height":300}}""";
        MimeBundle bundle = new(ImmutableSortedDictionary<string, string>.Empty.Add("application/vnd.plotly.v1+json", json));
        return new() { Id = $"s{number}", Kind = CellKind.Code, Source = "x", ExecutionCount = number + 1, Outputs = [new ResultOutput(bundle)] };
    }

    private async Task<ChromiumPage> OpenAsync(NotebookDocument notebook, bool dark = false)
    {
        string path = Path.Combine(_folder, "report.html");
        ReportPublisher.Publish(notebook, PublishingSample.Provenance, path);
        ChromiumPage page = await chromium.OpenAsync(path, dark: dark);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");
        return page;
    }
}
