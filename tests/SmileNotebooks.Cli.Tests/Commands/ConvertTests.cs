using SmileNotebooks.Cli.Tests.Support;
using SmileNotebooks.Host;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class ConvertTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notebook_goes_to_a_script_and_back_and_runs_in_between()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 20;", "number + 1"));

        Ended there = SmileProcess.Run("convert", notebook, _folder.File("a.cs"));
        Ended run = SmileProcess.Run("run", _folder.File("a.cs"), "-p", "number=41", "-o", _folder.File("ran.ipynb"));
        Ended back = SmileProcess.Run("convert", _folder.File("a.cs"), _folder.File("b.ipynb"));

        Assert.Equal((ExitCode.Success, $"{notebook} -> {_folder.File("a.cs")}: 3 cells\n"), (there.ExitCode, there.Output));
        Assert.Equal($"smile: {_folder.File("a.cs")}: left out: ids (they are numbered anew) of cells 1, 2\n", there.Error);
        Assert.Contains("// %% tags=[\"parameters\"]\nint number = 20;\n", File.ReadAllText(_folder.File("a.cs")), StringComparison.Ordinal);
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal("42", SmallNotebook.OutputOf(_folder.File("ran.ipynb")).TrimEnd());
        Assert.Equal((ExitCode.Success, ""), (back.ExitCode, back.Error));
        Assert.Equal(NotebookFile.Read(notebook).Cells.Select(Content), NotebookFile.Read(_folder.File("b.ipynb")).Cells.Select(Content));
    }

    [Fact]
    public void What_is_left_out_is_told()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 20;", "number + 1"));
        SmileProcess.Run("run", notebook, "-o", _folder.File("ran.ipynb"));

        Ended ended = SmileProcess.Run("convert", _folder.File("ran.ipynb"), _folder.File("a.dib"));

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Assert.Contains("left out: outputs and execution counts of cells 2, 3\n", ended.Error, StringComparison.Ordinal);
        Assert.Contains("left out: tags and other cell metadata of cell 2\n", ended.Error, StringComparison.Ordinal);
        Assert.Contains("\n#!csharp\n\nnumber + 1\n", File.ReadAllText(_folder.File("a.dib")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_by_force()
    {
        string notebook = _folder.Text("a.dib", "#!csharp\n1");
        string output = _folder.Text("b.ipynb", "mine");

        Ended refused = SmileProcess.Run("convert", notebook, output);
        Assert.Equal((ExitCode.Failure, $"smile: {output}: is there already; --force replaces it.\n"), (refused.ExitCode, refused.Error));
        Assert.Equal("mine", File.ReadAllText(output));

        Assert.Equal(ExitCode.Success, SmileProcess.Run("convert", notebook, output, "--force").ExitCode);
        Assert.Equal("1", NotebookFile.Read(output).Cells.Single().Source);
    }

    [Fact]
    public void What_cannot_be_converted_is_one_sentence()
    {
        string notebook = _folder.Text("a.dib", "#!csharp\n1");

        Assert.Equal($"smile: {_folder.File("a.py")}: its name: found the extension .py, expected .ipynb, .dib or .cs\n", SmileProcess.Run("convert", notebook, _folder.File("a.py")).Error);
        Assert.Equal($"smile: There is no notebook {_folder.File("no.dib")}.\n", SmileProcess.Run("convert", _folder.File("no.dib"), _folder.File("a.cs")).Error);
        Assert.StartsWith($"smile: {_folder.Path}/absent/a.cs: ", SmileProcess.Run("convert", notebook, $"{_folder.Path}/absent/a.cs").Error, StringComparison.Ordinal);
        Assert.Equal(["a.dib"], _folder.Files());
    }

    private static string Content(NotebookCell cell) => $"{cell.Kind} {cell.Metadata.ToJsonString()} {cell.Source}";
}
