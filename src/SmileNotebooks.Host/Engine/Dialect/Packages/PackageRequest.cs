// What `#r "nuget: Package, Version"` asks for.
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

/// <summary>A package that a notebook asks for.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">A version, a range, or <c>*</c> for the newest.</param>
/// <param name="Line">The line that asks for it, from 1.</param>
internal sealed partial record PackageRequest(string Name, string Version, int Line)
{
    public const string Newest = "*";
    private const string Prefix = "nuget:";

    /// <summary>Whether the newest that fits is wanted, which may be another one tomorrow.</summary>
    public bool IsFloating => Version.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether a directive's value speaks of packages.</summary>
    public static bool IsOne(string value) => value.TrimStart().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands behind <c>nuget:</c>.</summary>
    public static string Behind(string value) => value.TrimStart()[Prefix.Length..].Trim();

    /// <exception cref="CellSourceException">It names no package, or what stands behind the comma is no version.</exception>
    public static PackageRequest Parse(CellDirective directive)
    {
        string[] parts = Behind(directive.Value).Split(',', 2, StringSplitOptions.TrimEntries);
        string version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : Newest;
        return !PackageId().IsMatch(parts[0])
            ? throw new CellSourceException(directive.Line, $"`#r \"{directive.Value}\"`: found `{parts[0]}`, expected the name of a package: `#r \"nuget: Package, 1.2.3\"`.")
            : !VersionText().IsMatch(version)
            ? throw new CellSourceException(directive.Line, $"`#r \"{directive.Value}\"`: found `{version}`, expected a version such as 1.2.3, 1.2.* or [1.2,2.0).")
            : new PackageRequest(parts[0], version, directive.Line);
    }

    /// <summary>As <see cref="Parse"/>, of a value outside of a run; null where it would be refused.</summary>
    public static PackageRequest? TryParse(string value)
    {
        try
        {
            return Parse(new CellDirective(DirectiveKind.Reference, value, Line: 0));
        }
        catch (CellSourceException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\w+([_.-]\w+)*$")]
    private static partial Regex PackageId();

    [GeneratedRegex(@"^[\w.*+\-\[\](), ]+$")]
    private static partial Regex VersionText();
}
