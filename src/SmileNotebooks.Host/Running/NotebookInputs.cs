// What a notebook's code names: the assemblies that it references and the data files that it reads.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmileNotebooks.Host;

/// <summary>Finds the inputs of a notebook, for its provenance.</summary>
public static partial class NotebookInputs
{
    /// <summary>A folder of more files is counted on the report by its first so many.</summary>
    private const int MostFilesOfAFolder = 100;

    /// <summary>Devices are no data, and /dev/zero has no end.</summary>
    private static readonly string[] SystemFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>The assemblies that cells reference with <c>#r "path.dll"</c>, in the order of their names.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The notebook's folder, which relative paths start from.</param>
    public static ImmutableArray<AssemblyVersion> Assemblies(NotebookDocument document, string folder) =>
    [
        .. Code(document)
            .SelectMany(code => ReferenceLine().Matches(code))
            .Select(match => Path.GetFullPath(Path.Combine(folder, match.Groups[1].Value)))
            .Distinct()
            .Where(File.Exists)
            .Select(path => new AssemblyVersion(Path.GetFileNameWithoutExtension(path), FileVersionInfo.GetVersionInfo(path).ProductVersion ?? "unknown"))
            .OrderBy(assembly => assembly.Name, StringComparer.Ordinal),
    ];

    /// <summary>The files that string literals of cells name, with their SHA-256; of a folder that one names, the files in it.
    /// A path that a cell puts together from parts is not seen.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The notebook's folder, which relative paths start from.</param>
    /// <param name="root">Paths below this folder are shown relative to it, others by their file names.</param>
    public static ImmutableArray<DataFile> DataFiles(NotebookDocument document, string folder, string root) =>
    [
        .. Code(document)
            .SelectMany(code => CSharpSyntaxTree.ParseText(code, CellSource.ParseOptions).GetRoot().DescendantTokens())
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken)
            .SelectMany(token => FilesOf(token.ValueText, folder))
            .Distinct()
            .Select(path => Hash(path) is { } hash ? new DataFile(Shown(path, root), hash) : null)
            .OfType<DataFile>()
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Code(NotebookDocument document) =>
        document.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source);

    private static IEnumerable<string> FilesOf(string literal, string folder)
    {
        // Only what looks like a path: a word such as "photos" would be a folder by chance, and "/" is one that separates words.
        if (!literal.Contains('/') || !literal.Any(char.IsLetterOrDigit) || literal.AsSpan().IndexOfAny('\0', '\n', '*') >= 0)
        {
            return [];
        }

        string path = Path.GetFullPath(Path.Combine(folder, literal));
        if (SystemFolders.Any(system => path.StartsWith(system, StringComparison.Ordinal)))
        {
            return [];
        }

        return File.Exists(path) ? [path]
            : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", new EnumerationOptions()).Order(StringComparer.Ordinal).Take(MostFilesOfAFolder)
            : [];
    }

    private static string Shown(string path, string root)
    {
        string relative = Path.GetRelativePath(root, path).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(path) : relative;
    }

    /// <returns>Null for a file that cannot be read: then the notebook has not read it either.</returns>
    private static string? Hash(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*#r\s+"([^"]+\.dll)\x22""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceLine();
}
