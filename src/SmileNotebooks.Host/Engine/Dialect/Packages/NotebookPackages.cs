// The packages of a notebook: those that its cells asked for so far, and how a cell's new ones are added to them.
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal sealed partial class NotebookPackages
{
    private const string ExtensionFolder = "interactive-extensions/dotnet";
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableArray<PackageRequest> _requests = [];
    private ImmutableArray<string> _sources = [];

    /// <summary>Follows all <c>#i</c> and <c>#r "nuget:"</c> lines of a part of a cell with one restore.</summary>
    /// <param name="directives">The part's directives.</param>
    /// <param name="file">The cell or file that they stand in.</param>
    /// <param name="interpreter">The notebook.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <exception cref="CellSourceException">A package cannot be restored or loaded; the message says why.</exception>
    public async Task AddAsync(ImmutableArray<CellDirective> directives, SourceFile file, CellInterpreter interpreter, CancellationToken cancellation)
    {
        foreach (CellDirective source in directives.Where(directive => directive.Kind == DirectiveKind.PackageSource))
        {
            AddSource(source, file, interpreter.Folder);
        }

        ImmutableArray<PackageRequest> added =
            [.. directives.Where(directive => directive.Kind == DirectiveKind.Reference && PackageRequest.IsOne(directive.Value)).Select(PackageRequest.Parse).Where(IsNew)];
        if (added.IsEmpty)
        {
            return;
        }

        ImmutableArray<PackageRequest> all = [.. _requests, .. added.DistinctBy(request => request.Name, StringComparer.OrdinalIgnoreCase)];
        PackageAssets assets = await LoadAsync(all, added[0], interpreter).ConfigureAwait(false);
        _requests = all;
        Say(added, assets, interpreter.Context);
        foreach (RestoredPackage package in assets.Packages.Where(package => _known.Add(package.Name)))
        {
            await ExtendAsync(package, interpreter, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<PackageAssets> LoadAsync(ImmutableArray<PackageRequest> all, PackageRequest first, CellInterpreter interpreter)
    {
        try
        {
            PackageAssets assets = await new PackageRestore(all, _sources, interpreter.Folder).RunAsync(interpreter.Context).ConfigureAwait(false);
            interpreter.Engine.References.AddPackages(assets);
            return assets;
        }
        catch (Exception error) when (error is PackageException or IOException or UnauthorizedAccessException)
        {
            throw new CellSourceException(first.Line, $"{Shown(first)}: {error.Message}");
        }
    }

    private void AddSource(CellDirective directive, SourceFile file, string notebookFolder)
    {
        if (!PackageRequest.IsOne(directive.Value) || PackageRequest.Behind(directive.Value) is not { Length: > 0 } source)
        {
            throw new CellSourceException(directive.Line, $"`#i \"{directive.Value}\"`: expected `nuget:` and an address or a folder.");
        }

        if (!source.Contains("://", StringComparison.Ordinal))
        {
            source = Path.GetFullPath(Path.Combine(file.Folder, source));
            source = Directory.Exists(source) ? source : Path.GetFullPath(Path.Combine(notebookFolder, PackageRequest.Behind(directive.Value)));
            if (!Directory.Exists(source))
            {
                throw new CellSourceException(directive.Line, $"`#i \"{directive.Value}\"`: there is no folder {source}.");
            }
        }

        _sources = _sources.Contains(source) ? _sources : _sources.Add(source);
    }

    // The same again is no news; another version of what cells already use cannot be had.
    private bool IsNew(PackageRequest request)
    {
        PackageRequest? before = _requests.FirstOrDefault(known => string.Equals(known.Name, request.Name, StringComparison.OrdinalIgnoreCase));
        return before is null || (before.Version == request.Version || request.Version == PackageRequest.Newest ? false : throw new CellSourceException(
            request.Line,
            $"{Shown(request)}: {before.Name} is already referenced in version {before.Version}, and this asks for version {request.Version}. "
            + "Two versions would be two different sets of types: reference the same version, or restart."));
    }

    private static void Say(ImmutableArray<PackageRequest> added, PackageAssets assets, CellContext context)
    {
        foreach (string warning in assets.Warnings)
        {
            context.Put(new StreamOutput("stderr", warning + "\n"));
        }

        IEnumerable<string> lines = added
            .Select(request => assets.Packages.FirstOrDefault(package => string.Equals(package.Name, request.Name, StringComparison.OrdinalIgnoreCase)))
            .OfType<RestoredPackage>()
            .Select(package => $"Installed package {package.Name} version {package.Version}");
        context.Put(new DisplayOutput(Formatting.Bundle(string.Join('\n', lines), [])));
    }

    /// <summary>The packages of which a cell has told, in a text that it shows, that they are installed.</summary>
    public static IEnumerable<(string Name, string Version)> InstalledIn(string text) =>
        InstalledLine().Matches(text).Select(line => (line.Groups["name"].Value, line.Groups["version"].Value));

    // A package may come with code that sets the notebook up. If that fails, the library is still there.
    private static async Task ExtendAsync(RestoredPackage package, CellInterpreter interpreter, CancellationToken cancellation)
    {
        string path = Path.Combine(package.Folder, ExtensionFolder, "extension.dib");
        if (!File.Exists(path))
        {
            return;
        }

        SourceFile cell = new($"{package.Name} {package.Version}", "", Path.GetDirectoryName(path)!);
        try
        {
            await interpreter.ImportAsync("extension.dib", cell, line: 1, cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a package's code throws is told.
        catch (Exception error) when (error is not OperationCanceledException && !interpreter.Context.IsStopping)
#pragma warning restore CA1031
        {
            interpreter.Context.Put(new StreamOutput("stderr", $"The extension of {package.Name} {package.Version} failed: {error.Message}\n"));
        }
    }

    private static string Shown(PackageRequest request) =>
        $"`#r \"nuget: {request.Name}{(request.Version == PackageRequest.Newest ? "" : $", {request.Version}")}\"`";

    [GeneratedRegex(@"^Installed package (?<name>\S+) version (?<version>\S+)$", RegexOptions.Multiline)]
    private static partial Regex InstalledLine();
}
