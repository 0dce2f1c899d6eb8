// A folder of NuGet packages made by a test, and a cache of its own for what is restored from it.
using System.IO.Compression;

namespace SmileNotebooks.Host.Tests;

internal sealed class TestFeed : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _cacheBefore = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
    private readonly string? _packagesBefore = Environment.GetEnvironmentVariable("NUGET_PACKAGES");

    public TestFeed()
    {
        Directory.CreateDirectory(Path);
        Directory.CreateDirectory(NotebookFolder);

        // Only the feed of the test is asked: a name that it does not serve is an error at once.
        File.WriteAllText(
            System.IO.Path.Combine(NotebookFolder, "NuGet.config"),
            $"<configuration><packageSources><clear/><add key=\"test\" value=\"{Path}\"/></packageSources></configuration>");
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", _folder.File("cache"));
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", _folder.File("global"));
    }

    /// <summary>The folder that serves the packages.</summary>
    public string Path => _folder.File("feed");

    /// <summary>A folder for a notebook, whose NuGet.config names the feed.</summary>
    public string NotebookFolder => _folder.File("notebook");

    /// <summary>Where packages are unpacked to.</summary>
    public string GlobalPackages => _folder.File("global");

    /// <summary>Where the host keeps what it restored.</summary>
    public string Cache => _folder.File("cache/SmileNotebooks/nuget");

    public EngineOptions Options => new() { Folder = NotebookFolder };

    /// <summary>Makes a package of one library.</summary>
    /// <param name="name">Its id, and the name of its assembly.</param>
    /// <param name="version">Its version, and that of its assembly.</param>
    /// <param name="code">The code of the library.</param>
    /// <param name="dependencies">The packages that it needs: name and version.</param>
    /// <param name="files">Further files: path in the package, and content.</param>
    public void Add(string name, string version, string code, (string Name, string Version)[]? dependencies = null, params (string Path, byte[] Content)[] files)
    {
        string library = _folder.Library(name, code, $"{version.Split('-')[0]}.0", folder: $"build/{name}.{version}", [.. (dependencies ?? []).Select(other => _folder.File($"build/{other.Name}.{other.Version}/{other.Name}.dll"))]);
        string needs = string.Concat((dependencies ?? []).Select(other => $"<dependency id=\"{other.Name}\" version=\"{other.Version}\"/>"));
        using ZipArchive package = ZipFile.Open(System.IO.Path.Combine(Path, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        Write(package, $"{name}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
            <id>{name}</id><version>{version}</version><authors>test</authors><description>test</description>
            <dependencies><group targetFramework="net8.0">{needs}</group></dependencies></metadata></package>
            """));
        Write(package, $"lib/net8.0/{name}.dll", File.ReadAllBytes(library));
        foreach ((string path, byte[] content) in files)
        {
            Write(package, path, content);
        }
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", _cacheBefore);
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", _packagesBefore);
        _folder.Dispose();
    }

    private static void Write(ZipArchive package, string path, byte[] content)
    {
        using Stream entry = package.CreateEntry(path).Open();
        entry.Write(content);
    }
}
