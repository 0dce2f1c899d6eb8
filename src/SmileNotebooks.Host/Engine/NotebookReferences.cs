// What cells are compiled against: the framework, the host's display functions, and what `#r` named.
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SmileNotebooks.Host;

internal sealed class NotebookReferences(NotebookLoadContext context)
{
    private static readonly Lazy<ImmutableArray<(string Path, AssemblyMetadata Metadata)>> s_metadata = new(FrameworkMetadata);

    // Read once a process, but a copy for each engine: the compiler keeps its symbols with the copy, and engines that compile at the
    // same time would otherwise find each other's, so that Task would be two types in two cells of one notebook.
    private readonly ImmutableArray<MetadataReference> _framework =
        [.. s_metadata.Value.Select(file => ((AssemblyMetadata)file.Metadata.Copy()).GetReference(filePath: file.Path))];

    private readonly Dictionary<string, MetadataReference> _libraries = new(StringComparer.OrdinalIgnoreCase);

    public ImmutableArray<MetadataReference> All => [.. _framework.Where(reference => !_libraries.Values.Any(library => SameFile(reference, ((PortableExecutableReference)library).FilePath!))), .. _libraries.Values];

    /// <summary>Follows an <c>#r</c> of a file or of a framework's assembly.</summary>
    /// <param name="name">What stands between the quotes.</param>
    /// <param name="source">The cell or file that it stands in.</param>
    /// <param name="notebookFolder">The notebook's folder.</param>
    /// <param name="line">The line it stands in, from 1.</param>
    /// <returns>A warning to show, or null.</returns>
    /// <exception cref="CellSourceException">It cannot be followed; the message says why.</exception>
    public string? Add(string name, SourceFile source, string notebookFolder, int line)
    {
        if (name.IndexOf(':') is > 1 and int colon)
        {
            throw new CellSourceException(line, $"`#r \"{name}\"`: this host does not know references of the kind `{name[..colon]}`. It knows the path of a .dll or .csproj, and `nuget: Package, Version`.");
        }

        string path = source.PathOf(name, notebookFolder);
        if (!File.Exists(path))
        {
            return IsFramework(name) ? null : throw new CellSourceException(line, $"`#r \"{name}\"`: there is no file {path}. If it is built by a project, build that first.");
        }

        return AddFile(name, path, line);
    }

    /// <summary>Adds a library.</summary>
    /// <param name="name">What the cell calls it.</param>
    /// <param name="path">Its file.</param>
    /// <param name="line">The line of the cell, from 1.</param>
    /// <returns>A warning to show, or null.</returns>
    /// <exception cref="CellSourceException">It cannot be loaded; the message says why.</exception>
    public string? AddFile(string name, string path, int line)
    {
        try
        {
            (Assembly assembly, bool otherBuild) = context.LoadLibrary(path);
            string loaded = assembly.Location is { Length: > 0 } location ? location : path;
            _libraries.TryAdd(assembly.GetName().Name!, MetadataReference.CreateFromFile(loaded));
            return otherBuild ? $"{path} is another build than the one loaded from {loaded}; the loaded one stays in use until a restart.\n" : null;
        }
        catch (BadImageFormatException)
        {
            throw new CellSourceException(line, $"`#r \"{name}\"`: {path} is not a .NET assembly.");
        }
        catch (FileLoadException e)
        {
            throw new CellSourceException(line, $"`#r \"{name}\"`: {e.Message}");
        }
    }

    /// <summary>Adds what packages bring; nothing of it is loaded before a cell needs it.</summary>
    /// <param name="packages">The assemblies and native libraries.</param>
    /// <exception cref="FileLoadException">One is there in another version; both versions are in the message, and nothing was added.</exception>
    public void AddPackages(PackageAssets packages)
    {
        ImmutableArray<PackageAssembly> added = [.. packages.Assemblies.Where(context.IsNewOf)];
        context.AddPackages(added, packages.NativeFiles);
        foreach (PackageAssembly assembly in added.Where(assembly => assembly.CompilePath is not null))
        {
            _libraries.TryAdd(assembly.Name, MetadataReference.CreateFromFile(assembly.CompilePath!));
        }
    }

    private static bool SameFile(MetadataReference reference, string path) =>
        reference is PortableExecutableReference { FilePath: { } known } && string.Equals(known, path, StringComparison.Ordinal);

    private bool IsFramework(string name)
    {
        string simple = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name.Split(',')[0].Trim();
        return _framework.OfType<PortableExecutableReference>().Any(
            reference => string.Equals(Path.GetFileNameWithoutExtension(reference.FilePath), simple, StringComparison.OrdinalIgnoreCase));
    }

    private static ImmutableArray<(string, AssemblyMetadata)> FrameworkMetadata()
    {
        string core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> framework = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == core);
        return [.. framework.Append(typeof(NotebookEngine).Assembly.Location).Select(path => (path, AssemblyMetadata.CreateFromFile(path)))];
    }
}
