// Fingerprints of files, of whole folders, and of libraries with what lies beside them.
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SmileNotebooks.Host;

internal sealed class FileDigests(SortedDictionary<string, string> hashes, string root, string outputFolder)
{
    /// <summary>Reading more would take longer than many a notebook runs.</summary>
    private const int MostFilesOfAFolder = 10_000;

    // Debug symbols and documentation change no output.
    private static readonly string[] s_notLoaded = [".pdb", ".xml"];

    private readonly HashSet<string> _seen = [];
    private readonly string _output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outputFolder)) + Path.DirectorySeparatorChar;

    /// <summary>Why a fingerprint could not be made; empty if all could.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Adds a file, or a folder with all that lies below it.</summary>
    public void Add(string kind, string path)
    {
        if (!_seen.Add(path) || path.StartsWith(_output, StringComparison.Ordinal))
        {
            return;
        }

        IEnumerable<string> files = File.Exists(path)
            ? [path]
            : Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true });
        Add($"{kind} {NotebookInputs.Shown(path, root)}", path, files.Where(file => !file.StartsWith(_output, StringComparison.Ordinal)));
    }

    /// <summary>Adds a library and the files in its folder: assemblies that it needs, native code, data.</summary>
    public void AddLibrary(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (!_seen.Add(path))
        {
            return;
        }

        string native = Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        IEnumerable<string> files = Directory.EnumerateFiles(folder).Concat(Directory.Exists(native) ? Directory.EnumerateFiles(native) : []);
        Add($"library {Path.GetFileName(path)}", folder, files.Where(file => !s_notLoaded.Contains(Path.GetExtension(file).ToLowerInvariant())));
    }

    /// <summary>Adds what a project is built from.</summary>
    public void AddProject(string path)
    {
        if (_seen.Add(path))
        {
            IEnumerable<string> files = ProjectSources.Of(path).Where(file => !file.StartsWith(_output, StringComparison.Ordinal));
            Add($"project {NotebookInputs.Shown(path, root)}", Path.GetDirectoryName(path)!, files);
        }
    }

    private void Add(string name, string from, IEnumerable<string> files)
    {
        string[] ordered = [.. files.Take(MostFilesOfAFolder + 1).Order(StringComparer.Ordinal)];
        if (ordered.Length > MostFilesOfAFolder)
        {
            Problem = $"{NotebookInputs.Shown(from, root)} holds more than {MostFilesOfAFolder} files";
            return;
        }

        string digest = ordered is [{ } only] && only == from
            ? NotebookInputs.Hash(only) ?? "unreadable"
            : DigestOf(ordered.AsParallel().AsOrdered().Select(file => $"{Path.GetRelativePath(from, file)} {NotebookInputs.Hash(file) ?? "unreadable"}\n"));

        // Two files outside the root can have one name.
        hashes[name] = hashes.TryGetValue(name, out string? other) ? DigestOf([other, digest]) : digest;
    }

    private static string DigestOf(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
}
