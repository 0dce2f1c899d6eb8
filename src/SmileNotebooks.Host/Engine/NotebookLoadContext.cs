// Where a notebook's assemblies live: its cells, and the libraries it references with what lies beside them. What the host process
// has itself is shared with it, so that a type is one type.
using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace SmileNotebooks.Host;

/// <summary>Not collectible: emitted code of libraries (compiled expressions, proxies) may not refer to collectible assemblies.</summary>
internal sealed class NotebookLoadContext() : AssemblyLoadContext("notebook", isCollectible: false)
{
    // Read from any thread: the runtime asks for an assembly where code first needs it, also in what an earlier cell left running.
    private readonly ConcurrentDictionary<string, Assembly> _cells = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PackageAssembly> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _packageNatives = new(StringComparer.Ordinal);
    private volatile string[] _folders = [];

    /// <summary>Folders of referenced libraries, in the order of the references.</summary>
    public IReadOnlyList<string> Folders => _folders;

    public Assembly LoadCell(string name, Stream assembly, Stream symbols)
    {
        Assembly loaded = LoadFromStream(assembly, symbols);
        _cells[name] = loaded;
        return loaded;
    }

    /// <summary>Loads a referenced library, or finds that it is already there.</summary>
    /// <returns>The assembly, and whether it was built from other sources than the file (same version).</returns>
    /// <exception cref="FileLoadException">Another version is loaded.</exception>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public (Assembly Assembly, bool OtherBuild) LoadLibrary(string path)
    {
        AssemblyName name = AssemblyName.GetAssemblyName(path);
        Assembly? loaded = LoadedAs(name);
        if (loaded is not null && loaded.GetName().Version != name.Version)
        {
            throw new FileLoadException(
                $"{name.Name} is already loaded in version {loaded.GetName().Version} (from {Origin(loaded)}), but {path} is version {name.Version}. " +
                "Two versions would be two different sets of types: reference the same version, or restart.");
        }

        string folder = Path.GetDirectoryName(path)!;
        _folders = _folders.Contains(folder) ? _folders : [.. _folders, folder];
        if (loaded is null)
        {
            return (LoadFromAssemblyPath(path), false);
        }

        return (loaded, loaded.ManifestModule.ModuleVersionId != ModuleVersionOf(path));
    }

    /// <summary>Whether a package's assembly is one that the notebook has not; what .NET has itself is .NET's.</summary>
    /// <exception cref="FileLoadException">It is there in another version; both versions are in the message.</exception>
    public bool IsNewOf(PackageAssembly assembly)
    {
        if (FrameworkVersions.Of(assembly.Name) is { } framework)
        {
            return framework >= assembly.Version ? false : throw new FileLoadException(
                $"{assembly.Package} brings {assembly.Name} in version {assembly.Version}, but the running .NET has it in version {framework}. Take an older version of the package, or run on a newer .NET.");
        }

        (Version? Version, string Origin) there =
            _packages.TryGetValue(assembly.Name, out PackageAssembly? known) ? (known.Version, known.Package)
            : (Assemblies.FirstOrDefault(loaded => SameName(loaded.GetName(), new AssemblyName(assembly.Name))) ?? Host(assembly.Name)) is { } loaded ? (loaded.GetName().Version, Origin(loaded))
            : (null, "");
        return there.Version is null || (there.Version == assembly.Version ? false : throw new FileLoadException(
            $"{assembly.Package} brings {assembly.Name} in version {assembly.Version}, but version {there.Version} (of {there.Origin}) is already loaded. "
            + "Two versions would be two different sets of types: ask for packages that agree, or restart and reference the newer one first."));
    }

    /// <summary>Says where packages have their files.</summary>
    public void AddPackages(IEnumerable<PackageAssembly> assemblies, IEnumerable<string> nativeFiles)
    {
        foreach (PackageAssembly assembly in assemblies)
        {
            _packages[assembly.Name] = assembly;
        }

        foreach (string file in nativeFiles)
        {
            _packageNatives.TryAdd(Path.GetFileName(file), file);
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_cells.TryGetValue(assemblyName.Name!, out Assembly? cell))
        {
            return cell;
        }

        // Before the host's own: what the host is built from is no affair of the notebook.
        if (_packages.TryGetValue(assemblyName.Name!, out PackageAssembly? package) && package.RuntimePath is { } packaged)
        {
            return LoadFromAssemblyPath(packaged);
        }

        if (FromHost(assemblyName) is { } shared && shared.GetName().Version >= assemblyName.Version)
        {
            return shared;
        }

        return Beside($"{assemblyName.Name}.dll") is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names = OperatingSystem.IsWindows() ? [unmanagedDllName, $"{unmanagedDllName}.dll"]
            : OperatingSystem.IsMacOS() ? [unmanagedDllName, $"{unmanagedDllName}.dylib", $"lib{unmanagedDllName}.dylib"]
            : [unmanagedDllName, $"{unmanagedDllName}.so", $"lib{unmanagedDllName}.so"];
        return names.Select(name => _packageNatives.GetValueOrDefault(name) ?? Beside(name)).FirstOrDefault(path => path is not null) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
    }

    private Assembly? LoadedAs(AssemblyName name) =>
        Assemblies.FirstOrDefault(assembly => SameName(assembly.GetName(), name))
        ?? (_packages.TryGetValue(name.Name!, out PackageAssembly? package) && package.RuntimePath is { } path ? LoadFromAssemblyPath(path) : FromHost(name));

    // The one assembly whose types cells share with the host.
    private static Assembly? Host(string name) =>
        typeof(NotebookEngine).Assembly is { } host && string.Equals(host.GetName().Name, name, StringComparison.OrdinalIgnoreCase) ? host : null;

    private static Assembly? FromHost(AssemblyName name)
    {
        if (Default.Assemblies.FirstOrDefault(assembly => SameName(assembly.GetName(), name)) is { } loaded)
        {
            return loaded;
        }

        try
        {
            // Without its version: the host's folder may hold another one, which is what the caller wants to know.
            return Default.LoadFromAssemblyName(new AssemblyName(name.Name!));
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }

    private string? Beside(string fileName)
    {
        // Also where NuGet's layout keeps what differs between platforms.
        string native = Path.Combine("runtimes", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "native", fileName);
        return _folders.SelectMany(folder => new[] { Path.Combine(folder, fileName), Path.Combine(folder, native) }).FirstOrDefault(File.Exists);
    }

    private static bool SameName(AssemblyName a, AssemblyName b) => string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase);

    private static string Origin(Assembly assembly) => assembly.Location is { Length: > 0 } path ? path : "memory";

    private static Guid ModuleVersionOf(string path)
    {
        using PEReader reader = new(File.OpenRead(path));
        MetadataReader metadata = reader.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
