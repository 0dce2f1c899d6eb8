// A person at the classic Notebook: opens a notebook, runs it, completes, interrupts, types, restarts, saves.
using System.Text.Json;
using SmileNotebooks.Host;

namespace SystemTests.Jupyter;

public sealed class ClassicNotebookTests(InstalledKernel kernel, Chromium chromium, ITestOutputHelper output)
    : IClassFixture<InstalledKernel>, IClassFixture<Chromium>, IAsyncLifetime
{
    private NotebookServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await NotebookServer.StartAsync(kernel);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_notebook_is_run_and_saved()
    {
        await using ChromiumPage page = await OpenAsync("run.ipynb", "int x = 20;\nConsole.WriteLine($\"x is {x}\");", "new[] { new { Muscle = \"zygomaticus\", Microvolts = 3.5 } }", "2 * x + 2");

        await RunAllAsync(page);

        Assert.Equal("x is 20", await OutputAsync(page, 0));
        Assert.Contains("zygomaticus", await OutputAsync(page, 1), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("Boolean(document.querySelectorAll('.cell')[1].querySelector('.output_html table'))"));
        Assert.Equal("42", await OutputAsync(page, 2));

        await page.RunAsync("await Jupyter.notebook.save_notebook()");
        NotebookDocument saved = NotebookFile.Read(Path.Combine(_server.Folder, "run.ipynb"));
        Assert.Equal([1, 2, 3], saved.Cells.Select(cell => cell.ExecutionCount!.Value));
        Assert.Equal("42", Assert.IsType<ResultOutput>(Assert.Single(saved.Cells[2].Outputs)).Data["text/plain"]);
        Assert.Equal("C#", (string?)saved.Metadata["language_info"]!["name"]);
    }

    [Fact]
    public async Task Tab_completes_with_what_earlier_cells_declared()
    {
        await using ChromiumPage page = await OpenAsync("complete.ipynb", "double amplitudeInMicrovolts = 3.5;", "");
        await RunAllAsync(page);

        await TypeAsync(page, 1, "amplitudeInM");
        await page.PressAsync("Tab");
        await page.WaitForAsync($"{Text(1)} === 'amplitudeInMicrovolts'");

        await TypeAsync(page, 1, "Math.Sq");
        await page.PressAsync("Tab");
        await page.WaitForAsync($"{Text(1)} === 'Math.Sqrt'");

        await TypeAsync(page, 1, "Math.A");
        await page.PressAsync("Tab");
        await page.WaitForAsync("[...document.querySelectorAll('#complete option')].some(option => option.textContent.includes('Atan2'))");
    }

    [Fact]
    public async Task An_endless_loop_is_interrupted_and_the_kernel_goes_on()
    {
        await using ChromiumPage page = await OpenAsync("interrupt.ipynb", "int before = 1;", "Console.WriteLine(\"begun\");\nwhile (true) { }", "before + 1");
        await RunAsync(page, 0);
        await page.RunAsync("Jupyter.notebook.get_cell(1).execute()");
        await page.WaitForAsync($"{OutputOf(1)}.includes('begun')");

        await page.RunAsync("document.querySelector('#run_int button[data-jupyter-action=\"jupyter-notebook:interrupt-kernel\"]').click()");

        await page.WaitForAsync($"{OutputOf(1)}.includes('interrupted')");
        await RunAsync(page, 2);

        // Outputs come over another socket than the reply that ends a cell, and may be later.
        await page.WaitForAsync($"{OutputOf(2)} !== ''");
        Assert.Equal("2", await OutputAsync(page, 2));
    }

    [Fact]
    public async Task Console_ReadLine_asks_the_person()
    {
        await using ChromiumPage page = await OpenAsync("stdin.ipynb", "Console.Write(\"Participant? \");\nvar id = Console.ReadLine();\n$\"hello {id}\"");
        await page.RunAsync("Jupyter.notebook.get_cell(0).execute()");
        await page.WaitForAsync("document.querySelector('input.raw_input')");

        await page.RunAsync("document.querySelector('input.raw_input').focus()");
        await page.SendAsync("Input.insertText", new() { ["text"] = "P07" });
        await page.PressAsync("Enter");

        await page.WaitForAsync($"{OutputOf(0)}.includes('hello P07')");
    }

    [Fact]
    public async Task After_a_restart_nothing_is_declared()
    {
        await using ChromiumPage page = await OpenAsync("restart.ipynb", "int lost = 1;", "lost");
        await RunAllAsync(page);
        Assert.Equal("1", await OutputAsync(page, 1));

        await page.RunAsync("window.restarted = false; Jupyter.notebook.events.one('kernel_ready.Kernel', () => { window.restarted = true; }); await Jupyter.notebook.restart_kernel({ confirm: false })");
        await page.WaitForAsync("window.restarted && Jupyter.notebook.kernel.is_connected()");

        await RunAsync(page, 1);
        Assert.Contains("lost", await OutputAsync(page, 1), StringComparison.Ordinal);
        Assert.Contains("CS0103", await OutputAsync(page, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_of_a_notebook_of_ours_are_drawn()
    {
        string source = await File.ReadAllTextAsync(Repository.PathOf("notebooks", "01-measure-a-smile.ipynb"), TestContext.Current.CancellationToken);
        string root = JsonEncodedText.Encode(Repository.Root.Replace('\\', '/') + "/").ToString();
        await File.WriteAllTextAsync(Path.Combine(_server.Folder, "smile.ipynb"), source.Replace("../", root, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using ChromiumPage page = await OpenAsync(new Uri(_server.Address, "notebooks/smile.ipynb"));

        await RunAllAsync(page);

        await page.WaitForAsync("document.querySelectorAll('.output_subarea .main-svg').length > 0");
        Assert.False(await page.EvaluateAsync<bool>("Boolean(document.querySelector('.output_error'))"));
        Assert.All(page.Requests, request => Assert.True(
            request.StartsWith(_server.Address.AbsoluteUri, StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal)
                || request.StartsWith("blob:", StringComparison.Ordinal) || request.StartsWith("ws://127.0.0.1", StringComparison.Ordinal), request));
    }

    /// <summary>The notebook as far as its first slider, which the cell tagged "picture" draws.</summary>
    [Fact]
    public async Task A_slider_and_a_drop_down_answer_the_mouse()
    {
        string root = Repository.Root.Replace('\\', '/') + "/";
        NotebookCell[] cells = [.. NotebookFile.Read(Repository.PathOf("notebooks", "03-dimberg-2000.ipynb")).Cells.Where(cell => cell.Kind == CellKind.Code)];
        int last = Array.FindIndex(cells, cell => cell.Tags.Contains("picture"));
        await using ChromiumPage page = await OpenAsync("sliders.ipynb", [.. cells[..(last + 1)].Select(cell => cell.Source.Replace("../", root, StringComparison.Ordinal))]);
        await page.SetViewportAsync(1200, 1000);

        await RunAllAsync(page);
        const string Figures = "[...document.querySelectorAll('.output_subarea .js-plotly-plot')]";
        await page.WaitForAsync($"{Figures}.some(figure => figure._fullLayout?.sliders?.length && figure.querySelector('.slider-rail-touch-rect'))");
        Assert.False(await page.EvaluateAsync<bool>("Boolean(document.querySelector('.output_error'))"));

        const string Slider = $"{Figures}.find(figure => figure._fullLayout?.sliders?.length)";
        string before = await page.EvaluateAsync<string>($"JSON.stringify({Slider}.data.map(trace => trace.y))");
        Assert.NotEqual(0, await page.EvaluateAsync<int>($"{Slider}._fullLayout.sliders[0].active"));
        await ClickAsync(page, $"{Slider}.querySelector('.slider-rail-touch-rect')", 0.02);
        await page.WaitForAsync($"{Slider}._fullLayout.sliders[0].active === 0 && JSON.stringify({Slider}.data.map(trace => trace.y)) !== {JsonSerializer.Serialize(before)}");

        const string Menu = $"{Figures}.find(figure => figure._fullLayout?.updatemenus?.some(menu => menu.type === 'dropdown'))";
        string all = await page.EvaluateAsync<string>($"JSON.stringify({Menu}.data)");
        await ClickAsync(page, $"{Menu}.querySelector('.updatemenu-header')", 0.5);
        await page.WaitForAsync($"{Menu}.querySelectorAll('.updatemenu-dropdown-button').length > 1");
        await ClickAsync(page, $"{Menu}.querySelectorAll('.updatemenu-dropdown-button')[1]", 0.5);
        await page.WaitForAsync($"{Menu}._fullLayout.updatemenus[0].active === 1 && JSON.stringify({Menu}.data) !== {JsonSerializer.Serialize(all)}");
        await page.ScreenshotAsync("jupyter-sliders");
    }

    /// <summary>Presses the mouse, as a person does, at a share of an element's width.</summary>
    private static async Task ClickAsync(ChromiumPage page, string element, double share)
    {
        await page.RunAsync($"{element}.scrollIntoView({{ block: 'center' }}); await new Promise(done => setTimeout(done, 300))");
        string box = $"{element}.getBoundingClientRect()";
        double x = await page.EvaluateAsync<double>(FormattableString.Invariant($"{box}.x + {share} * {box}.width"));
        double y = await page.EvaluateAsync<double>($"{box}.y + {box}.height / 2");
        foreach (string type in (string[])["mouseMoved", "mousePressed", "mouseReleased"])
        {
            await page.SendAsync("Input.dispatchMouseEvent", new() { ["type"] = type, ["x"] = x, ["y"] = y, ["button"] = type == "mouseMoved" ? "none" : "left", ["clickCount"] = type == "mouseMoved" ? 0 : 1 });
        }
    }

    private static string OutputOf(int cell) => $"document.querySelectorAll('.cell')[{cell}].querySelector('.output_wrapper').innerText";

    private static string Text(int cell) => $"Jupyter.notebook.get_cell({cell}).get_text()";

    private static async Task<string> OutputAsync(ChromiumPage page, int cell) =>
        (await page.EvaluateAsync<string>($"[...document.querySelectorAll('.cell')[{cell}].querySelectorAll('.output_subarea')].map(area => area.innerText).join('\\n')")).Trim();

    private Task<ChromiumPage> OpenAsync(string name, params string[] cells) => OpenAsync(_server.Add(name, cells));

    private async Task<ChromiumPage> OpenAsync(Uri address)
    {
        ChromiumPage page = await chromium.OpenAddressAsync(address);
        try
        {
            await page.WaitForAsync("window.Jupyter?.notebook?._fully_loaded && Jupyter.notebook.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply.implementation");
        }
        catch
        {
            output.WriteLine(_server.Log);
            throw;
        }

        return page;
    }

    private static async Task RunAllAsync(ChromiumPage page)
    {
        await page.RunAsync("Jupyter.notebook.execute_all_cells()");
        await page.WaitForAsync(IsDone("Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code' && cell.get_text().trim())"));
    }

    private static async Task RunAsync(ChromiumPage page, int cell)
    {
        await page.RunAsync($"Jupyter.notebook.get_cell({cell}).execute()");
        await page.WaitForAsync(IsDone($"[Jupyter.notebook.get_cell({cell})]"));
    }

    private static string IsDone(string cells) => $"{cells}.every(cell => /^\\d+$/.test(cell.input_prompt_number)) && !document.querySelector('.cell.running')";

    private static async Task TypeAsync(ChromiumPage page, int cell, string text)
    {
        await page.RunAsync($"Jupyter.notebook.select({cell}); Jupyter.notebook.edit_mode(); const editor = Jupyter.notebook.get_cell({cell}).code_mirror; editor.setValue(''); editor.focus()");
        await page.SendAsync("Input.insertText", new() { ["text"] = text });
        await page.WaitForAsync($"{Text(cell)} === {JsonSerializer.Serialize(text)}");
    }
}
