// The reference implementation of the file format says whether what the runner writes is valid.
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class NbformatTests
{
    [Fact]
    public async Task An_executed_notebook_is_valid_by_nbformat()
    {
        string python = await Python.WithAsync("python3-nbformat", "nbformat");
        NotebookDocument document = new()
        {
            Cells =
            [
                new NotebookCell { Id = "a", Kind = CellKind.Markdown, Source = "# Title\n\ntext" },
                new NotebookCell { Id = "b", Kind = CellKind.Code, Source = "Console.WriteLine(1);\nConsole.Error.Write(2);\ndisplay(new { A = \"😀\" });\nnew[] { new { B = 1 } }" },
                new NotebookCell { Id = "c", Kind = CellKind.Code, Source = "throw new Exception(\"no\");" },
            ],
        };
        RunResult result = await NotebookRunner.RunAsync(document, new RunOptions(), TestContext.Current.CancellationToken);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ipynb");
        try
        {
            NotebookFile.Write(result.Document, path);
            (await Python.RunAsync(python, [], "-c", $"import nbformat; nbformat.validate(nbformat.read({Quoted(path)}, as_version=nbformat.NO_CONVERT))")).Succeeded();

            // Saved by Jupyter's own library, the file does not change.
            (await Python.RunAsync(python, [], "-c", $"import nbformat; p={Quoted(path)}; a=open(p).read(); b=nbformat.writes(nbformat.read(p, as_version=4))+'\\n'; import json; assert json.loads(a)==json.loads(b), b")).Succeeded();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Quoted(string path) => $"r'{path}'";
}
