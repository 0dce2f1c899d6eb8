using System.Collections.Immutable;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class FigurePicturesTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-pictures-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_figure_gets_a_picture_of_its_size()
    {
        NotebookDocument pictured = await PictureAsync(PublishingSample.Notebook);

        MimeBundle[] figures = [.. Bundles(pictured).Where(bundle => bundle["application/vnd.plotly.v1+json"] is not null)];
        Assert.Equal(3, figures.Length);
        Assert.All(figures, bundle => Assert.True(bundle["image/png"] is not null ^ bundle["image/jpeg"] is not null));
        Assert.Equal("image/jpeg", TypeOf(figures[0])); // a photograph
        Assert.Equal("image/png", TypeOf(figures[2])); // bars
        Assert.Equal([520, 460, 380], figures.Select(bundle => (int)bundle.Metadata![TypeOf(bundle)]!["height"]!));
        Assert.Equal((2 * 760, 2 * 380), PngSize(Convert.FromBase64String(figures[2]["image/png"]!)));
    }

    [Fact]
    public async Task A_picture_decodes_is_not_blank_and_is_the_same_when_drawn_again()
    {
        string first = Bundles(await PictureAsync(PublishingSample.Notebook)).Select(bundle => bundle["image/png"]).OfType<string>().Last();
        string second = Bundles(await PictureAsync(PublishingSample.Notebook)).Select(bundle => bundle["image/png"]).OfType<string>().Last();
        string blank = Path.Combine(_folder, "blank.html");
        await File.WriteAllTextAsync(blank, "<!DOCTYPE html><title>a</title>", Stop);
        await using ChromiumPage page = await chromium.OpenAsync(blank);

        int blue = await page.EvaluateAsync<int>($$"""
            (async () => {
              const image = new Image();
              image.src = 'data:image/png;base64,{{first}}';
              await image.decode();
              const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
              return pixels.filter(pixel => pixel === 0xffb27200).length; // #0072b2, the first colour of the house
            })()
            """);

        Assert.Equal(first, second);
        Assert.InRange(blue, 20_000, 500_000);
    }

    [Fact]
    public async Task A_notebook_without_figures_and_one_that_has_its_pictures_need_no_browser()
    {
        FigurePictureOptions nowhere = new() { Browser = Path.Combine(_folder, "no-browser") };
        NotebookDocument plain = new() { Cells = [.. PublishingSample.Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)] };
        NotebookDocument pictured = await PictureAsync(PublishingSample.Notebook);

        Assert.Same(plain, await FigurePictures.AddAsync(plain, nowhere, Stop));
        Assert.Same(pictured, await FigurePictures.AddAsync(pictured, nowhere, Stop));
        BrowserException error = await Assert.ThrowsAsync<BrowserException>(() => FigurePictures.AddAsync(PublishingSample.Notebook, nowhere, Stop));
        Assert.Contains("no-browser", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_plotly_cannot_draw_is_an_error_that_names_its_cell()
    {
        Chromium.Find();
        MimeBundle broken = new(ImmutableSortedDictionary<string, string>.Empty.Add("application/vnd.plotly.v1+json", """{"data":[{"type":"bar","y":[1]}],"layout":{"width":-5,"height":0}}"""));
        NotebookCell cell = new() { Id = "the-cell", Kind = CellKind.Code, Source = "x", Outputs = [new ResultOutput(broken)] };

        BrowserException error = await Assert.ThrowsAsync<BrowserException>(() => FigurePictures.AddAsync(new() { Cells = [cell] }, cancellationToken: Stop));

        Assert.Contains("the-cell", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_without_scripts_see_the_pictures()
    {
        string path = Path.Combine(_folder, "report.html");
        ReportPublisher.Publish(await PictureAsync(PublishingSample.Notebook), PublishingSample.Provenance, path);
        await using ChromiumPage page = await chromium.OpenAsync(path);
        await page.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        await page.SendAsync("Page.reload", []);

        await page.WaitForAsync("document.querySelectorAll('.figure noscript img').length === 3 && [...document.images].every(image => image.complete && image.naturalWidth > 0)");
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.figure noscript img')].every(image => image.alt.length > 20 && image.checkVisibility())"));
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('.figure .waiting')].filter(box => box.checkVisibility()).length"));
        Assert.Equal(1280, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static Task<NotebookDocument> PictureAsync(NotebookDocument notebook)
    {
        Chromium.Find();
        return FigurePictures.AddAsync(notebook, cancellationToken: Stop);
    }

    private static IEnumerable<MimeBundle> Bundles(NotebookDocument notebook) => notebook.Cells
        .SelectMany(cell => cell.Outputs)
        .Select(output => output switch { DisplayOutput display => display.Data, ResultOutput result => result.Data, _ => null })
        .OfType<MimeBundle>();

    private static string TypeOf(MimeBundle bundle) => bundle["image/png"] is null ? "image/jpeg" : "image/png";

    // PNG specification (third edition), 11.2.2.
    private static (int Width, int Height) PngSize(byte[] png) =>
        (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
