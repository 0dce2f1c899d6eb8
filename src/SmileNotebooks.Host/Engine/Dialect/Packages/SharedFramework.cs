// Frameworks beside .NET's own that a package may ask for, such as Microsoft.AspNetCore.App: installed with .NET, not restored.
using System.Reflection;

namespace SmileNotebooks.Host;

internal static class SharedFramework
{
    private const string Base = "Microsoft.NETCore.App";

    /// <summary>The assemblies of frameworks.</summary>
    /// <param name="names">Their names; the one that always runs needs nothing.</param>
    /// <exception cref="DirectoryNotFoundException">One is not installed for the running major version of .NET.</exception>
    public static IEnumerable<PackageAssembly> AssembliesOf(IEnumerable<string> names) =>
        names.Where(name => name != Base).Distinct().SelectMany(name => Directory.EnumerateFiles(FolderOf(name), "*.dll").SelectMany(path => AssemblyOf(path, name)));

    private static IEnumerable<PackageAssembly> AssemblyOf(string path, string framework)
    {
        AssemblyName name;
        try
        {
            name = AssemblyName.GetAssemblyName(path);
        }
        catch (BadImageFormatException)
        {
            return [];
        }

        return [new PackageAssembly(name.Name!, name.Version!, path, path, framework)];
    }

    private static string FolderOf(string name)
    {
        string folder = Path.GetFullPath(Path.Combine(FrameworkVersions.Folder, "..", "..", name));
        string? newest = (Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : [])
            .Select(path => (Path: path, Version: Version.TryParse(Path.GetFileName(path).Split('-')[0], out Version? version) ? version : new Version()))
            .Where(found => found.Version.Major == Environment.Version.Major)
            .OrderByDescending(found => found.Version).Select(found => found.Path).FirstOrDefault();
        return newest ?? throw new DirectoryNotFoundException(
            $"A package needs the framework {name} {Environment.Version.Major}, which is not installed: there is none in {folder}.");
    }
}
