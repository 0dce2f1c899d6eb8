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

    /// <summary>Follows an <c>#r</c>.</summary>
    /// <param name="name">What stands between the quotes.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="line">The line it stands in, from 1.</param>
    /// <returns>A warning to show, or null.</returns>
    /// <exception cref="CellSourceException">It cannot be followed; the message says why.</exception>
    public string? Add(string name, string folder, int line)
    {
        if (name.IndexOf(':') is > 1 and int colon)
        {
            throw new CellSourceException(line, $"`#r \"{name}\"`: this host does not restore {name[..colon]} references. Reference the library's .dll by its path.");
        }

        string path = Path.GetFullPath(Path.Combine(folder, name));
        if (!File.Exists(path))
        {
            return IsFramework(name) ? null : throw new CellSourceException(line, $"`#r \"{name}\"`: there is no file {path}. If it is built by a project, build that first.");
        }

        try
        {
            (Assembly assembly, bool otherBuild) = context.LoadLibrary(path);
            string source = assembly.Location is { Length: > 0 } location ? location : path;
            _libraries.TryAdd(assembly.GetName().Name!, MetadataReference.CreateFromFile(source));
            return otherBuild ? $"{path} is another build than the one loaded from {source}; the loaded one stays in use until a restart.\n" : null;
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
