// What a restore found: read from project.assets.json, in which NuGet writes down what it chose.
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>An assembly of a package.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Version">The version of the assembly that is loaded, else of the one that is compiled against.</param>
/// <param name="CompilePath">What cells are compiled against; null where the package keeps it from them.</param>
/// <param name="RuntimePath">What is loaded; null where there is nothing to load.</param>
/// <param name="Package">The package: <c>Name 1.2.3</c>.</param>
internal sealed record PackageAssembly(string Name, Version Version, string? CompilePath, string? RuntimePath, string Package);

/// <summary>A package that was restored.</summary>
/// <param name="Name">Its id, as the package writes it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where its files are.</param>
internal sealed record RestoredPackage(string Name, string Version, string Folder);

/// <summary>All that a restore found.</summary>
internal sealed record PackageAssets(
    ImmutableArray<RestoredPackage> Packages, ImmutableArray<PackageAssembly> Assemblies, ImmutableArray<string> NativeFiles, ImmutableArray<string> Warnings)
{
    /// <summary>Reads the file; null if packages that it names are not there any more.</summary>
    public static PackageAssets? Read(string path)
    {
        JsonObject root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        string[] packageFolders = [.. Members(root["packageFolders"]).Select(folder => folder.Key)];
        List<RestoredPackage> packages = [];
        List<PackageAssembly> assemblies = [];
        List<string> natives = [];
        foreach ((string id, JsonNode? assets) in Members(TargetOf(root)))
        {
            if (root["libraries"]?[id] is not JsonObject library || (string?)library["type"] != "package")
            {
                continue;
            }

            string relative = (string)library["path"]!;
            string? folder = packageFolders.Select(parent => Path.Combine(parent, relative)).FirstOrDefault(Directory.Exists);
            if (folder is null)
            {
                return null;
            }

            packages.Add(new RestoredPackage(id.Split('/')[0], id.Split('/')[1], folder));
            assemblies.AddRange(AssembliesOf(assets!, folder, id.Replace('/', ' ')));
            natives.AddRange(FilesOf(assets!["native"], folder));
        }

        assemblies.AddRange(SharedFramework.AssembliesOf(Members(TargetOf(root)).SelectMany(asset => Texts(asset.Value!["frameworkReferences"]))));
        return new PackageAssets([.. packages], [.. assemblies.DistinctBy(assembly => assembly.Name)], [.. natives], [.. WarningsIn(root)]);
    }

    /// <summary>NuGet's own lines about what went wrong.</summary>
    public static ImmutableArray<string> ErrorsIn(string path) =>
        File.Exists(path) ? [.. Logs(JsonNode.Parse(File.ReadAllText(path))!.AsObject(), "Error")] : [];

    // With a runtime identifier there are two: what compiles anywhere, and what runs here. The second is wanted.
    private static JsonNode? TargetOf(JsonObject root) => Members(root["targets"]).MaxBy(target => target.Key.Contains('/', StringComparison.Ordinal)).Value;

    private static IEnumerable<PackageAssembly> AssembliesOf(JsonNode assets, string folder, string package)
    {
        Dictionary<string, string> compiled = FilesOf(assets["compile"], folder).ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> run = FilesOf(assets["runtime"], folder).ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);
        foreach (string name in compiled.Keys.Union(run.Keys, StringComparer.OrdinalIgnoreCase))
        {
            string? compilePath = compiled.GetValueOrDefault(name);
            string? runtimePath = run.GetValueOrDefault(name);
            if (VersionOf(runtimePath ?? compilePath!) is { } version)
            {
                yield return new PackageAssembly(name, version, compilePath, runtimePath, package);
            }
        }
    }

    // `_._` stands for "nothing, on purpose".
    private static IEnumerable<string> FilesOf(JsonNode? group, string folder) => Members(group)
        .Where(file => Path.GetFileName(file.Key) != "_._")
        .Select(file => Path.GetFullPath(Path.Combine(folder, file.Key)));

    private static IEnumerable<string> WarningsIn(JsonObject root) => Logs(root, "Warning");

    private static IEnumerable<string> Logs(JsonObject root, string level) => (root["logs"] as JsonArray ?? [])
        .Where(log => (string?)log!["level"] == level)
        .Select(log => $"{log!["code"]}: {log["message"]}");

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node as JsonObject ?? [];

    private static IEnumerable<string> Texts(JsonNode? node) => (node as JsonArray ?? []).Select(text => (string)text!);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static Version? VersionOf(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path).Version;
        }
        catch (BadImageFormatException)
        {
            // A native library that a package keeps among its assemblies.
            return null;
        }
    }
}
