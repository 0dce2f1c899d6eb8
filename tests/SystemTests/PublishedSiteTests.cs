// Pages that share one plotly.js, opened from a folder as a reader does who unpacks a site.
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishedSiteTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private static readonly ReportOptions s_site = new() { SharedPlotly = true, NotebookFile = "a b.ipynb" };

    private readonly string _folder = Directory.CreateTempSubdirectory("smile site #1 ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Pages_of_a_site_share_one_library_and_ask_for_nothing_else()
    {
        string first = Publish("a b.html");
        string second = Publish("c.html");

        string library = Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "assets")));
        Assert.Matches(@"plotly-[0-9a-f]{12}\.min\.js$", library);
        Assert.InRange(new FileInfo(first).Length, 100_000, 1_200_000);
        foreach (string path in new[] { first, second })
        {
            await using ChromiumPage page = await chromium.OpenAsync(path);
            await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");

            Assert.Equal(3, await page.EvaluateAsync<int>("document.querySelectorAll('.plot .main-svg:first-child').length"));
            Assert.Empty(page.Errors);
            Assert.All(page.Requests, address => Assert.Matches(@"^(file:.*/(a%20b|c)\.html|file:.*/assets/plotly-[0-9a-f]{12}\.min\.js$|data:|blob:)", address));
            Assert.Equal("./a%20b.ipynb", await page.EvaluateAsync<string>("document.querySelector('.download a').getAttribute('href')"));
        }
    }

    [Fact]
    public async Task A_page_whose_library_is_missing_says_so_and_stays_readable()
    {
        string path = Publish("a.html");
        Directory.Delete(Path.Combine(_folder, "assets"), recursive: true);

        await using ChromiumPage page = await chromium.OpenAsync(path);

        await page.WaitForAsync("document.documentElement.dataset.figures === 'failed'");
        Assert.Contains("was not found beside this page", await page.EvaluateAsync<string>("document.querySelector('.figure .missing').textContent"), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').innerText.includes('478 landmarks')"));
    }

    [Fact]
    public async Task A_fragment_with_a_script_of_its_own_gets_the_shared_library()
    {
        const string Fragment = "<div id='own'></div><script>(function draw() { window.Plotly ? Plotly.newPlot('own', [{ y: [1, 2] }]) : setTimeout(draw, 20); })()</script>";
        MimeBundle bundle = new(System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("text/html", Fragment));
        NotebookCell cell = new() { Id = "c", Kind = CellKind.Code, Source = "x", Outputs = [new DisplayOutput(bundle)] };
        string path = Path.Combine(_folder, "own.html");
        ReportPublisher.Publish(new() { Cells = [cell] }, PublishingSample.Provenance, path, s_site);

        await using ChromiumPage page = await chromium.OpenAsync(path);

        await page.WaitForAsync("document.querySelector('#own .main-svg')");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public void Publishing_a_site_again_gives_the_same_bytes()
    {
        Dictionary<string, byte[]> Files()
        {
            Publish("a.html");
            ReportIndex.Write(_folder);
            return Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);
        }

        Dictionary<string, byte[]> first = Files();
        Dictionary<string, byte[]> second = Files();

        Assert.Equal(3, first.Count);
        Assert.Equal(first.Keys.Order(), second.Keys.Order());
        Assert.All(first, file => Assert.Equal(file.Value, second[file.Key]));
    }

    private string Publish(string name)
    {
        string path = Path.Combine(_folder, name);
        ReportPublisher.Publish(PublishingSample.Notebook, PublishingSample.Provenance, path, s_site);
        return path;
    }
}
