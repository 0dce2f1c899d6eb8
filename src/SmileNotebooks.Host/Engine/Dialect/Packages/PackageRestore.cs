// Restores packages as the .NET SDK does for a project: with the user's own NuGet configuration, sources and global folder.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace SmileNotebooks.Host;

/// <summary>One set of packages and sources.</summary>
/// <param name="Packages">The packages.</param>
/// <param name="Sources">Sources beside those of the user's configuration: addresses and folders.</param>
/// <param name="NotebookFolder">Where the search for NuGet.config begins.</param>
internal sealed record PackageRestore(ImmutableArray<PackageRequest> Packages, ImmutableArray<string> Sources, string NotebookFolder)
{
    /// <summary>What the packages bring, restored if that was not done before.</summary>
    /// <exception cref="PackageException">They cannot be restored; the message says why.</exception>
    public async Task<PackageAssets> RunAsync(CellContext cell)
    {
        string project = Project();
        string folder = PackageCache.FolderOf(project);
        bool floating = Packages.Any(package => package.IsFloating);
        if (PackageCache.Find(folder, onlyRecent: floating) is { } known)
        {
            return known;
        }

        string temporary = $"{folder}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(temporary);
            WholeFile.Write(Path.Combine(temporary, "notebook.csproj"), project);
            DotnetResult result = await DotnetCommand.RunAsync(temporary, ["restore", "notebook.csproj", "--nologo", "-v", "quiet", "--disable-build-servers"], cell).ConfigureAwait(false);
            if (result.ExitCode == 0)
            {
                PackageCache.Keep(temporary, folder);
                return PackageAssets.Read(PackageCache.AssetsOf(folder))
                    ?? throw new PackageException($"the restore ended well, but its packages are not where it says: see {PackageCache.AssetsOf(folder)}");
            }

            return floating && PackageCache.Find(folder, onlyRecent: false) is { } older
                ? older with { Warnings = [$"The newest versions could not be asked for; those of an earlier time are used. {FirstError(temporary, result)}"] }
                : throw new PackageException(WhyNot(temporary, result));
        }
        catch (FileNotFoundException error)
        {
            throw new PackageException(error.Message);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private string WhyNot(string folder, DotnetResult result)
    {
        string error = FirstError(folder, result);
        string asked = Sources.IsEmpty ? "the sources of your NuGet configuration" : $"{string.Join(", ", Sources)} and the sources of your NuGet configuration";
        string prerelease = error.Contains("NU1103", StringComparison.Ordinal) ? " For a version before its release write `*-*` as the version." : "";
        return $"not restored from {asked} (`dotnet nuget list source` lists them). {error}{prerelease}";
    }

    private static string FirstError(string folder, DotnetResult result) =>
        PackageAssets.ErrorsIn(PackageCache.AssetsOf(folder)).FirstOrDefault()
        ?? result.Errors.FirstOrDefault()
        ?? $"`dotnet restore` ended with exit code {result.ExitCode}: {result.Output.Trim().Split('\n')[0]}";

    // Nothing above the cache's folder may change what is restored, and nothing is asked for but the packages.
    private string Project() => new XElement("Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
            new XElement("RuntimeIdentifier", Platform()),
            new XElement("SelfContained", "false"),
            new XElement("NuGetAudit", "false"),
            new XElement("RestoreRootConfigDirectory", NotebookFolder),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', Sources)),
            new XElement("ManagePackageVersionsCentrally", "false"),
            new XElement("ImportDirectoryBuildProps", "false"),
            new XElement("ImportDirectoryBuildTargets", "false"),
            new XElement("ImportDirectoryPackagesProps", "false")),
        new XElement("ItemGroup", Packages.OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase).Select(package =>
            new XElement("PackageReference", new XAttribute("Include", package.Name), new XAttribute("Version", package.Version))))).ToString();

    // A distribution's own build of .NET may name itself after the distribution, which packages do not know.
    private static string Platform()
    {
        string own = RuntimeInformation.RuntimeIdentifier;
        return own.StartsWith("linux", StringComparison.Ordinal) || !OperatingSystem.IsLinux()
            ? own
            : $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}

/// <summary>Packages that cannot be restored or loaded.</summary>
internal sealed class PackageException(string message) : Exception(message);
