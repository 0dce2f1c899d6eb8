using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tool.Kernels;

/// <summary>An installed kernel: a folder with a <c>kernel.json</c>.</summary>
/// <param name="Name">What notebooks call it: the folder's name.</param>
/// <param name="Folder">Where it is installed.</param>
/// <param name="DisplayName">What users call it.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="IsOurs">Whether this program installed it.</param>
internal sealed record Kernelspec(string Name, string Folder, string DisplayName, ImmutableArray<string> Command, bool IsOurs)
{
    /// <summary>Marks a kernel.json as ours; Jupyter leaves a kernel's metadata alone.</summary>
    public const string Mark = "smile_notebooks";

    /// <summary>The files that the command needs and that are gone.</summary>
    public IEnumerable<string> Missing => Command.Where(word => Path.IsPathRooted(word) && !File.Exists(word));

    /// <summary>Reads an installed kernel; null where there is none. A file that is not understood is a kernel, and not ours.</summary>
    public static Kernelspec? Read(string folder)
    {
        string file = Path.Combine(folder, "kernel.json");
        string name = Path.GetFileName(folder);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            JsonNode? json = JsonNode.Parse(File.ReadAllText(file));
            ImmutableArray<string> command = [.. (json?["argv"] as JsonArray ?? []).Select(word => word?.ToString() ?? "")];
            bool isOurs = (json?["metadata"] as JsonObject)?.ContainsKey(Mark) ?? false;
            return new Kernelspec(name, folder, json?["display_name"]?.ToString() ?? name, command, isOurs);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new Kernelspec(name, folder, name, [], IsOurs: false);
        }
    }

    /// <summary>The kernels below some of Jupyter's data folders, in the folders' order.</summary>
    public static IEnumerable<Kernelspec> Below(IEnumerable<string> dataFolders) =>
        from data in dataFolders
        let kernels = KernelsFolder(data)
        where Directory.Exists(kernels)
        from folder in Directory.GetDirectories(kernels).Order(StringComparer.Ordinal)
        let spec = Read(folder)
        where spec is not null
        select spec;

    public static string KernelsFolder(string dataFolder) => Path.Combine(dataFolder, "kernels");
}
