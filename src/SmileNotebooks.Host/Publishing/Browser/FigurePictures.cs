// Pictures of Plotly figures, for readers whose front end cannot draw them: GitHub, a page without scripts, paper.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Adds pictures to the figures of an executed notebook.</summary>
public static class FigurePictures
{
    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";

    /// <summary>
    /// Draws each figure in a headless browser, in the light colours of a published page, and adds the picture to its bundle: <c>image/png</c> of
    /// at most 256 colours for a chart, <c>image/jpeg</c> for what has more than 4096 (a photograph), with its size in CSS pixels in the bundle's metadata.
    /// </summary>
    /// <param name="notebook">A notebook with the outputs of its run; a figure that has such a picture keeps it.</param>
    /// <param name="options">Size and browser. Default: as <see cref="FigurePictureOptions"/> says.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    /// <returns>The notebook with pictures; the same notebook if there is nothing to draw, and then no browser is needed.</returns>
    /// <exception cref="BrowserException">No browser was found, or it failed, or plotly.js could not draw a figure.</exception>
    /// <exception cref="FileNotFoundException">plotly.js is not where the options say.</exception>
    public static async Task<NotebookDocument> AddAsync(NotebookDocument notebook, FigurePictureOptions? options = null, CancellationToken cancellationToken = default)
    {
        await using SharedBrowser browser = new(options?.Browser);
        return await AddAsync(notebook, browser, options, cancellationToken);
    }

    /// <summary>As the other, with a browser that is used for more.</summary>
    internal static async Task<NotebookDocument> AddAsync(NotebookDocument notebook, SharedBrowser browser, FigurePictureOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (!notebook.Cells.SelectMany(cell => cell.Outputs).Any(output => FigureWithoutPicture(output) is not null))
        {
            return notebook;
        }

        options ??= new();
        string plotly = PlotlyLibrary.ReadScript(options.PlotlyPath);
        await using BrowserPage page = await (await browser.GetAsync()).OpenAsync(cancellationToken);
        await PrepareAsync(page, plotly, cancellationToken);
        ImmutableArray<NotebookCell>.Builder cells = ImmutableArray.CreateBuilder<NotebookCell>(notebook.Cells.Length);
        foreach (NotebookCell cell in notebook.Cells)
        {
            cells.Add(await AddAsync(cell, page, options, cancellationToken));
        }

        return notebook with { Cells = cells.MoveToImmutable() };
    }

    /// <summary>Gives an empty page what it draws pictures with.</summary>
    internal static async Task PrepareAsync(BrowserPage page, string plotly, CancellationToken stop)
    {
        await page.PreferDarkAsync(false, stop);
        await page.EvaluateAsync<bool>($"document.head.append(Object.assign(document.createElement('style'), {{ textContent: {Quote(PageAssets.PageStyle)} }})), true", stop);
        foreach (string script in new[] { plotly, PageAssets.HouseScript, PageAssets.PictureScript })
        {
            // As a script of the page and not as an expression: its top-level names stay known.
            await page.EvaluateAsync<bool>($"document.head.append(Object.assign(document.createElement('script'), {{ textContent: {Quote(script)} }})), true", stop);
        }
    }

    private static async Task<NotebookCell> AddAsync(NotebookCell cell, BrowserPage page, FigurePictureOptions options, CancellationToken stop)
    {
        ImmutableArray<CellOutput> outputs = cell.Outputs;
        for (int at = 0; at < outputs.Length; at++)
        {
            if (FigureWithoutPicture(outputs[at]) is { } figure)
            {
                outputs = outputs.SetItem(at, await AddAsync(outputs[at], figure, cell.Id, page, options, stop));
            }
        }

        return cell with { Outputs = outputs };
    }

    private static async Task<CellOutput> AddAsync(CellOutput output, Figure figure, string cell, BrowserPage page, FigurePictureOptions options, CancellationToken stop)
    {
        string settings = JsonSerializer.Serialize(new { width = options.Width, scale = options.Scale });
        try
        {
            string answer = await page.EvaluateAsync<string>($"drawPicture({Quote(figure.Json)}, {settings}).then(JSON.stringify)", stop);
            return WithPicture(output, JsonNode.Parse(answer)!.AsObject());
        }
        catch (BrowserException error)
        {
            throw new BrowserException($"A figure of cell {cell} could not be drawn: {error.Message}", error);
        }
    }

    private static CellOutput WithPicture(CellOutput output, JsonObject drawn)
    {
        // data:image/png;base64,...
        string[] address = ((string)drawn["picture"]!).Split(':', ';', ',');
        (string type, string picture) = (address[1], address[^1]);
        MimeBundle bundle = BundleOf(output)!;
        JsonObject metadata = bundle.Metadata?.DeepClone().AsObject() ?? [];
        metadata[type] = new JsonObject { ["width"] = drawn["width"]!.DeepClone(), ["height"] = drawn["height"]!.DeepClone() };
        MimeBundle pictured = bundle with { Data = bundle.Data.SetItem(type, picture), Metadata = metadata };
        return output switch
        {
            DisplayOutput display => display with { Data = pictured },
            ResultOutput result => result with { Data = pictured },
            _ => output,
        };
    }

    private static Figure? FigureWithoutPicture(CellOutput output) =>
        BundleOf(output) is { } bundle && bundle[Png] is null && bundle[Jpeg] is null
            ? Figure.Parse(bundle[Figure.MimeType]) ?? (Figure.AllIn(bundle["text/html"]).ToList() is [var only] ? only : null)
            : null;

    private static MimeBundle? BundleOf(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
