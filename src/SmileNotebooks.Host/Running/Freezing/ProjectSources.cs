// What a project that a notebook references (`#r "x.csproj"`) is built from, as MSBuild's conventions have it: the files below its
// folder, those that the folders above set up builds with, and the same of the projects that it references.
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class ProjectSources
{
    private static readonly string[] s_ofFoldersAbove =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "NuGet.config", "nuget.config"];

    // What a build makes.
    private static readonly string[] s_built = ["bin", "obj"];

    // Links may lead in circles; what is hidden is of editors and of version control.
    private static readonly EnumerationOptions s_plain = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };

    public static IEnumerable<string> Of(string project)
    {
        List<string> projects = [project];
        for (int next = 0; next < projects.Count; next++)
        {
            projects.AddRange([.. ReferencedBy(projects[next]).Where(path => !projects.Contains(path))]);
        }

        return projects.Select(path => Path.GetDirectoryName(path)!).Distinct().SelectMany(folder => FilesBelow(folder).Concat(SetUpsAbove(folder))).Distinct();
    }

    private static IEnumerable<string> ReferencedBy(string project) =>
        from Match match in ProjectReferenceElement().Matches(TextOf(project))
        let path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, match.Groups["path"].Value.Replace('\\', '/')))
        where File.Exists(path)
        select path;

    // The build will say that it cannot be read.
    private static string TextOf(string project)
    {
        try
        {
            return File.ReadAllText(project);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static IEnumerable<string> FilesBelow(string folder) => Directory.EnumerateFiles(folder, "*", s_plain)
        .Concat(Directory.EnumerateDirectories(folder, "*", s_plain).Where(inner => !s_built.Contains(Path.GetFileName(inner))).SelectMany(FilesBelow));

    private static IEnumerable<string> SetUpsAbove(string folder)
    {
        for (string? above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            foreach (string path in s_ofFoldersAbove.Select(name => Path.Combine(above, name)).Where(File.Exists))
            {
                yield return path;
            }
        }
    }

    [GeneratedRegex("""<ProjectReference\s[^>]*Include\s*=\s*"(?<path>[^"]+)\x22""", RegexOptions.CultureInvariant)]
    private static partial Regex ProjectReferenceElement();
}
