using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notebook_is_written_with_its_outputs_and_not_changed_itself()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 20;", "number + 1", "Console.WriteLine(\"said\");"));
        string before = File.ReadAllText(notebook);

        Ended ended = SmileProcess.Run("run", notebook, "-o", _folder.File("out.ipynb"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Matches($@"^ok: 3 cells in \d+\.\d s -> .*out\.ipynb\n$", ended.Output);
        Assert.Equal("21\nsaid", SmallNotebook.OutputOf(_folder.File("out.ipynb")).TrimEnd());
        Assert.Equal(before, File.ReadAllText(notebook));
    }

    [Fact]
    public void Parameters_replace_the_defaults()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 20;\nstring name = \"a\";", "$\"{number} {name}\""));

        Ended ended = SmileProcess.Run("run", notebook, "-p", "number=-3", "-p", "name=x=\"y\" z", "-o", _folder.File("out.ipynb"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal("-3 x=\"y\" z", SmallNotebook.OutputOf(_folder.File("out.ipynb")).TrimEnd());
    }

    [Fact]
    public void Paths_in_cells_start_from_the_notebooks_folder()
    {
        _folder.Text("sub/data.txt", "content");
        string notebook = _folder.Text("sub/a.ipynb", SmallNotebook.With("int unused = 0;", "System.IO.File.ReadAllText(\"data.txt\")"));

        Ended ended = SmileProcess.Run("run", notebook, "-o", _folder.File("out.ipynb"));

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Assert.Equal("content", SmallNotebook.OutputOf(_folder.File("out.ipynb")).TrimEnd());
    }

    [Theory]
    [InlineData("./data.txt", "here", "./data.txt")]
    [InlineData("data/own.txt", "own", "data/own.txt")]
    [InlineData("elsewhere/other.txt", "other", "../elsewhere/other.txt")]
    public void A_typed_path_starts_from_the_current_folder_unless_the_notebooks_has_it(string typed, string content, string seen)
    {
        _folder.Text("data.txt", "not this one");
        _folder.Text("notebooks/data.txt", "here");
        _folder.Text("notebooks/data/own.txt", "own");
        _folder.Text("elsewhere/other.txt", "other");
        _folder.Text("notebooks/a.ipynb", SmallNotebook.With("string data = \"\";", "data + \" \" + System.IO.File.ReadAllText(data)"));

        Ended ended = SmileProcess.RunIn(_folder.Path, [], "run", "notebooks/a.ipynb", "-p", $"data={typed}", "-o", _folder.File("out.ipynb"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal($"{seen} {content}", SmallNotebook.OutputOf(_folder.File("out.ipynb")).TrimEnd());
    }

    [Fact]
    public void A_typed_word_is_no_path_even_where_a_folder_is_called_so()
    {
        _folder.Text("happy/data.txt", "");
        _folder.Text("notebooks/a.ipynb", SmallNotebook.With("string emotion = \"\";", "emotion"));

        Ended ended = SmileProcess.RunIn(_folder.Path, [], "run", "notebooks/a.ipynb", "-p", "emotion=happy", "-o", _folder.File("out.ipynb"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal("happy", SmallNotebook.OutputOf(_folder.File("out.ipynb")).TrimEnd());
    }

    [Fact]
    public void A_cell_that_fails_is_told_with_its_error_and_the_notebook_is_written()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 1;", "number", "throw new InvalidOperationException(\"too sad\");", "number + 41"));

        Ended ended = SmileProcess.Run("run", notebook, "-o", _folder.File("out.ipynb"));

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.StartsWith($"smile: {notebook}: cell 3 failed: System.InvalidOperationException: too sad\n     at cell 3, line 1\n", ended.Error, StringComparison.Ordinal);
        Assert.StartsWith("failed: 3 cells in ", ended.Output, StringComparison.Ordinal);
        Assert.Equal("1\ntoo sad", SmallNotebook.OutputOf(_folder.File("out.ipynb")).TrimEnd());
    }

    [Fact]
    public void A_cell_that_does_not_compile_is_told_with_its_line()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 1;", "var a = 1;\nvar b = nothing;"));

        Ended ended = SmileProcess.Run("run", notebook);

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Equal(
            $"smile: {notebook}: cell 2 failed: CompilationError: cell 2, line 2, column 9: error CS0103: The name 'nothing' does not exist in the current context\n"
            + "      var b = nothing;\n"
            + "              ^\n",
            ended.Error);
    }

    [Fact]
    public void An_unknown_parameter_is_refused_with_those_that_there_are()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 1;\nvar photo = \"a.png\";", "number"));

        AssertRefused(ExitCode.Usage, $"{notebook}: The notebook has no parameter numbr: it has number (int), photo (string).", notebook, "-p", "numbr=2");
        AssertRefused(ExitCode.Usage, $"{notebook}: Parameter number is an int: found \"two\", expected a whole number in its range.", notebook, "-p", "number=two");
        AssertRefused(ExitCode.Usage, "-p takes name=value, found 'number'.", notebook, "-p", "number");
        AssertRefused(ExitCode.Usage, "-p takes name=value, found '=2'.", notebook, "-p", "=2");
        AssertRefused(ExitCode.Usage, "-p number is given twice.", notebook, "-p", "number=1", "-p", "number=2");
        Assert.Equal(["a.ipynb"], _folder.Files());
    }

    [Fact]
    public void What_is_no_notebook_is_an_error_that_names_the_file()
    {
        string text = _folder.Text("text.ipynb", "dear diary");
        string empty = _folder.Text("empty.ipynb", "");
        string other = _folder.Text("other.ipynb", "{\"cells\": 3}");

        Assert.Contains(text, AssertRefused(ExitCode.Failure, "", text), StringComparison.Ordinal);
        Assert.Contains("the file is empty", AssertRefused(ExitCode.Failure, "", empty), StringComparison.Ordinal);
        Assert.Contains(other, AssertRefused(ExitCode.Failure, "", other), StringComparison.Ordinal);
        AssertRefused(ExitCode.Failure, $"There is no notebook {_folder.File("absent.ipynb")}.", _folder.File("absent.ipynb"));
        AssertRefused(ExitCode.Failure, $"{_folder.Path}: a folder; expected a notebook file.", _folder.Path);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_found_before_the_notebook_runs()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 1;", "System.IO.File.WriteAllText(\"ran.txt\", \"\");"));

        AssertRefused(ExitCode.Failure, $"{_folder.Path}/absent/out.ipynb: cannot be written: there is no folder {_folder.Path}/absent.", notebook, "-o", $"{_folder.Path}/absent/out.ipynb");
        AssertRefused(ExitCode.Failure, $"{_folder.Path}: cannot be written: there is a folder of that name.", notebook, "-o", _folder.Path);
        Assert.Equal(["a.ipynb"], _folder.Files());
    }

    [Fact]
    public void Parameters_of_a_file_give_way_to_those_that_are_typed()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 1;\nstring[] names = { };\nstring text = \"a\";", "$\"{number} {string.Join('+', names)} {text is null}\""));
        string file = _folder.Text("p.json", "{\n\"names\": [\"x\", \"y\"], \"text\": null,\n\"number\": 2\n}");
        string wrong = _folder.Text("wrong.json", "{\n\"number\": \"two\"\n}");

        Ended ended = SmileProcess.Run("run", notebook, "-f", file, "-p", "number=3", "-o", "-");

        Assert.Equal((ExitCode.Success, ExitCode.Success), (ended.ExitCode, ended.Error.StartsWith("ok: 3 cells in ", StringComparison.Ordinal) ? 0 : 1));
        Assert.Equal("3 x+y True", SmallNotebook.OutputOf(_folder.Text("printed.ipynb", ended.Output)).TrimEnd());
        AssertRefused(ExitCode.Usage, $"{notebook}: {wrong}, line 2: Parameter number is an int: found \"two\", expected a whole number in its range.", notebook, "-f", wrong);
        AssertRefused(ExitCode.Usage, $"There is no file of parameters {_folder.File("absent.json")}.", notebook, "-f", _folder.File("absent.json"));
    }

    [Fact]
    public void Errors_may_be_allowed_and_cells_timed()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int number = 1;", "nowhere", "while (true) { }", "number + 41"));

        Ended ended = SmileProcess.Run("run", notebook, "--allow-errors", "--cell-timeout", "8", "--timings", "-o", _folder.File("out.ipynb"));

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Contains("cell 2 failed: CompilationError", ended.Error, StringComparison.Ordinal);
        Assert.Contains("cell 3 failed: TimedOut: The cell ran longer than its time-out of 8 s.", ended.Error, StringComparison.Ordinal);
        Assert.Matches(@"^failed: 4 cells in .*\n  cell   seconds  first line\n     1 +\d+\.\d{3}  int number = 1;\n     2 .*\n     3 +\d+\.\d{3}  while \(true\) \{ \}\n     4 .*\n$", ended.Output);
        Assert.Contains("42", SmallNotebook.OutputOf(_folder.File("out.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_takes_too_much_memory_is_ended_and_says_so()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("int n = 0;", "var all = new List<byte[]>();\nwhile (true) { all.Add(new byte[10_000_000]); Array.Fill(all[^1], (byte)1); }"));

        Ended ended = SmileProcess.Run("run", notebook, "--memory", "400");

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Matches("cell 2 failed: (ProcessEnded: The notebook held more than its 400 MB of memory|System.OutOfMemoryException)", ended.Error);
    }

    private static string AssertRefused(int exitCode, string message, params string[] arguments)
    {
        Ended ended = SmileProcess.Run(["run", .. arguments]);

        Assert.StartsWith($"smile: {message}", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.Equal("", ended.Output);
        Assert.Equal(exitCode, ended.ExitCode);
        return ended.Error;
    }
}
