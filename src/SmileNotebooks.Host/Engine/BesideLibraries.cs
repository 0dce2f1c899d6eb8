// Finds, for the compiler, the assemblies that referenced libraries need themselves.
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SmileNotebooks.Host;

internal sealed class BesideLibraries(NotebookLoadContext context) : MetadataReferenceResolver
{
    private readonly Dictionary<string, PortableExecutableReference> _found = new(StringComparer.Ordinal);

    public override bool ResolveMissingAssemblies => true;

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        string fileName = $"{referenceIdentity.Name}.dll";
        string host = Path.Combine(AppContext.BaseDirectory, fileName);
        string? found = context.Folders.Select(folder => Path.Combine(folder, fileName)).Prepend(host)
            .FirstOrDefault(path => File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= referenceIdentity.Version);
        if (found is null)
        {
            return null;
        }

        // The same reference for the same file, so that all cells of the notebook see the same types.
        return _found.TryGetValue(found, out PortableExecutableReference? known) ? known : _found[found] = MetadataReference.CreateFromFile(found);
    }

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    // One resolver an engine; Roslyn compares resolvers to see whether compilations can share their references.
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
