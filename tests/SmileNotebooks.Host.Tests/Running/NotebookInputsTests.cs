using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Running;

public sealed class NotebookInputsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("smile-inputs-").FullName;
    private readonly string _folder;

    public NotebookInputsTests()
    {
        _folder = Directory.CreateDirectory(Path.Combine(_root, "notebooks")).FullName;
        Directory.CreateDirectory(Path.Combine(_root, "data", "sub"));
        File.WriteAllText(Path.Combine(_root, "data", "a.csv"), "a");
        File.WriteAllText(Path.Combine(_root, "data", "b.csv"), "b");
        File.WriteAllText(Path.Combine(_root, "data", "sub", "c.csv"), "c");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("int seed = 42;", null, 42L)]
    [InlineData("var seed = 1_000L;", null, 1000L)]
    [InlineData("int seed = -1;", "7", 7L)]
    [InlineData("int seed = Environment.TickCount;", null, null)]
    [InlineData("int seeds = 3;", null, null)]
    public void The_seed_is_the_parameter_of_that_name(string declaration, string? given, long? expected)
    {
        NotebookCell cell = new() { Id = "p", Kind = CellKind.Code, Source = declaration, Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } };
        ImmutableSortedDictionary<string, string> parameters = given is null
            ? ImmutableSortedDictionary<string, string>.Empty
            : ImmutableSortedDictionary<string, string>.Empty.Add("seed", given);

        Assert.Equal(expected, NotebookInputs.Seed(new NotebookDocument { Cells = [cell] }, parameters));
        Assert.Null(NotebookInputs.Seed(new NotebookDocument { Cells = [cell with { Metadata = [] }] }, ImmutableSortedDictionary<string, string>.Empty));
    }

    [Theory]
    [InlineData("var table = Read(\"../data/a.csv\");")]
    [InlineData("var table = Read(@\"../data/a.csv\");")]
    [InlineData("var table = Read(\"\"\"../data/a.csv\"\"\");")]
    [InlineData("#r \"x.dll\"\nvar table = Read(\"../data/a.csv\")")]
    [InlineData("var half = Read(\"../data/a.csv\"")]
    public void A_file_that_a_literal_names_is_listed_with_its_hash(string code)
    {
        DataFile file = Assert.Single(DataFiles(code));

        Assert.Equal("data/a.csv", file.Path);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("a"u8)), file.Sha256);
    }

    [Theory]
    [InlineData("// see ../data/a.csv")]
    [InlineData("// \"../data/a.csv\"")]
    [InlineData("var words = text.Split(\"/\");")]
    [InlineData("var up = \"../\"; var here = \"./\"; var all = \"../../\";")]
    [InlineData("var word = \"data\";")]
    [InlineData("var missing = \"../data/absent.csv\";")]
    [InlineData("var pattern = \"../data/*.csv\";")]
    [InlineData("var device = \"/dev/zero\"; var process = \"/proc/self/status\";")]
    [InlineData("var part = $\"../data/{name}.csv\";")]
    [InlineData("var page = \"https://example.org/data/a.csv\";")]
    [InlineData("var odd = \"a/\\0b\"; var lines = \"a/\\nb\";")]
    [InlineData("")]
    public void What_names_no_file_is_not_listed(string code) => Assert.Empty(DataFiles(code));

    [Fact]
    public void A_folder_gives_the_files_in_it_and_not_those_of_its_subfolders() =>
        Assert.Equal(["data/a.csv", "data/b.csv"], DataFiles("var all = \"../data\";").Select(file => file.Path));

    [Fact]
    public void A_folder_of_many_files_is_listed_by_its_first_hundred()
    {
        string many = Directory.CreateDirectory(Path.Combine(_root, "many")).FullName;
        for (int i = 0; i < 130; i++)
        {
            File.WriteAllText(Path.Combine(many, $"{i:000}.txt"), "");
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"many/{i:000}.txt"), DataFiles("var all = \"../many\";").Select(file => file.Path));
    }

    [Fact]
    public void Files_are_in_order_and_each_is_listed_once() =>
        Assert.Equal(
            ["data/a.csv", "data/b.csv", "data/sub/c.csv"],
            DataFiles("Read(\"../data/sub/c.csv\"); Read(\"../data/b.csv\");", "Read(\"../data/a.csv\"); Read(\"./../data/b.csv\");").Select(file => file.Path));

    [Theory]
    [InlineData("photo = \"../data/b.csv\";", "data/b.csv,data/sub/c.csv")]
    [InlineData("const string photo = \"../data/b.csv\";", "data/b.csv,data/sub/c.csv")]
    [InlineData("other = \"../data/b.csv\";", "data/a.csv,data/b.csv")]
    public void The_default_of_a_parameter_that_was_given_a_value_is_not_listed(string injected, string expected)
    {
        NotebookDocument document = Notebook("var photo = \"../data/a.csv\";\nstring other = \"../data/sub/c.csv\";", injected);
        document = document with { Cells = [Tagged(document.Cells[0], "parameters"), Tagged(document.Cells[1], "injected-parameters")] };

        Assert.Equal(expected.Split(','), NotebookInputs.DataFiles(document, _folder, _root).Select(file => file.Path));

        static NotebookCell Tagged(NotebookCell cell, string tag) => cell with { Metadata = new JsonObject { ["tags"] = new JsonArray(tag) } };
    }

    [Fact]
    public void Text_cells_are_not_read()
    {
        NotebookDocument document = Notebook("") with
        {
            Cells = [new NotebookCell { Id = "t", Kind = CellKind.Markdown, Source = "\"../data/a.csv\"" }],
        };

        Assert.Empty(NotebookInputs.DataFiles(document, _folder, _root));
    }

    [Fact]
    public void A_file_outside_of_the_root_is_shown_by_its_name_alone()
    {
        DataFile file = Assert.Single(NotebookInputs.DataFiles(Notebook($"Read(\"{Path.Combine(_root, "data", "a.csv").Replace('\\', '/')}\");"), _folder, _folder));

        Assert.Equal("a.csv", file.Path);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_not_listed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A link to the file that always fails is of Linux.");
        File.CreateSymbolicLink(Path.Combine(_root, "data", "fails.csv"), "/proc/self/mem");

        Assert.Empty(DataFiles("Read(\"../data/fails.csv\");"));
    }

    [Fact]
    public void Assemblies_that_cells_reference_are_listed_with_their_versions()
    {
        string dll = typeof(NotebookInputs).Assembly.Location;
        File.Copy(dll, Path.Combine(_root, "data", "Host.dll"));

        ImmutableArray<AssemblyVersion> found = NotebookInputs.Assemblies(
            Notebook("#r \"../data/Host.dll\" // ours\r\n#r \"../data/absent.dll\"", "  #r  \"../data/Host.dll\"\n// #r \"../data/a.dll\""), _folder);

        AssemblyVersion assembly = Assert.Single(found);
        Assert.Equal("Host", assembly.Name);
        Assert.Equal(System.Diagnostics.FileVersionInfo.GetVersionInfo(dll).ProductVersion, assembly.Version);
    }

    [Fact]
    public void Packages_and_projects_are_listed_those_of_imported_code_too()
    {
        File.WriteAllText(Path.Combine(_root, "data", "Emg.csproj"), "<Project/>");
        File.WriteAllText(Path.Combine(_folder, "helpers.cs"), "#r \"nuget: Signals, 2.0.1\"\n#r \"../data/Emg.csproj\"");
        NotebookDocument document = Notebook("#!import \"helpers.cs\"\n#r \"nuget: Faces\"\n#r \"nuget: Smiles, 1.*\"\n#r \"nuget: no package?, 1\"");
        document = document with { Cells = [document.Cells[0] with { Outputs = [new DisplayOutput(new MimeBundle(ImmutableSortedDictionary<string, string>.Empty.Add("text/plain", "Installed package Smiles version 1.4.0\nInstalled package Signals version 2.0.1")))] }] };

        Assert.Equal(
            [new("Emg", "built from Emg.csproj"), new("Faces", "*"), new("Signals", "2.0.1"), new("Smiles", "1.4.0")],
            NotebookInputs.Assemblies(document, _folder));
    }

    [Fact]
    public void Imported_files_are_listed_and_the_data_that_they_name()
    {
        File.WriteAllText(Path.Combine(_folder, "helpers.cs"), "var table = Read(\"../data/a.csv\");");

        Assert.Equal(["data/a.csv", "notebooks/helpers.cs"], DataFiles("#!import \"helpers.cs\"").Select(file => file.Path));
    }

    private ImmutableArray<DataFile> DataFiles(params string[] cells) => NotebookInputs.DataFiles(Notebook(cells), _folder, _root);

    private static NotebookDocument Notebook(params string[] cells) => new()
    {
        Cells = [.. cells.Select((code, i) => new NotebookCell { Id = $"c{i}", Kind = CellKind.Code, Source = code })],
    };
}
