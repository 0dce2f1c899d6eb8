// What makes a notebook run again, and what does not.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Running;

public sealed class RunInputsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("smile-freeze-").FullName;
    private readonly string _folder;
    private readonly string _reports;

    public RunInputsTests()
    {
        _folder = Directory.CreateDirectory(Path.Combine(_root, "notebooks")).FullName;
        _reports = Directory.CreateDirectory(Path.Combine(_root, "reports")).FullName;
        Write("data/a.csv", "a");
        Write("data/deep/b.csv", "b");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_same_notebook_has_the_same_inputs()
    {
        NotebookDocument document = Notebook(Code("Read(\"../data/a.csv\")"), Text("words"));
        Assert.Empty(Changes(document, document));
    }

    [Fact]
    public void Text_outputs_ids_and_other_metadata_are_no_inputs()
    {
        NotebookDocument before = Notebook(Code("1"), Text("words"));
        NotebookDocument after = Notebook(
            Text("other words"), Text("more"), Code("1", "hide-input") with { Id = "z", Outputs = [new StreamOutput("stdout", "x")], ExecutionCount = 9 });
        Assert.Empty(Changes(before, after));
    }

    [Fact]
    public void Code_in_another_order_or_cell_is_other_code()
    {
        Assert.Equal(["code"], Changes(Notebook(Code("1"), Code("2")), Notebook(Code("2"), Code("1"))));
        Assert.Equal(["code"], Changes(Notebook(Code("1\n"), Code("2")), Notebook(Code("1"), Code("\n2"))));
        Assert.Equal(["code"], Changes(Notebook(Code("1")), Notebook(Code("1"), Code(""))));
        Assert.Equal(["code"], Changes(Notebook(Code("1")), Notebook(Code("1", "raises-exception"))));
    }

    [Fact]
    public void Another_parameter_is_told_apart_from_other_code()
    {
        NotebookDocument document = Notebook(Code("int n = 1;", "parameters"));
        Assert.Equal(["parameters"], Changes(With(document, "2"), With(document, "3")));
        Assert.Equal(["parameters"], Changes(document, With(document, "3")));
        Assert.Empty(Changes(With(document, "3"), With(document, "3")));
    }

    [Fact]
    public void A_needed_file_is_an_input_whether_it_changes_comes_or_goes()
    {
        NotebookDocument document = Notebook(Code("1")) with { Metadata = Needs("../lib/model.bin") };
        JsonObject absent = Of(document).ToJson();
        Write("lib/model.bin", "a");
        RunInputs before = Of(document);
        Assert.Equal(["file lib/model.bin"], before.Changes(absent));
        Assert.Equal("code, parameters, 1 file", before.Summary());

        Write("lib/model.bin", "b");
        Assert.Equal(["file lib/model.bin"], Of(document).Changes(before.ToJson()));
        File.Delete(Path.Combine(_root, "lib", "model.bin"));
        Assert.Equal(["file lib/model.bin"], Of(document).Changes(before.ToJson()));
    }

    [Fact]
    public void A_needed_library_that_a_cell_references_is_looked_at_once_and_with_what_lies_beside_it()
    {
        Write("lib/x.dll", "x");
        NotebookDocument plain = Notebook(Code("#r \"../lib/x.dll\""));
        NotebookDocument needing = plain with { Metadata = Needs("../lib/x.dll") };

        Assert.Empty(Of(needing).Changes(Of(plain).ToJson()));
    }

    [Theory]
    [InlineData("Read(\"../data/a.csv\")", "data/a.csv", "file data/a.csv")]
    [InlineData("Files(\"../data\")", "data/a.csv", "file data")]
    [InlineData("Files(\"../data/\")", "data/deep/b.csv", "file data/")]
    [InlineData("Files(\"../data\")", "data/deep/new.csv", "file data")]
    [InlineData("#!import \"../lib/plain.cs\"", "lib/plain.cs", "import lib/plain.cs")]
    [InlineData("#!import ../lib/code.cs", "lib/inner.csv", "file lib/inner.csv")]
    [InlineData("#r \"../lib/x.dll\"", "lib/x.dll", "library x.dll")]
    [InlineData("#r \"../lib/x.dll\"", "lib/native.so", "library x.dll")]
    [InlineData("#r \"../emg/Emg.csproj\"", "emg/Filters/Notch.cs", "project emg/Emg.csproj")]
    [InlineData("#r \"../emg/Emg.csproj\"", "signals/Window.cs", "project emg/Emg.csproj")]
    [InlineData("#r \"../emg/Emg.csproj\"", "Directory.Build.props", "project emg/Emg.csproj")]
    [InlineData("#!import ../lib/project.cs", "emg/Emg.csproj", "project emg/Emg.csproj")]
    public void A_file_that_changes_is_named(string code, string changed, string expected)
    {
        Write("lib/code.cs", "var inner = Read(\"../lib/inner.csv\");");
        Write("lib/inner.csv", "1");
        Write("lib/plain.cs", "int two = 2;");
        Write("lib/x.dll", "dll");
        Write("lib/project.cs", "#r \"../emg/Emg.csproj\"");
        Write("emg/Emg.csproj", "<Project><ItemGroup><ProjectReference Include=\"..\\signals\\Signals.csproj\" /></ItemGroup></Project>");
        Write("signals/Signals.csproj", "<Project/>");
        RunInputs before = Of(Notebook(Code(code)));

        Write(changed, "changed");

        Assert.Equal([expected], Of(Notebook(Code(code))).Changes(before.ToJson()));
    }

    [Fact]
    public void A_file_that_appears_or_disappears_is_a_change()
    {
        NotebookDocument document = Notebook(Code("Read(\"../data/later.csv\")"));
        RunInputs before = Of(document);
        Write("data/later.csv", "1");
        RunInputs after = Of(document);

        Assert.Equal(["file data/later.csv"], after.Changes(before.ToJson()));
        Assert.Equal(["file data/later.csv"], before.Changes(after.ToJson()));
    }

    [Fact]
    public void Reports_debug_symbols_and_what_a_build_makes_are_no_inputs()
    {
        Write("lib/x.dll", "dll");
        Write("emg/Emg.csproj", "<Project/>");
        NotebookDocument document = Notebook(Code("#r \"../lib/x.dll\"\n#r \"../emg/Emg.csproj\"\nFiles(\"../reports/\"); Read(\"../reports/a.ipynb\")"));
        RunInputs before = Of(document);
        Write("reports/a.ipynb", "1");
        Write("lib/x.pdb", "1");
        Write("lib/x.xml", "1");
        Write("emg/obj/project.assets.json", "1");
        Write("emg/bin/Emg.dll", "1");

        Assert.Empty(Of(document).Changes(before.ToJson()));
    }

    [Fact]
    public void Files_that_import_each_other_are_read_once()
    {
        Write("notebooks/a.cs", "#!import \"b.cs\"");
        Write("notebooks/b.cs", "#!import \"a.cs\"");
        Assert.Equal(["import notebooks/a.cs", "import notebooks/b.cs"], Of(Notebook(Code("#!import \"a.cs\""))).Hashes.Keys.Where(name => name.StartsWith("import", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("#r \"nuget: Some.Package\"", true)]
    [InlineData("#r \"nuget:Some.Package,1.*\"", true)]
    [InlineData("#r \"nuget: Some.Package, 1.2.3\"", false)]
    [InlineData("// no package", false)]
    public void A_package_without_a_version_can_be_another_one_tomorrow(string code, bool unknowable) =>
        Assert.Equal(unknowable ? "a `#r \"nuget:\"` states no version" : "", Of(Notebook(Code(code))).Unknowable);

    [Fact]
    public void A_frozen_run_gives_its_outputs_to_new_text()
    {
        NotebookDocument executed = Notebook(Code("1") with { Outputs = [new StreamOutput("stdout", "out")], ExecutionCount = 1 }, Text("old"));
        string path = Path.Combine(_reports, "a.ipynb");
        ReportProvenance provenance = new() { Command = "c", StartedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), Duration = TimeSpan.FromSeconds(1.5), Assemblies = [new("A", "1")], Git = new("abc", true) };
        NotebookFile.Write(FrozenRun.Note(executed, Of(executed), provenance), path);

        FrozenRun frozen = FrozenRun.Read(path)!;
        NotebookDocument applied = frozen.Apply(Notebook(Text("new"), Code("1")))!;

        Assert.Equal(["new", "1"], applied.Cells.Select(cell => cell.Source));
        Assert.Equal([new StreamOutput("stdout", "out")], applied.Cells[1].Outputs);
        Assert.Equal(1, applied.Cells[1].ExecutionCount);
        Assert.Equal((provenance.StartedAt, provenance.Duration, provenance.Git), (frozen.Provenance.StartedAt, frozen.Provenance.Duration, frozen.Provenance.Git));
        Assert.Equal(provenance.Assemblies, frozen.Provenance.Assemblies);
        Assert.Empty(Of(executed).Changes(frozen.Inputs));
        Assert.Null(frozen.Apply(Notebook(Code("2"))));
        Assert.DoesNotContain("smilenotebooks", NotebookFile.ToJson(NotebookFile.Read(path).Strip()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("dear diary")]
    [InlineData("{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}")]
    [InlineData("{\"cells\": [], \"metadata\": {\"smilenotebooks\": 3}, \"nbformat\": 4, \"nbformat_minor\": 5}")]
    [InlineData("{\"cells\": [], \"metadata\": {\"smilenotebooks\": {\"inputs\": {}, \"provenance\": {\"command\": 1}}}, \"nbformat\": 4, \"nbformat_minor\": 5}")]
    public void A_file_that_remembers_nothing_is_no_frozen_run(string text)
    {
        Write("reports/a.ipynb", text);
        Assert.Null(FrozenRun.Read(Path.Combine(_reports, "a.ipynb")));
        Assert.Null(FrozenRun.Read(Path.Combine(_reports, "absent.ipynb")));
    }

    [Fact]
    public void A_run_that_failed_remembers_nothing() =>
        Assert.False(FrozenRun.Note(Notebook(Code("1")), null, new() { Command = "c", StartedAt = default, Duration = default }).Metadata.ContainsKey("smilenotebooks"));

    private IReadOnlyList<string> Changes(NotebookDocument before, NotebookDocument after) => Of(after).Changes(Of(before).ToJson());

    private RunInputs Of(NotebookDocument document) => RunInputs.Of(document, _folder, _root, _reports);

    private void Write(string path, string text)
    {
        string whole = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        File.WriteAllText(whole, text);
    }

    private static NotebookDocument With(NotebookDocument document, string value) =>
        NotebookParameters.Inject(document, ImmutableSortedDictionary<string, ParameterValue>.Empty.Add("n", ParameterValue.FromText(value)));

    private static JsonObject Needs(string file) => new() { ["report"] = new JsonObject { ["needs"] = new JsonObject { ["file"] = file, ["how"] = "make it" } } };

    private static NotebookDocument Notebook(params NotebookCell[] cells) => new() { Cells = [.. cells] };

    private static NotebookCell Text(string source) => new() { Id = "t", Kind = CellKind.Markdown, Source = source };

    private static NotebookCell Code(string source, params string[] tags) => new()
    {
        Id = "c", Kind = CellKind.Code, Source = source, Metadata = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) },
    };
}
