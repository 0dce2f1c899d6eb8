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

    /// <summary>
    /// The libraries that cells and what they import reference, in the order of their names: with <c>#r "path.dll"</c> the file's version,
    /// with <c>#r "nuget: Package"</c> the version that the run installed (before a run the one that is asked for), of a project its file's name.
    /// </summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The notebook's folder, which relative paths start from.</param>
    public static ImmutableArray<AssemblyVersion> Assemblies(NotebookDocument document, string folder)
    {
        ImportedSources imports = ImportedSources.Of(document, folder);
        Dictionary<string, string> installed = InstalledPackages(document);
        return
        [
            .. imports.Documents.SelectMany(source => Libraries(source.Document, source.Folder)).Distinct()
                .Select(path => new AssemblyVersion(Path.GetFileNameWithoutExtension(path), FileVersionInfo.GetVersionInfo(path).ProductVersion ?? "unknown"))
                .Concat(imports.Documents.SelectMany(source => Projects(source.Document, source.Folder)).Distinct()
                    .Select(path => new AssemblyVersion(Path.GetFileNameWithoutExtension(path), $"built from {Path.GetFileName(path)}")))
                .Concat(imports.Documents.SelectMany(source => Packages(source.Document))
                    .DistinctBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(package => new AssemblyVersion(package.Name, installed.GetValueOrDefault(package.Name) ?? package.Version)))
                .OrderBy(assembly => assembly.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The files that cells import and those that string literals of cells and of imported code name, with their SHA-256; of a
    /// folder that one names, the files in it. A path that a cell puts together from parts is not seen; the default of a parameter that
    /// was given a value is left out.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The notebook's folder, which relative paths start from.</param>
    /// <param name="root">Paths below this folder are shown relative to it, others by their file names.</param>
    public static ImmutableArray<DataFile> DataFiles(NotebookDocument document, string folder, string root)
    {
        ImportedSources imports = ImportedSources.Of(document, folder);
        return
        [
            .. imports.Files.Concat(imports.Documents.SelectMany(source => NamedPaths(source.Document, source.Folder)))
                .SelectMany(FilesOf)
                .Distinct()
                .Select(path => Hash(path) is { } hash ? new DataFile(Shown(path, root), hash) : null)
                .OfType<DataFile>()
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

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
        ReferencedFiles(document, folder).Where(path => Path.GetExtension(path).Equals(".dll", StringComparison.OrdinalIgnoreCase));

    /// <summary>The projects that <c>#r "path.csproj"</c> lines name and that are there.</summary>
    internal static IEnumerable<string> Projects(NotebookDocument document, string folder) => ReferencedFiles(document, folder).Where(ProjectReference.IsOne);

    /// <summary>The packages that <c>#r "nuget: Package, Version"</c> lines ask for; those that the run will refuse are left out.</summary>
    internal static IEnumerable<PackageRequest> Packages(NotebookDocument document) =>
        References(document).Where(PackageRequest.IsOne).Select(PackageRequest.TryParse).OfType<PackageRequest>();

    private static IEnumerable<string> ReferencedFiles(NotebookDocument document, string folder) => References(document)
        .Where(value => !PackageRequest.IsOne(value)).Select(value => Path.GetFullPath(Path.Combine(folder, value))).Distinct().Where(File.Exists);

    private static IEnumerable<string> References(NotebookDocument document) =>
        CodeCells(document, null).SelectMany(cell => ReferenceLine().Matches(cell.Source)).Select(match => match.Groups[1].Value);

    private static Dictionary<string, string> InstalledPackages(NotebookDocument document) => document.Cells
        .SelectMany(cell => cell.Outputs).OfType<DisplayOutput>().SelectMany(shown => NotebookPackages.InstalledIn(shown.Data[Formatting.PlainType] ?? ""))
        .DistinctBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(package => package.Name, package => package.Version, StringComparer.OrdinalIgnoreCase);

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

    [GeneratedRegex("""^\s*#r\s+"([^"\n]+)\x22""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceLine();
}
