// The pictures of the front page's cards: the first figure of a report, or that of the cell tagged "picture", drawn small for light and for dark paper.
// Without a browser a picture that is there already is taken as it is.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SmileNotebooks.Host;

internal sealed class CardPictures(SharedBrowser browser, string plotlyPath) : IAsyncDisposable
{
    /// <summary>The tag of the cell whose figure or picture is taken.</summary>
    public const string Tag = "picture";

    private const long MostBytesAsTheyAre = 200 * 1024;

    // A new way of drawing makes new pictures.
    private static readonly string s_version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PageAssets.PictureScript + PageAssets.HouseScript + PageAssets.PageStyle)))[..12];

    private readonly SemaphoreSlim _drawing = new(1, 1);
    private BrowserPage? _page;
    private int _left;

    /// <summary>How many reports have a figure and got no picture.</summary>
    public int Left => _left;

    /// <summary>Why the last of them got none; empty if all got theirs.</summary>
    public string Problem { get; private set; } = "";

    /// <param name="notebook">A notebook with the outputs of its run.</param>
    /// <param name="earlier">Its picture of an earlier publication, kept where it was made of the same; null if none.</param>
    /// <param name="stop">Ends the drawing.</param>
    /// <returns>Null if there is nothing to show, or nothing that draws it.</returns>
    public async Task<CardPicture?> OfAsync(NotebookDocument notebook, CardPicture? earlier, CancellationToken stop)
    {
        if (Source(notebook) is not { } source)
        {
            return null;
        }

        string key = $"{s_version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Figure?.Json ?? source.Picture!)))[..24]}";
        if (earlier?.Key == key)
        {
            return earlier;
        }

        try
        {
            return browser.Program is null ? AsItIs(source) : await DrawAsync(source, key, stop);
        }
        catch (BrowserException error)
        {
            return AsItIs(source, error.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _drawing.Dispose();
    }

    /// <summary>What a card shows of a notebook: a figure, with a picture of it if there is one, or a picture.</summary>
    internal static CardSource? Source(NotebookDocument notebook)
    {
        NotebookCell[] code = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code)];
        return code.Where(cell => cell.Tags.Contains(Tag)).SelectMany(Sources).FirstOrDefault()
            ?? code.SelectMany(Sources).FirstOrDefault(source => source.Figure is not null)
            ?? code.SelectMany(Sources).FirstOrDefault();
    }

    private static IEnumerable<CardSource> Sources(NotebookCell cell)
    {
        foreach (CellOutput output in cell.Outputs)
        {
            MimeBundle? bundle = output switch { DisplayOutput display => display.Data, ResultOutput result => result.Data, _ => null };
            if (bundle is null)
            {
                continue;
            }

            string? type = ((string[])["image/png", "image/jpeg"]).FirstOrDefault(type => bundle[type] is not null);
            string? picture = type is null ? null : EmbeddedPicture.Read($"data:{type};base64,{bundle[type]!.ReplaceLineEndings("")}", null).DataUri;
            string words = bundle["text/plain"] is { Length: > 0 and <= 300 } plain ? plain.Trim() : "";
            if ((Figure.Parse(bundle[Figure.MimeType]) ?? Figure.AllIn(bundle["text/html"]).FirstOrDefault()) is { } figure)
            {
                yield return new(figure, picture, figure.Name);
            }
            else if (picture is not null)
            {
                yield return new(null, picture, words);
            }
        }
    }

    private CardPicture? AsItIs(CardSource source, string? problem = null)
    {
        // Not under the key of a drawn one: with a browser, it is drawn the next time.
        if (source.Picture is { Length: <= (int)MostBytesAsTheyAre } picture)
        {
            return new("as it is", picture, null, source.Words);
        }

        Interlocked.Increment(ref _left);
        Problem = problem ?? "";
        return null;
    }

    private async Task<CardPicture> DrawAsync(CardSource source, string key, CancellationToken stop)
    {
        await _drawing.WaitAsync(stop);
        try
        {
            _page ??= await OpenAsync(stop);
            string call = source.Figure is { } figure ? $"drawCard({JsonSerializer.Serialize(figure.Json)})" : $"drawCardOfPicture({JsonSerializer.Serialize(source.Picture)})";
            Drawn drawn = JsonSerializer.Deserialize<Drawn>(await _page.EvaluateAsync<string>($"{call}.then(JSON.stringify)", stop), JsonSerializerOptions.Web)!;
            return new(key, drawn.Light, drawn.Dark, source.Words);
        }
        catch (BrowserException)
        {
            // A page that has crashed answers no more: the next picture is drawn on another.
            await CloseAsync();
            throw;
        }
        finally
        {
            _drawing.Release();
        }
    }

    private async Task<BrowserPage> OpenAsync(CancellationToken stop)
    {
        string plotly = PlotlyLibrary.ReadScript(plotlyPath);
        BrowserPage page = await (await browser.GetAsync()).OpenAsync(stop);
        await FigurePictures.PrepareAsync(page, plotly, stop);
        return page;
    }

    private async Task CloseAsync()
    {
        if (_page is { } page)
        {
            _page = null;
            await page.DisposeAsync();
        }
    }

    private sealed record Drawn(string Light, string? Dark);
}

/// <summary>What a card's picture is made of.</summary>
/// <param name="Figure">A figure; null if there is only a picture.</param>
/// <param name="Picture">A picture as a data URI; null if there is only a figure.</param>
/// <param name="Words">What it shows.</param>
internal sealed record CardSource(Figure? Figure, string? Picture, string Words);
