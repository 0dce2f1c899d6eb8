// The packages, packed once for all tests from what was built with them, in a folder that is a package source of its own.
using System.Diagnostics;
using System.IO.Compression;

namespace SystemTests.Packaging;

/// <summary>Packs, and calls programs that see no other package source and no other package cache.</summary>
public sealed class Packed : IAsyncLifetime
{
    /// <summary>The version in Directory.Build.props.</summary>
    public const string Version = "0.1.0";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("smile-packages-");

    /// <summary>The configuration that the tests were built in: <c>release</c> or <c>debug</c>.</summary>
    public static string Configuration { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>Where the packages lie.</summary>
    public string Source => PathOf("packages");

    /// <summary>What packing printed.</summary>
    public string Log { get; private set; } = "";

    public string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    /// <summary>True where the library was built with ONNX Runtime of NuGet, with which it is not packed.</summary>
    private static bool IsBuiltOtherwise =>
        Repository.PathOf("artifacts", "bin", "SmileNotebooks", Configuration, "runtimes") is { } folder
        && Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*onnxruntime*", SearchOption.AllDirectories).Any();

    /// <summary>These packages; skips the test where there are none.</summary>
    public Packed OrSkipped()
    {
        Assert.SkipWhen(IsBuiltOtherwise, "Built with OnnxRuntimeFromNuGet=true: nothing is packed.");
        return this;
    }

    public async ValueTask InitializeAsync()
    {
        if (IsBuiltOtherwise)
        {
            return;
        }

        (int exitCode, Log, string errors) = await RunAsync(
            Repository.Root, "dotnet", "pack", "SmileNotebooks.sln", "-c", Configuration, "--no-build", "-o", Source, "--nologo", "-v", "minimal", "-nodeReuse:false");
        Assert.True(exitCode == 0, $"dotnet pack ended with exit code {exitCode}: {Log}{errors}");
        Directory.CreateDirectory(PathOf("notebooks"));

        // Packages that the library needs come from where the build has put them: no network.
        File.WriteAllText(PathOf("notebooks", "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Source}" />
                <add key="restored" value="{RestoredPackages()}" />
              </packageSources>
            </configuration>
            """);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens a package.</summary>
    /// <param name="name">Its id and version, and its extension.</param>
    public ZipArchive Open(string name) => ZipFile.OpenRead(Path.Combine(Source, name));

    /// <summary>The files in a package, without those that every package has, in order.</summary>
    public string[] FilesIn(string name)
    {
        using ZipArchive package = Open(name);
        return [.. package.Entries.Select(entry => entry.FullName).Where(path => !path.StartsWith("_rels/", StringComparison.Ordinal) && !path.StartsWith("package/", StringComparison.Ordinal) && path != "[Content_Types].xml").Order(StringComparer.Ordinal)];
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="program">The program and its arguments.</param>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(string folder, params string[] program)
    {
        ProcessStartInfo start = new(program[0], program[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("SMILE_ROOT");
        start.Environment["XDG_CACHE_HOME"] = PathOf("cache");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        if (folder != Repository.Root)
        {
            start.Environment["NUGET_PACKAGES"] = PathOf("global");
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }

    private static string RestoredPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
