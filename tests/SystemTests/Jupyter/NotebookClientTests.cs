// Jupyter's headless programs run notebooks with the kernel, and get what `smile run` gets.
using SmileNotebooks.Host;

namespace SystemTests.Jupyter;

public sealed class NotebookClientTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    // A notebook that needs what was not built here is nowhere run.
    public static TheoryData<string> Notebooks => new(Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb")
        .Where(path => NotebookNeeds.Of(NotebookFile.Read(path)).Missing(Repository.PathOf("notebooks")).IsEmpty)
        .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Nbclient_gets_the_outputs_that_the_runner_gets(string name)
    {
        string python = await Python.WithAsync(InstalledKernel.DebianPackages, "nbclient");
        string path = Repository.PathOf("notebooks", name), folder = Repository.PathOf("notebooks"), executed = kernel.PathOf($"by-nbclient-{name}");

        (await Python.RunAsync(python, kernel.Variables, Repository.PathOf("tests", "SystemTests", "Jupyter", "execute.py"), path, folder, InstalledKernel.Name, executed)).Succeeded();

        string own = kernel.PathOf($"own-{name}");
        await InstalledKernel.SmileAsync("run", path, "-o", own);
        Assert.Equal(NotebookFile.Read(own).Cells.SelectMany(OutputsOf), NotebookFile.Read(executed).Cells.SelectMany(OutputsOf));
    }

    [Fact]
    public async Task Nbconvert_executes_a_notebook_into_a_page()
    {
        string python = await Python.WithAsync(InstalledKernel.DebianPackages, "nbconvert");
        string notebook = Write("page.ipynb", "display(new { Muscle = \"zygomaticus\" });", "6 * 7");

        (await Python.RunAsync(python, kernel.Variables, "-m", "nbconvert", "--execute", "--to", "html", notebook)).Succeeded();

        string page = await File.ReadAllTextAsync(Path.ChangeExtension(notebook, ".html"), TestContext.Current.CancellationToken);
        Assert.Contains("zygomaticus", page, StringComparison.Ordinal);
        Assert.Contains("<pre>42</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nbconvert_stops_at_a_failing_cell_and_tells_its_line()
    {
        string python = await Python.WithAsync(InstalledKernel.DebianPackages, "nbconvert");
        string notebook = Write("failing.ipynb", "var fine = 1;", "\nthrow new InvalidOperationException(\"on purpose\");", "Console.WriteLine(\"never\");");

        PythonEnded ended = await Python.RunAsync(python, kernel.Variables, "-m", "nbconvert", "--execute", "--to", "notebook", notebook);

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains("System.InvalidOperationException: on purpose", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("cell 2, line 2", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("never\n", ended.Output, StringComparison.Ordinal);
    }

    // The kernel sends plotly.js with the first figure, a page of the runner's has it at its end.
    private static IEnumerable<string> OutputsOf(NotebookCell cell, int index) => cell.Outputs.Select(output => $"cell {index}: " + output switch
    {
        StreamOutput stream => $"{stream.Name}: {stream.Text}",
        DisplayOutput display => $"display: {display.Data["text/plain"]}",
        ResultOutput result => $"result: {result.Data["text/plain"]}",
        ErrorOutput error => $"error: {error.Name}: {error.Message}",
        _ => output.ToString(),
    }).Where(text => !text.EndsWith("plotly.js, which draws this session's figures.", StringComparison.Ordinal));

    private string Write(string name, params string[] cells)
    {
        string path = kernel.PathOf(name);
        NotebookFile.Write(InstalledKernel.Notebook(cells), path);
        return path;
    }
}
