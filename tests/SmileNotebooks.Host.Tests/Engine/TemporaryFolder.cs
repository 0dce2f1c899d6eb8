// A folder for one test, and small libraries compiled into it.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmileNotebooks.Host.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("notebook-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Compiles a library <c>name.dll</c> into the folder (or one below it).</summary>
    public string Library(string name, string code, string version = "1.0.0.0", string folder = "", params string[] references)
    {
        string directory = Directory.CreateDirectory(File(folder)).FullName;
        string path = System.IO.Path.Combine(directory, $"{name}.dll");
        string core = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Where(file => System.IO.Path.GetDirectoryName(file) == core);
        string[] sources = [code, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]"];
        var result = CSharpCompilation.Create(
            name, sources.Select(source => CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)),
            framework.Concat(references).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
