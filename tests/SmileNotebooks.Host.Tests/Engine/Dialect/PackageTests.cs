// `#r "nuget:"` against a folder of packages that the tests make themselves.
using System.Text;

namespace SmileNotebooks.Host.Tests;

public sealed class PackageTests : IDisposable
{
    private readonly TestFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task A_package_and_what_it_needs_are_restored_once_and_then_without_feed_or_process()
    {
        _feed.Add("Pk.Inner", "1.0.0", "public class Inner { public int V => 7; }");
        _feed.Add("Pk.Outer", "2.1.0", "public class Outer { public Inner I => new(); }", [("Pk.Inner", "1.0.0")]);
        await using (CellRunner cells = new(_feed.Options))
        {
            await cells.RunAsync("#r \"nuget: Pk.Outer, 2.1.0\"\nnew Outer().I.V");
            Assert.Equal("7", cells.Plain);
            Assert.Equal("Installed package Pk.Outer version 2.1.0", cells.Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
            await cells.RunAsync("#r \"nuget: Pk.Outer, 2.1.0\"\nnew Inner().V");
            Assert.Empty(cells.Outputs.OfType<DisplayOutput>());
        }

        Directory.Delete(_feed.Path, recursive: true);
        string kept = Assert.Single(Directory.GetDirectories(_feed.Cache));
        File.WriteAllText(Path.Combine(kept, "obj", "untouched"), "");
        await using CellRunner again = new(_feed.Options);
        await again.RunAsync("#r \"nuget:Pk.Outer,2.1.0\"\nnew Outer().I.V");
        Assert.Equal("7", again.Plain);
        Assert.True(File.Exists(Path.Combine(kept, "obj", "untouched")));
    }

    [Fact]
    public async Task Several_packages_of_a_cell_are_one_restore_and_without_a_version_the_newest_comes()
    {
        _feed.Add("Pk.A", "1.0.0", "public class A { public int V => 1; }");
        _feed.Add("Pk.A", "1.5.0", "public class A { public int V => 15; }");
        _feed.Add("Pk.B", "1.0.0", "public class B { public int V => 2; }");
        await using CellRunner cells = new(_feed.Options);
        await cells.RunAsync("#r \"nuget: Pk.A\"\n#r \"nuget: Pk.B, 1.0.0\"\nnew A().V + new B().V");
        Assert.Equal("17", cells.Plain);
        Assert.Single(Directory.GetDirectories(_feed.Cache));
        Assert.Equal("Installed package Pk.A version 1.5.0\nInstalled package Pk.B version 1.0.0", cells.Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
        await cells.RunAsync("#r \"nuget: Pk.A\"\nnew A().V");
        Assert.Equal("15", cells.Plain);
    }

    [Fact]
    public async Task A_folder_may_be_named_as_a_source()
    {
        _feed.Add("Pk.Source", "1.0.0", "public class S { public int V => 3; }");
        File.WriteAllText(Path.Combine(_feed.NotebookFolder, "NuGet.config"), "<configuration><packageSources><clear/></packageSources></configuration>");
        await using CellRunner cells = new(_feed.Options);
        await cells.TryAsync("#r \"nuget: Pk.Source, 1.0.0\"");
        Assert.Contains("Pk.Source", cells.Error.Message, StringComparison.Ordinal);
        await cells.RunAsync("#i \"nuget: ../feed\"\n#r \"nuget: Pk.Source, 1.0.0\"\nnew S().V");
        Assert.Equal("3", cells.Plain);
        await cells.TryAsync("\n#i \"nuget: nowhere\"");
        Assert.StartsWith("cell 3, line 2: `#i \"nuget: nowhere\"`: there is no folder", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_is_not_served_names_package_version_sources_and_NuGets_own_error()
    {
        _feed.Add("Pk.Old", "1.0.0", "public class O { }");
        await using CellRunner cells = new(_feed.Options);
        await cells.TryAsync("\n#r \"nuget: Pk.Nowhere, 9.9.9\"");
        Assert.StartsWith("cell 1, line 2: `#r \"nuget: Pk.Nowhere, 9.9.9\"`: not restored from the sources", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("NU1101: Unable to find package Pk.Nowhere", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("test", cells.Error.Message, StringComparison.Ordinal);
        await cells.TryAsync("#r \"nuget: Pk.Old, 2.0.0\"");
        Assert.Contains("NU1102", cells.Error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_feed.Cache) && Directory.GetDirectories(_feed.Cache).Length > 0, "A failed restore leaves nothing.");
    }

    [Theory]
    [InlineData("#r \"nuget:\"", "expected the name of a package")]
    [InlineData("#r \"nuget: A B, 1\"", "expected the name of a package")]
    [InlineData("#r \"nuget: A, <1>\"", "expected a version")]
    [InlineData("#i \"somewhere\"", "expected `nuget:` and an address or a folder")]
    public async Task A_malformed_line_says_what_is_expected(string code, string expected)
    {
        await using CellRunner cells = new(_feed.Options);
        await cells.TryAsync(code);
        Assert.Contains(expected, cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_what_is_loaded_is_refused_with_both_versions()
    {
        _feed.Add("Pk.Twice", "1.0.0", "public class T { }");
        _feed.Add("Pk.Twice", "2.0.0", "public class T { }");
        _feed.Add("Pk.Needs", "1.0.0", "public class N { }", [("Pk.Twice", "2.0.0")]);
        await using CellRunner cells = new(_feed.Options);
        await cells.RunAsync("#r \"nuget: Pk.Twice, 1.0.0\"");
        await cells.TryAsync("#r \"nuget: Pk.Twice, 2.0.0\"");
        Assert.Contains("already referenced in version 1.0.0, and this asks for version 2.0.0", cells.Error.Message, StringComparison.Ordinal);
        await cells.TryAsync("#r \"nuget: Pk.Needs, 1.0.0\"");
        Assert.Contains("Pk.Twice", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("2.0.0", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("1.0.0", cells.Error.Message, StringComparison.Ordinal);
        await cells.RunAsync("new T().GetType().Assembly.GetName().Version.ToString()");
        Assert.Equal("1.0.0.0", cells.Plain);
    }

    [Fact]
    public async Task A_library_referenced_by_its_path_and_a_package_with_another_version_of_it_do_not_mix()
    {
        _feed.Add("Pk.Both", "2.0.0", "public class T { }");
        using TemporaryFolder folder = new();
        string path = folder.Library("Pk.Both", "public class T { }", "1.0.0.0");
        await using CellRunner cells = new(_feed.Options);
        await cells.RunAsync($"#r \"{path}\"");
        await cells.TryAsync("#r \"nuget: Pk.Both, 2.0.0\"");
        Assert.Contains("version 2.0.0.0, but version 1.0.0.0", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_is_built_from_may_come_in_another_version()
    {
        _feed.Add("Markdig", "0.1.0", "public class Markdown { public static string Own => \"mine\"; }");
        await using CellRunner cells = new(_feed.Options);
        await cells.RunAsync("#r \"nuget: Markdig, 0.1.0\"\nMarkdown.Own + typeof(Markdown).Assembly.GetName().Version");
        Assert.Equal("mine0.1.0.0", cells.Plain);
        await cells.RunAsync("#!markdown\n# still shown");
        Assert.Contains("<h1", cells.Outputs.OfType<DisplayOutput>().Single().Data["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_assembly_of_the_framework_is_refused_and_an_older_one_is_the_frameworks()
    {
        _feed.Add("System.Text.Json", "99.0.0", "public class Json { }");
        _feed.Add("System.Net.Http", "1.0.0", "public class Http { }");
        await using CellRunner cells = new(_feed.Options);
        await cells.RunAsync("#r \"nuget: System.Net.Http, 1.0.0\"\nnew System.Net.Http.HttpClient().GetType().Assembly.GetName().Version.Major > 1");
        Assert.Equal("True", cells.Plain);
        await cells.TryAsync("#r \"nuget: System.Text.Json, 99.0.0\"");
        Assert.Contains("version 99.0.0.0, but the running .NET has it in version", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Native_libraries_and_assemblies_for_this_platform_are_found()
    {
        string platform = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        byte[] marker = Encoding.UTF8.GetBytes("no library");
        _feed.Add("Pk.Native", "1.0.0", "public class N { [System.Runtime.InteropServices.DllImport(\"pknative\")] public static extern int Call(); }", null,
            ($"runtimes/{platform}/native/libpknative.so", marker), ($"runtimes/{platform}/native/pknative.dll", marker), ($"runtimes/{platform}/native/libpknative.dylib", marker));
        await using CellRunner cells = new(_feed.Options);
        await cells.TryAsync("#r \"nuget: Pk.Native, 1.0.0\"\nN.Call()");

        // The file is found, and is no library: that is said of the package's own path.
        Assert.Contains("pk.native", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("pknative", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packages_extension_runs_and_its_failure_is_told_and_not_fatal()
    {
        _feed.Add("Pk.Extended", "1.0.0", "public class E { }", null,
            ("interactive-extensions/dotnet/extension.dib", Encoding.UTF8.GetBytes("#!csharp\n#load \"more.csx\"\nvar fromExtension = more + 1;\n\n#!markdown\n# not shown\n")),
            ("interactive-extensions/dotnet/more.csx", Encoding.UTF8.GetBytes("var more = 40;")));
        _feed.Add("Pk.Failing", "1.0.0", "public class F { public int V => 1; }", null,
            ("interactive-extensions/dotnet/extension.dib", Encoding.UTF8.GetBytes("#!csharp\nthrow new Exception(\"oh no\");")));
        await using CellRunner cells = new(_feed.Options);
        await cells.RunAsync("#r \"nuget: Pk.Extended, 1.0.0\"\nfromExtension");
        Assert.Equal("41", cells.Plain);
        await cells.RunAsync("#r \"nuget: Pk.Failing, 1.0.0\"\nnew F().V");
        Assert.Equal("1", cells.Plain);
        Assert.Equal("The extension of Pk.Failing 1.0.0 failed: oh no\n", cells.Streams("stderr"));
    }

    [Fact]
    public async Task A_project_is_built_and_referenced_with_its_errors_told()
    {
        string project = Path.Combine(_feed.NotebookFolder, "lib", "Built.csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(project)!);
        File.WriteAllText(project, "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(_feed.NotebookFolder, "lib", "Built.cs"), "public class Built { public int V => 12; }");
        await using CellRunner cells = new(_feed.Options);
        await cells.RunAsync("#r \"lib/Built.csproj\"\nnew Built().V");
        Assert.Equal("12", cells.Plain);
        File.WriteAllText(Path.Combine(_feed.NotebookFolder, "lib", "Built.cs"), "public class Built { public int V => nothing; }");
        await cells.TryAsync("\n#r \"lib/Built.csproj\"");
        Assert.StartsWith("cell 2, line 2: `#r \"lib/Built.csproj\"`: the project does not build.", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("CS0103", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_dotnet_command_the_error_says_what_is_missing()
    {
        string? before = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
        Environment.SetEnvironmentVariable("DOTNET_HOST_PATH", Path.Combine(_feed.NotebookFolder, "nowhere"));
        try
        {
            await using CellRunner cells = new(_feed.Options);
            await cells.TryAsync("#r \"nuget: Pk.Any, 1.0.0\"");
            Assert.Contains("the command `dotnet` of the .NET SDK is needed and was not found", cells.Error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("DOTNET_HOST_PATH", before);
        }
    }

    [Fact]
    public async Task An_interrupt_ends_a_restore()
    {
        using System.Net.Sockets.TcpListener silent = new(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        File.WriteAllText(
            Path.Combine(_feed.NotebookFolder, "NuGet.config"),
            $"<configuration><packageSources><clear/><add key=\"silent\" value=\"http://127.0.0.1:{((System.Net.IPEndPoint)silent.LocalEndpoint).Port}/v3/index.json\" allowInsecureConnections=\"true\"/></packageSources></configuration>");
        await using CellRunner cells = new(_feed.Options);
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(3));
        CellResult result = await cells.TryAsync("#r \"nuget: Pk.Never, 1.0.0\"", stop.Token);
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.DoesNotContain("abandoned", cells.Error.Message, StringComparison.Ordinal);
    }
}
