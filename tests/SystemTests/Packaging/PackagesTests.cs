// What `dotnet pack` makes, and whether it works where there is nothing else of this repository.
using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text;
using SmileNotebooks.Host;

namespace SystemTests.Packaging;

public sealed class PackagesTests(Packed packed) : IClassFixture<Packed>
{
    private const string Library = $"SmileNotebooks.{Packed.Version}.nupkg";
    private const string Tool = $"SmileNotebooks.Host.{Packed.Version}.nupkg";
    private const string NotCompiled = "not compiled ahead of time";

    private static readonly string s_platform = RuntimeInformation.RuntimeIdentifier;

    private readonly Packed _packed = packed.OrSkipped();

    [Fact]
    public void The_solution_packs_the_library_and_the_tool_and_nothing_else_without_a_warning()
    {
        Assert.Equal(
            [Library, $"SmileNotebooks.{Packed.Version}.snupkg", Tool, $"SmileNotebooks.Host.{Packed.Version}.snupkg"],
            Directory.EnumerateFiles(_packed.Source).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("warning", _packed.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_library_lies_in_its_package_with_all_that_it_opens()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && s_platform == "linux-x64", "Native libraries have other names on this platform.");
        Assert.Equal(
            [
                "LICENSE", "README.md", "SmileNotebooks.nuspec", "build/SmileNotebooks.targets", "buildTransitive/SmileNotebooks.targets", "icon.png",
                "interactive-extensions/dotnet/extension.dib", "lib/net10.0/Microsoft.ML.OnnxRuntime.dll", "lib/net10.0/SmileNotebooks.dll",
                "lib/net10.0/SmileNotebooks.xml", "lib/net10.0/TfLiteToOnnx.dll", "lib/net10.0/TfLiteToOnnx.xml",
                "lib/net10.0/face_mesh_solution_packed_assets.data", "notices/Apache-2.0.txt", "notices/GPL-3.0.txt", "notices/LGPL-3.0.txt",
                "notices/SmileNotebooks.txt", "notices/libvips/sharp-libvips-linux-x64/README.md", "notices/libvips/sharp-libvips-linux-x64/versions.json",
                "notices/onnxruntime/LICENSE", "notices/onnxruntime/ThirdPartyNotices.txt", "runtimes/linux-x64/native/libonnxruntime.so",
                "runtimes/linux-x64/native/libvips.so",
            ],
            _packed.FilesIn(Library));
        Assert.Equal(
            ["SmileNotebooks.nuspec", "lib/net10.0/Microsoft.ML.OnnxRuntime.pdb", "lib/net10.0/SmileNotebooks.pdb", "lib/net10.0/TfLiteToOnnx.pdb"],
            _packed.FilesIn($"SmileNotebooks.{Packed.Version}.snupkg"));
    }

    [Fact]
    public void The_tool_has_its_files_once_for_all_platforms_and_once_compiled_for_this_one()
    {
        string[] files = _packed.FilesIn(Tool);
        string[] any = [.. Under("tools/net10.0/any/")];
        string[] here = [.. Under($"tools/net10.0/{s_platform}/")];

        Assert.Superset((HashSet<string>)["DotnetToolSettings.xml", "SmileNotebooks.Host.Tool.dll", "SmileNotebooks.Host.dll", "plotly.min.js", "Markdig.dll"], any.ToHashSet());
        Assert.Contains("notices/SmileNotebooks.Host.txt", files);
        if (_packed.Log.Contains(NotCompiled, StringComparison.Ordinal))
        {
            Assert.Empty(here);
            return;
        }

        Assert.Equal(any, here);
        using ZipArchive package = _packed.Open(Tool);
        foreach (string assembly in any.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)))
        {
            Assert.False(IsCompiled(package.GetEntry($"tools/net10.0/any/{assembly}")!), $"{assembly} for all platforms holds code for one");
            Assert.True(IsCompiled(package.GetEntry($"tools/net10.0/{s_platform}/{assembly}")!), $"{assembly} is not compiled");
        }

