// What a notebook's code names: the assemblies that it references and the data files that it reads.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

/// <summary>Finds the inputs of a notebook, for its provenance.</summary>
public static partial class NotebookInputs
{
    /// <summary>A folder of more files is counted on the report by its first so many.</summary>
    private const int MostFilesOfAFolder = 100;

    private const string SeedParameter = "seed";

    /// <summary>Devices are no data, and /dev/zero has no end.</summary>
    private static readonly string[] SystemFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>The assemblies that cells reference with <c>#r "path.dll"</c>, in the order of their names.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The notebook's folder, which relative paths start from.</param>
    public static ImmutableArray<AssemblyVersion> Assemblies(NotebookDocument document, string folder) =>
    [
        .. Libraries(document, folder)
            .Select(path => new AssemblyVersion(Path.GetFileNameWithoutExtension(path), FileVersionInfo.GetVersionInfo(path).ProductVersion ?? "unknown"))
            .OrderBy(assembly => assembly.Name, StringComparer.Ordinal),
    ];

    /// <summary>The files that string literals of cells name, with their SHA-256; of a folder that one names, the files in it.
    /// A path that a cell puts together from parts is not seen; the default of a parameter that was given a value is left out.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The notebook's folder, which relative paths start from.</param>
    /// <param name="root">Paths below this folder are shown relative to it, others by their file names.</param>
    public static ImmutableArray<DataFile> DataFiles(NotebookDocument document, string folder, string root) =>
    [
        .. NamedPaths(document, folder)
            .SelectMany(FilesOf)
            .Distinct()
            .Select(path => Hash(path) is { } hash ? new DataFile(Shown(path, root), hash) : null)
            .OfType<DataFile>()
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>What the notebook's random steps start from: its parameter <c>seed</c>.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="parameters">The values that were given; another than the default counts.</param>
    /// <returns>The seed; null where the notebook has no such parameter, or one that is no whole number.</returns>
    public static long? Seed(NotebookDocument document, ImmutableSortedDictionary<string, string> parameters)
    {
        string? text = parameters.GetValueOrDefault(SeedParameter)
            ?? CodeCells(document, NotebookParameters.Declared)
                .SelectMany(cell => Syntax(cell).DescendantNodes().OfType<VariableDeclaratorSyntax>())
                .FirstOrDefault(variable => variable.Identifier.Text == SeedParameter)?.Initializer?.Value.ToString();
        return long.TryParse(text?.TrimEnd('L').Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seed) ? seed : null;
    }

    /// <summary>The paths that string literals of cells name: files and folders that are there.</summary>
    internal static IEnumerable<string> NamedPaths(NotebookDocument document, string folder) =>
        Literals(document)
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken)
            .Select(token => PathOf(token.ValueText, folder))
            .OfType<string>()
            .Distinct();

    /// <summary>The files that <c>#r "path.dll"</c> lines name and that are there.</summary>
    internal static IEnumerable<string> Libraries(NotebookDocument document, string folder) =>
        CodeCells(document, null)
            .SelectMany(cell => ReferenceLine().Matches(cell.Source))
            .Select(match => Path.GetFullPath(Path.Combine(folder, match.Groups[1].Value)))
            .Distinct()
            .Where(File.Exists);

    private static IEnumerable<SyntaxToken> Literals(NotebookDocument document)
    {
        HashSet<string> given = [.. CodeCells(document, NotebookParameters.Injected).SelectMany(cell => Syntax(cell).DescendantNodes()).Select(Assigned).OfType<string>()];
        return CodeCells(document, null).SelectMany(cell => Syntax(cell).DescendantTokens().Where(token => !IsReplacedDefault(cell, token)));

        bool IsReplacedDefault(NotebookCell cell, SyntaxToken token) =>
            cell.Tags.Contains(NotebookParameters.Declared)
            && token.Parent?.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } variable && given.Contains(variable.Identifier.Text);
    }

    /// <summary>The variable that a node gives a value; null for other nodes.</summary>
    private static string? Assigned(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left.ToString(),
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        _ => null,
    };

    private static SyntaxNode Syntax(NotebookCell cell) => CSharpSyntaxTree.ParseText(cell.Source, CellSource.ParseOptions).GetRoot();

    private static IEnumerable<NotebookCell> CodeCells(NotebookDocument document, string? tag) =>
        document.Cells.Where(cell => cell.Kind == CellKind.Code && (tag is null || cell.Tags.Contains(tag)));

    private static IEnumerable<string> FilesOf(string path) =>
        File.Exists(path) ? [path]
        : Directory.EnumerateFiles(path, "*", new EnumerationOptions()).Order(StringComparer.Ordinal).Take(MostFilesOfAFolder);

    private static string? PathOf(string literal, string folder)
    {
        // Only what looks like a path: a word such as "photos" would be a folder by chance, and "/" is one that separates words.
        if (!literal.Contains('/') || !literal.Any(char.IsLetterOrDigit) || literal.AsSpan().IndexOfAny('\0', '\n', '*') >= 0)
        {
            return null;
        }

        string path = Path.GetFullPath(Path.Combine(folder, literal));
        return Path.Exists(path) && !SystemFolders.Any(system => path.StartsWith(system, StringComparison.Ordinal)) ? path : null;
    }

    /// <summary>A path below the root, relative to it; of any other, the file's name, for a report tells nobody where its author's files lie.</summary>
    internal static string Shown(string path, string root)
    {
        string relative = Path.GetRelativePath(root, path).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(path) : relative;
    }

    /// <returns>Null for a file that cannot be read: then the notebook has not read it either.</returns>
    internal static string? Hash(string path)
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
