using SmileNotebooks.Cli.Tests.Support;
using SmileNotebooks.Host;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class StripTests : IDisposable
{
    private const string Run = """
        {"cells":[{"cell_type":"code","id":"a","metadata":{"tags":["parameters"],"execution":{"iopub.execute_input":"2026-01-01T00:00:00Z"}},"source":"1",
        "execution_count":1,"outputs":[{"output_type":"stream","name":"stdout","text":"x"}]}],"metadata":{},"nbformat":4,"nbformat_minor":5}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Outputs_are_taken_out_in_place_and_clean_files_are_not_touched()
    {
        string ran = _folder.Text("sub/ran.ipynb", Run);
        string clean = _folder.Text("clean.ipynb", SmallNotebook.With("int a = 1;"));
        string checkpoint = _folder.Text(".ipynb_checkpoints/ran.ipynb", Run);
        string before = File.ReadAllText(clean);

        Ended ended = SmileProcess.Run("strip", _folder.Path);

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal($"{ran}\nstripped 1 of 2 notebooks\n", ended.Output);
        NotebookCell cell = NotebookFile.Read(ran).Cells.Single();
        Assert.True(cell.Outputs.IsEmpty && cell.ExecutionCount is null && !cell.Metadata.ContainsKey("execution"));
        Assert.Equal(["parameters"], cell.Tags);
        Assert.Equal(before, File.ReadAllText(clean));
        Assert.Equal(Run, File.ReadAllText(checkpoint));
        Assert.Equal("stripped 0 of 2 notebooks\n", SmileProcess.Run("strip", _folder.Path).Output);
    }

    [Fact]
    public void Check_names_the_offenders_fails_and_changes_nothing()
    {
        string ran = _folder.Text("ran.ipynb", Run);
        string clean = _folder.Text("clean.ipynb", SmallNotebook.With("int a = 1;"));

        Ended ended = SmileProcess.Run("strip", "--check", _folder.Path);

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Equal($"{ran}: holds outputs\nwith outputs: 1 of 2 notebooks (`smile strip` takes them out)\n", ended.Output);
        Assert.Equal(Run, File.ReadAllText(ran));
        Assert.Equal(ExitCode.Success, SmileProcess.Run("strip", "--check", clean).ExitCode);
    }

    [Fact]
    public void One_that_cannot_be_read_is_told_and_does_not_cost_the_others()
    {
        string bad = _folder.Text("a.ipynb", "{");
        string ran = _folder.Text("b.ipynb", Run);

        Ended ended = SmileProcess.Run("strip", bad, ran);

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.StartsWith($"smile: {bad}: line 1, byte", ended.Error, StringComparison.Ordinal);
        Assert.Equal($"{ran}\nstripped 1 of 2 notebooks\n", ended.Output);
    }

    [Fact]
    public void What_is_no_notebook_is_refused()
    {
        Assert.Equal($"smile: {_folder.Path}: no notebook here.\n", SmileProcess.Run("strip", _folder.Path).Error);
        Assert.Equal($"smile: {_folder.File("x.ipynb")}: no such file or folder.\n", SmileProcess.Run("strip", _folder.File("x.ipynb")).Error);
        Assert.Equal($"smile: {_folder.Text("a.dib", "1")}: only .ipynb notebooks hold outputs.\n", SmileProcess.Run("strip", _folder.File("a.dib")).Error);
    }

    [Fact]
    public void The_projects_own_notebooks_hold_no_outputs() =>
        Assert.Equal(ExitCode.Success, SmileProcess.Run("strip", "--check", Repository.PathOf("notebooks")).ExitCode);
}