        IEnumerable<string> Under(string folder) => files.Where(file => file.StartsWith(folder, StringComparison.Ordinal)).Select(file => file[folder.Length..]);
    }

    [Theory]
    [InlineData(Library, "SmileNotebooks")]
    [InlineData(Tool, "SmileNotebooks.Host")]
    public void A_package_says_its_licence_its_commit_and_what_it_is(string name, string id)
    {
        using ZipArchive package = _packed.Open(name);
        string nuspec = Text(package.GetEntry($"{id}.nuspec")!);

        Assert.Contains($"<id>{id}</id>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<license type=\"expression\">MIT</license>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<icon>icon.png</icon>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<releaseNotes># Changelog", nuspec, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}", Text(package.GetEntry("README.md")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Library)]
    [InlineData(Tool)]
    [InlineData($"SmileNotebooks.{Packed.Version}.snupkg")]
    [InlineData($"SmileNotebooks.Host.{Packed.Version}.snupkg")]
    public void No_file_of_a_package_names_the_folder_that_it_was_built_in(string name)
    {
        Assert.SkipWhen(Packed.Configuration == "debug", "A Debug build keeps the paths that a debugger opens.");
        byte[] root = Encoding.UTF8.GetBytes(Repository.Root + "/");
        using ZipArchive package = _packed.Open(name);
        Assert.DoesNotContain(package.Entries, entry => Bytes(entry).AsSpan().IndexOf(root) >= 0);
    }

    [Fact]
    public async Task The_installed_tool_runs_a_notebook_that_takes_the_library_from_the_folder_of_packages()
    {
        string notebooks = _packed.PathOf("notebooks");
        string program = _packed.PathOf("tool", OperatingSystem.IsWindows() ? "smile.exe" : "smile");
        (int exitCode, string output, string errors) = await _packed.RunAsync(
            notebooks, "dotnet", "tool", "install", "SmileNotebooks.Host", "--version", Packed.Version, "--tool-path", _packed.PathOf("tool"), "--configfile", Path.Combine(notebooks, "NuGet.config"));
        Assert.True(exitCode == 0, $"dotnet tool install: {output}{errors}");
        bool runsCompiled = (await File.ReadAllBytesAsync(program, TestContext.Current.CancellationToken)).AsSpan().IndexOf(Encoding.UTF8.GetBytes($"net10.0/{s_platform}/")) >= 0;
        Assert.True(runsCompiled || _packed.Log.Contains(NotCompiled, StringComparison.Ordinal) || OperatingSystem.IsWindows(), "The tool was installed from the files for all platforms.");

        NotebookDocument document = new()
        {
            Cells =
            [
                new NotebookCell { Id = "a", Kind = CellKind.Code, Source = $"#r \"nuget: SmileNotebooks, {Packed.Version}\"" },
                new NotebookCell { Id = "b", Kind = CellKind.Code, Source = $"using var faces = FaceLandmarker.Open();\nfaces.Detect(Picture.Load(@\"{Repository.PathOf("data-samples", "photos", "astronaut.png")}\")).Count()" },
            ],
        };
        NotebookFile.Write(document, Path.Combine(notebooks, "study.ipynb"));
        (exitCode, output, errors) = await _packed.RunAsync(notebooks, program, "run", "study.ipynb", "-o", "executed.ipynb");
        Assert.True(exitCode == 0, $"smile run: {output}{errors}");

        ImmutableArray<CellOutput> first = NotebookFile.Read(Path.Combine(notebooks, "executed.ipynb")).Cells[0].Outputs;
        ImmutableArray<CellOutput> second = NotebookFile.Read(Path.Combine(notebooks, "executed.ipynb")).Cells[1].Outputs;
        Assert.Contains(first.OfType<DisplayOutput>(), shown => shown.Data["text/plain"]?.StartsWith("SmileNotebooks is loaded.", StringComparison.Ordinal) == true);
        Assert.Equal("1", Assert.IsType<ResultOutput>(Assert.Single(second)).Data["text/plain"]);
    }

    private static bool IsCompiled(ZipArchiveEntry assembly)
    {
        using PEReader reader = new(new MemoryStream(Bytes(assembly)));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static string Text(ZipArchiveEntry entry) => Encoding.UTF8.GetString(Bytes(entry)).TrimStart('\uFEFF');

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using MemoryStream bytes = new();
        using Stream stream = entry.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
