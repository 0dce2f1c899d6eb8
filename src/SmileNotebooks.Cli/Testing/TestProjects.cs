using System.Text.RegularExpressions;

namespace SmileNotebooks.Cli.Testing;

/// <summary>The test projects that are built: those of the solution. Other folders of tests/ belong to other solutions.</summary>
internal static partial class TestProjects
{
    /// <returns>Their names, in order.</returns>
    public static IReadOnlyList<string> Of(string solution) =>
        [.. ProjectPath().Matches(File.ReadAllText(solution)).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex("""[/\\"](?<name>[^/\\"]*Tests)\.csproj\x22""", RegexOptions.CultureInvariant)]
    private static partial Regex ProjectPath();
}
