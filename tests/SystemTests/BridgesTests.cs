// The bridges to other packages stand apart: whoever builds the project itself never sees them, nor their packages.
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SystemTests;

public partial class BridgesTests
{
    /// <summary>What only bridges use: packages of these names, and of names that go on behind a full stop.</summary>
    private static readonly string[] s_families = ["Microsoft.ML", "Microsoft.Data.Analysis", "Microsoft.DotNet.Interactive", "Plotly.NET"];

    /// <summary>It takes the place of src/OnnxRuntime where a property asks for it.</summary>
    private const string OnnxRuntime = "Microsoft.ML.OnnxRuntime";

    private static readonly string[] s_ofBridges = ["src/Bridges/", "tests/Bridges.Tests/", "tests/InteractiveKernel/", "build/bridges.packages.props"];
    private static readonly string[] s_buildFiles = [".csproj", ".proj", ".props", ".targets"];

    [Fact]
    public void No_project_outside_the_bridges_references_a_bridge_or_a_package_of_theirs()
    {
        IEnumerable<string> found =
            from file in BuildFiles()
            where !IsOfBridges(file)
            from element in XDocument.Load(Repository.PathOf(file)).Descendants()
            let named = (string?)(element.Attribute("Include") ?? element.Attribute("Update") ?? element.Attribute("Project"))
            where named is not null && element.Name.LocalName is "PackageReference" or "PackageVersion" or "PackageDownload" or "GlobalPackageReference" or "ProjectReference" or "Import"
            where named.Contains("Bridges", StringComparison.OrdinalIgnoreCase) || s_families.Any(family => IsOf(named, family))
            select $"{file}: {named}";

        Assert.Empty(found);
    }

    [Fact]
    public void The_main_solution_lists_no_bridge() =>
        Assert.DoesNotContain(ProjectsOf("SmileNotebooks.sln"), project => project.Contains("Bridges", StringComparison.Ordinal));

    [Fact]
    public void The_solution_of_the_bridges_lists_them_all_with_what_they_are_built_on()
    {
        string[] projects = [.. BuildFiles().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && IsOfBridges(file))];
        string[] listed = ProjectsOf("src/Bridges/SmileNotebooks.Bridges.sln");

        Assert.Contains("src/Bridges/SmileNotebooks.MLNet/SmileNotebooks.MLNet.csproj", projects);
        Assert.Equal(projects.Order(StringComparer.Ordinal), listed.Where(IsOfBridges).Order(StringComparer.Ordinal));

        // A project that a solution does not list is built in Debug beside it, whatever was asked for.
        Assert.Empty(listed.SelectMany(ReferencesOf).Except(listed));
    }

    /// <summary>The projects that one references, relative to the repository, with slashes.</summary>
    private static IEnumerable<string> ReferencesOf(string project) =>
        from reference in XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference")
        let path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(project))!, ((string)reference.Attribute("Include")!).Replace('/', Path.DirectorySeparatorChar)))
        select Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    private static bool IsOfBridges(string file) => s_ofBridges.Any(place => file.StartsWith(place, StringComparison.Ordinal));

    private static bool IsOf(string package, string family) =>
        package != OnnxRuntime && (package == family || package.StartsWith(family + ".", StringComparison.OrdinalIgnoreCase));

    /// <summary>All files that say how something is built, relative to the repository, with slashes.</summary>
    private static IEnumerable<string> BuildFiles() =>
        ((string[])["src", "tests", "bench", "build"])
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Repository.Root))
        .Where(file => s_buildFiles.Contains(Path.GetExtension(file)))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    /// <summary>The projects of a solution, relative to the repository, with slashes.</summary>
    private static string[] ProjectsOf(string solution)
    {
        string path = Repository.PathOf(solution);
        return
        [
            .. ProjectPath().Matches(File.ReadAllText(path))
                .Select(match => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, match.Groups["path"].Value.Replace('\\', Path.DirectorySeparatorChar))))
                .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('\\', '/')),
        ];
    }

    [GeneratedRegex("""= "[^"]*", "(?<path>[^"]+\.csproj)\x22""", RegexOptions.CultureInvariant)]
    private static partial Regex ProjectPath();
}
