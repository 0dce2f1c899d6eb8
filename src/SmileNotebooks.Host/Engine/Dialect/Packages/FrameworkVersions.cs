// Which assemblies the running .NET has itself, and in which version.
using System.Collections.Concurrent;
using System.Reflection;

namespace SmileNotebooks.Host;

internal static class FrameworkVersions
{
    private static readonly ConcurrentDictionary<string, Version?> s_versions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The folder of the running .NET's assemblies.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The version of an assembly of the running .NET; null if it has none of the name.</summary>
    public static Version? Of(string assembly) => s_versions.GetOrAdd(assembly, static name =>
    {
        string path = Path.Combine(Folder, $"{name}.dll");
        return File.Exists(path) ? AssemblyName.GetAssemblyName(path).Version : null;
    });
}
