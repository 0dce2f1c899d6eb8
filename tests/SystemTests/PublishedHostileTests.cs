// A notebook that tries all it can to run a script when its page, or the index, is opened.
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishedHostileTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Script = "<script>document.title='taken'</script>";
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload=\"document.title='taken'\"><script>top.document.title='taken'</script></svg>";

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-hostile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Texts => new(
        Script, "</title>" + Script, "</pre></code>" + Script, "\"><img src=x onerror=\"document.title='taken'\">", "' onmouseover='document.title=1", Svg,
        "[x](javascript:document.title='taken')", "![x](data:image/svg+xml,<svg/onload=alert(1)>)", "<javascript:document.title='taken'>", "<iframe srcdoc=\"" + Script + "\">",
        "$\\href{javascript:document.title='taken'}{x}$", "\u001b]8;;javascript:document.title='taken'\u0007link\u001b]8;;\u0007\u001b[31m" + Script, "--><!--" + Script, "]]>" + Script,
        "[^1]\n\n[^1]: " + Script, "{onclick=document.title=1}", "\u2028\u2029\0" + Script, "\\" + Script + "\\\"}]}");

    /// <summary>The same text in every place where a notebook can hold one.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public async Task No_text_of_a_notebook_runs_a_script(string text)
    {
        string path = Path.Combine(_folder, "report.html");
        ReportProvenance provenance = PublishingSample.Provenance with
        {
            Command = text,
            Notebook = text,
            Parameters = PublishingSample.Provenance.Parameters.Add(text, text),
            DataFiles = [new(text, text)],
            Assemblies = [new(text, text)],
            Software = new() { Title = text, Authors = [text], Version = text, Address = "javascript:" + text, Doi = text },
        };
        ReportPublisher.Publish(Notebook(text), provenance, path, new() { FallbackTitle = text, Language = text });
        string index = ReportIndex.Write(_folder, text);

        foreach (string opened in new[] { path, index })
        {
            await using ChromiumPage page = await chromium.OpenAsync(opened);
            await page.WaitForAsync("document.readyState === 'complete' && document.documentElement.dataset.figures !== 'waiting'");
            await page.RunAsync("document.querySelectorAll('details').forEach(details => { details.open = true; }); document.querySelectorAll('main a').forEach(a => { if (!a.hash) { a.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); } })");
            await page.RunAsync("await new Promise(resolve => setTimeout(resolve, 50))");

            Assert.NotEqual("taken", await page.EvaluateAsync<string>("document.title"));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('main iframe, main svg [onload], [onerror], [onclick], [onmouseover], a[href^=\"javascript\"], a[href^=\"data\"]').length"));
            Assert.DoesNotContain(page.Errors, error => !error.Contains("could not be drawn", StringComparison.Ordinal) && error.Contains("taken", StringComparison.Ordinal));
            Assert.All(page.Requests, address => Assert.Matches(@"^(file:.*/(report|index)\.html|data:|blob:)", address));
        }
    }

    [Fact]
    public async Task Pictures_with_scripts_are_only_pictures()
    {
        string base64 = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Svg));
        NotebookCell markdown = new()
        {
            Id = "m",
            Kind = CellKind.Markdown,
            Source = $"![a](attachment:a.svg) ![b](data:image/svg+xml;base64,{base64})",
            Attachments = new() { ["a.svg"] = new JsonObject { ["image/svg+xml"] = base64 } },
        };
        NotebookCell code = new() { Id = "c", Kind = CellKind.Code, Source = "x", Outputs = [new DisplayOutput(Bundle(("image/svg+xml", Svg)))] };
        string path = Path.Combine(_folder, "report.html");
        ReportPublisher.Publish(new() { Cells = [markdown, code] }, PublishingSample.Provenance, path);

        await using ChromiumPage page = await chromium.OpenAsync(path);

        await page.WaitForAsync("document.images.length === 3 && [...document.images].every(image => image.complete && image.naturalWidth === 9)");
        Assert.Equal("Notebook", await page.EvaluateAsync<string>("document.title"));
        Assert.Empty(page.Errors);
    }

    private static NotebookDocument Notebook(string text)
    {
        JsonObject figure = new()
        {
            ["data"] = new JsonArray(new JsonObject { ["type"] = "scatter", ["name"] = text, ["y"] = new JsonArray(1, 2), ["text"] = new JsonArray(text, text), ["mode"] = "lines+text" }),
            ["layout"] = new JsonObject { ["title"] = new JsonObject { ["text"] = text }, ["meta"] = new JsonObject { ["description"] = text, ["theme"] = "house" }, ["xaxis"] = new JsonObject { ["title"] = text } },
        };
        NotebookCell code = new()
        {
            Id = "code",
            Kind = CellKind.Code,
            Source = text,
            Metadata = new() { ["tags"] = new JsonArray(text), ["name"] = text },
            Outputs =
            [
                new StreamOutput("stdout", text), new StreamOutput(text, text), new ErrorOutput(text, text, [text]), new DisplayOutput(Bundle(("text/plain", text))),
                new DisplayOutput(Bundle(("text/markdown", text))), new DisplayOutput(Bundle(("application/json", new JsonArray(text).ToJsonString()))), new DisplayOutput(Bundle((text, text))),
                new DisplayOutput(Bundle(("image/png", text), ("text/plain", text))), new ResultOutput(Bundle(("application/vnd.plotly.v1+json", figure.ToJsonString()))),
            ],
        };
        NotebookCell markdown = new()
        {
            Id = "markdown",
            Kind = CellKind.Markdown,
            Source = $"# {text}\n\n{text}\n\n[{text}]({text} \"{text}\") ![{text}](attachment:{text})\n\n```{text}\n{text}\n```\n\n- [ ] {text}\n\n| {text} |\n|---|\n| {text} |",
            Attachments = new() { [text] = new JsonObject { [text] = text } },
        };
        return new() { Cells = [markdown, code], Metadata = new() { ["title"] = text, ["authors"] = new JsonArray(text, new JsonObject { ["name"] = text }), ["date"] = text } };
    }

    private static MimeBundle Bundle(params (string Type, string Content)[] data) => new(data.ToImmutableSortedDictionary(part => part.Type, part => part.Content));
}
