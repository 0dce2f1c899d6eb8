// Where restores are kept: a folder for each set of packages, in the user's cache. What was restored once needs no process again.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SmileNotebooks.Host;

internal static class PackageCache
{
    private const string AssetsFile = "project.assets.json";

    // "The newest version" is asked for again after so long.
    private static readonly TimeSpan s_newestHolds = TimeSpan.FromDays(1);

    /// <summary>The file of what NuGet chose in a project's folder.</summary>
    public static string AssetsOf(string folder) => Path.Combine(folder, "obj", AssetsFile);

    /// <summary>The folder of a set of packages.</summary>
    /// <param name="project">The text of the project that asks for them.</param>
    public static string FolderOf(string project)
    {
        string root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given && Path.IsPathRooted(given) ? given
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(root, "SmileNotebooks", "nuget", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..32]);
    }

    /// <summary>What an earlier restore found; null if there was none, or packages of it are gone.</summary>
    /// <param name="folder">The folder of the set.</param>
    /// <param name="onlyRecent">Whether an answer of days ago does not count.</param>
    public static PackageAssets? Find(string folder, bool onlyRecent)
    {
        FileInfo assets = new(AssetsOf(folder));
        try
        {
            return !assets.Exists || (onlyRecent && DateTime.UtcNow - assets.LastWriteTimeUtc > s_newestHolds) ? null : PackageAssets.Read(assets.FullName);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Half a file after a power cut, say: it is restored again.
            return null;
        }
    }

    /// <summary>Makes a finished restore the one that is found; whole, also where another process does the same.</summary>
    public static void Keep(string temporary, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        try
        {
            Directory.Move(temporary, folder);
        }
        catch (IOException) when (File.Exists(AssetsOf(folder)))
        {
            Directory.Delete(temporary, recursive: true);
        }
    }
}
