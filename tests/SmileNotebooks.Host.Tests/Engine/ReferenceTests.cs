using System.Runtime.InteropServices;

namespace SmileNotebooks.Host.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public async Task A_library_is_found_from_the_notebooks_folder_with_what_lies_beside_it()
    {
        using TemporaryFolder folder = new();
        string inner = folder.Library("RefInner", "public class Inner { public int Value => 7; }", folder: "lib");
        folder.Library("RefOuter", "public class Outer { public Inner Inner => new(); public static int Get() => new Inner().Value; }", folder: "lib", references: inner);
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.RunAsync("#r \"lib/RefOuter.dll\"\nOuter.Get() + new Outer().Inner.Value");
        Assert.Equal("14", cells.Plain);
        await cells.RunAsync("new Outer() is Outer");
        Assert.Equal("True", cells.Plain);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_native_library_beside_the_library_is_found_also_where_packages_lay_it(bool asPackages)
    {
        string onnx = OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";
        string? native = Directory.Exists(Repository.PathOf("artifacts", "bin"))
            ? Directory.EnumerateFiles(Repository.PathOf("artifacts", "bin"), onnx, SearchOption.AllDirectories).FirstOrDefault()
            : null;
        Assert.SkipWhen(native is null, "No native library is built yet.");
        using TemporaryFolder folder = new();
        folder.Library("RefNative", "public static class N { [System.Runtime.InteropServices.DllImport(\"onnxruntime\")] static extern System.IntPtr OrtGetApiBase(); public static bool Works => OrtGetApiBase() != System.IntPtr.Zero; }");
        string place = folder.File(asPackages ? Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native", onnx) : onnx);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Copy(native, place);
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.RunAsync("#r \"RefNative.dll\"\nN.Works");
        Assert.Equal("True", cells.Plain);
        Assert.True(RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64);
    }

    [Fact]
    public async Task An_assembly_that_the_host_has_is_shared_with_it()
    {
        using TemporaryFolder folder = new();
        File.Copy(typeof(Repository).Assembly.Location, folder.File("TestSupport.dll"));
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.RunAsync("#r \"TestSupport.dll\"\ntypeof(TestSupport.Repository)");
        Assert.Same(typeof(Repository), cells.Last.Value);
        Assert.Empty(cells.Streams("stderr"));
    }

    [Fact]
    public async Task Another_version_of_what_the_host_has_is_refused_with_both_versions()
    {
        using TemporaryFolder folder = new();
        folder.Library("TestSupport", "public class X { }", version: "9.8.7.6");
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.TryAsync("\n#r \"TestSupport.dll\"");
        Assert.StartsWith("cell 1, line 2: ", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(Repository).Assembly.GetName().Version!.ToString(), cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("9.8.7.6", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_what_an_earlier_cell_references_is_refused_and_another_build_is_warned_of()
    {
        using TemporaryFolder folder = new();
        folder.Library("RefTwice", "public class X { public int V => 1; }", folder: "a");
        folder.Library("RefTwice", "public class X { public int V => 2; }", folder: "b");
        folder.Library("RefTwice", "public class X { public int V => 3; }", version: "2.0.0.0", folder: "c");
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.RunAsync("#r \"a/RefTwice.dll\"\n#r \"a/RefTwice.dll\"\nnew X().V");
        Assert.Empty(cells.Streams("stderr"));
        await cells.RunAsync("#r \"b/RefTwice.dll\"\nnew X().V");
        Assert.Contains("another build", cells.Streams("stderr"), StringComparison.Ordinal);
        Assert.Equal("1", cells.Plain);
        await cells.TryAsync("#r \"c/RefTwice.dll\"");
        Assert.Contains("version 1.0.0.0", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("version 2.0.0.0", cells.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#r \"nothing.dll\"", "there is no file")]
    [InlineData("#r \"pypi: numpy\"", "does not know references of the kind `pypi`")]
    [InlineData("#r \"absent.csproj\"", "there is no project")]
    [InlineData("#r \"text.dll\"", "is not a .NET assembly")]
    public async Task A_reference_that_cannot_be_followed_says_why(string code, string expected)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("text.dll"), "not an assembly", TestContext.Current.CancellationToken);
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.TryAsync(code);
        Assert.Contains(expected, cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_framework_assembly_may_be_named()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("#r \"System.Net.Http\"\ntypeof(System.Net.Http.HttpClient).Name");
        Assert.Equal("HttpClient", cells.Plain);
    }

    [Fact]
    public async Task Formatters_of_a_library_that_knows_no_host_write_all_their_types()
    {
        using TemporaryFolder folder = new();
        folder.Library("RefFormatted", """
            using System; using System.Collections.Generic; using System.IO;
            [AttributeUsage(AttributeTargets.Class)] class TypeFormatterSourceAttribute(Type t) : Attribute { public Type FormatterSourceType { get; } = t; public string[] PreferredMimeTypes { get; set; } }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "application/x+json" })] public class Shown { public int X => 5; }
            public class Derived : Shown { }
            class Source { public IEnumerable<object> CreateTypeFormatters() { yield return new Json(); yield return new Html(); yield return new Never(); } }
            class Html { public string MimeType => "text/html"; public bool Format(object o, TextWriter w) { w.Write($"<b>{((Shown)o).X}</b>"); return true; } }
            class Json { public string MimeType => "application/x+json"; public Type Type => typeof(Shown); public bool Format(object o, TextWriter w) { w.Write("{}"); return true; } }
            class Never { public string MimeType => "image/png"; public bool Format(object o, TextWriter w) => false; }
            [TypeFormatterSource(typeof(int))] public class Broken { }
            """);
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.RunAsync("#r \"RefFormatted.dll\"\nnew Derived()");
        MimeBundle data = cells.Outputs.OfType<ResultOutput>().Single().Data;
        Assert.Equal(["application/x+json", "text/html", "text/plain"], data.Data.Keys);
        Assert.Equal("<b>5</b>", data["text/html"]);
        Assert.Equal("Derived { X = 5 }", data["text/plain"]);
        await cells.TryAsync("new Broken()");
        Assert.Contains("CreateTypeFormatters", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_may_bring_formatters_for_the_types_of_another_from_when_it_is_loaded()
    {
        using TemporaryFolder folder = new();
        folder.Library("RefForeign", """
            using System;
            [AttributeUsage(AttributeTargets.Class)] class TypeFormatterSourceAttribute(Type t) : Attribute { public Type FormatterSourceType { get; } = t; }
            public class Plain { }
            public abstract class NoSource { NoSource() { } }
            [TypeFormatterSource(typeof(NoSource))] public class Chart { public int X => 5; }
            """);
        folder.Library("RefBringing", """
            using System; using System.Collections.Generic; using System.IO;
            [assembly: TypeFormatterSource(typeof(Source))]
            [AttributeUsage(AttributeTargets.Assembly)] class TypeFormatterSourceAttribute(Type t) : Attribute { public Type FormatterSourceType { get; } = t; }
            class Source { public IEnumerable<object> CreateTypeFormatters() { yield return new Html(); yield return new Untyped(); } }
            class Html { public string MimeType => "text/html"; public Type Type => System.Reflection.Assembly.Load("RefForeign").GetType("Chart"); public bool Format(object o, TextWriter w) { w.Write("<b>brought</b>"); return true; } }
            class Untyped { public string MimeType => "image/png"; public bool Format(object o, TextWriter w) { w.Write("of all values"); return true; } }
            """);
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.TryAsync("#r \"RefForeign.dll\"\nnew Chart()");
        Assert.Contains("no constructor without parameters", cells.Error.Message, StringComparison.Ordinal);
        await cells.RunAsync("#r \"RefBringing.dll\"\nnew Chart()");
        MimeBundle data = cells.Outputs.OfType<ResultOutput>().Last().Data;
        Assert.Equal("<b>brought</b>", data["text/html"]);
        Assert.Null(data["image/png"]);
        await cells.RunAsync("new Plain()");
        Assert.Null(cells.Outputs.OfType<ResultOutput>().Last().Data["image/png"]);
    }

    [Fact]
    public async Task The_current_directory_is_the_notebooks_folder_while_a_cell_runs()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("data.txt"), "here", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder.File("below"));
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.RunAsync("System.IO.File.ReadAllText(\"data.txt\")");
        Assert.Equal("here", cells.Plain);
        await cells.RunAsync("Environment.CurrentDirectory = \"below\";");
        Assert.NotEqual(folder.Path, Environment.CurrentDirectory);
        await cells.RunAsync("System.IO.Path.GetFileName(Environment.CurrentDirectory)");
        Assert.Equal("below", cells.Plain);
    }

    [Fact]
    public void A_framework_that_is_not_installed_is_named()
    {
        DirectoryNotFoundException e = Assert.Throws<DirectoryNotFoundException>(() => SharedFramework.AssembliesOf(["Some.Absent.App"]).ToArray());
        Assert.Contains("the framework Some.Absent.App ", e.Message, StringComparison.Ordinal);
    }
}
