// The reference implementation of the file format says whether what the runner writes is valid.
using System.Diagnostics;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class NbformatTests
{
    private static string s_python = "python3";

    [Fact]
    public async Task An_executed_notebook_is_valid_by_nbformat()
    {
        // Debian's packages belong to Debian's Python, which need not be the first on the path.
        s_python = await PythonAsync("import nbformat") == "" ? s_python : "/usr/bin/python3";
        Assert.SkipUnless(await PythonAsync("import nbformat") == "", "python3 with nbformat is absent (Debian: python3-nbformat).");
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
            AssertNothing(await PythonAsync($"import nbformat; nbformat.validate(nbformat.read({Quoted(path)}, as_version=nbformat.NO_CONVERT))"));

            // Saved by Jupyter's own library, the file does not change.
            AssertNothing(await PythonAsync($"import nbformat; p={Quoted(path)}; a=open(p).read(); b=nbformat.writes(nbformat.read(p, as_version=4))+'\\n'; import json; assert json.loads(a)==json.loads(b), b"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void AssertNothing(string errors) => Assert.True(errors.Length == 0, errors);

    private static string Quoted(string path) => $"r'{path}'";

    /// <returns>Empty if the program ended well, else what it wrote to stderr.</returns>
    private static async Task<string> PythonAsync(string program)
    {
        try
        {
            using Process python = Process.Start(new ProcessStartInfo(s_python, ["-c", program]) { RedirectStandardError = true })!;
            string errors = await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            return python.ExitCode == 0 ? "" : errors + $"exit code {python.ExitCode}";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
