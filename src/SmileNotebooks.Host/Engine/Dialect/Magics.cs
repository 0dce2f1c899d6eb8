// The magic commands that this host knows, and what it says of others.
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

internal static class Magics
{
    // Languages of .NET Interactive, and its commands that carry values between them.
    private static readonly FrozenSet<string> s_otherLanguages = new[]
    {
        "#!fsharp", "#!f#", "#!F#", "#!pwsh", "#!powershell", "#!javascript", "#!js", "#!sql", "#!kql", "#!mermaid", "#!http", "#!vscode",
        "#!python", "#!R", "#!r", "#!value", "#!share", "#!set", "#!connect", "#!input",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static ImmutableArray<Magic> All { get; } =
    [
        new LanguageMagic(LanguageMagic.CSharp, "What follows is C#.", "#!c#", "#!C#"),
        new LanguageMagic("markdown", "What follows is shown as Markdown.", "#!md"),
        new LanguageMagic("html", "What follows is shown as HTML."),
        new TimeMagic(),
        new ImportMagic(),
        new ResetMagic(),
        new AboutMagic(),
        new ListMagic(),
    ];

    /// <summary>The command that a line calls, or null.</summary>
    public static Magic? Find(string line)
    {
        string name = Magic.NameOf(line);
        return All.FirstOrDefault(magic => magic.Name == name || magic.Aliases.Contains(name));
    }

    /// <summary>The command that a line calls.</summary>
    /// <exception cref="CellSourceException">It is not known, or has arguments where it takes none.</exception>
    public static Magic Named(string line, int lineNumber)
    {
        Magic magic = Find(line) ?? throw new CellSourceException(lineNumber, WhyUnknown(Magic.NameOf(line)));
        string arguments = Magic.ArgumentsOf(line);
        return magic.Arguments.Length > 0 || arguments.Length == 0
            ? magic
            : throw new CellSourceException(lineNumber, $"`{magic.Name}` takes nothing behind it, found `{arguments}`.");
    }

    /// <summary>Whether a name is that of a language which .NET Interactive runs and this host does not.</summary>
    public static bool IsOtherLanguage(string name) => s_otherLanguages.Contains(name);

    private static string WhyUnknown(string name)
    {
        string known = string.Join(", ", All.Select(magic => magic.Name));
        if (IsOtherLanguage(name))
        {
            return $"`{name}`: this host runs C#; other languages are not run here, nor are values passed between languages. It knows {known}.";
        }

        string? near = NearestName.Of(name, All.SelectMany(magic => magic.Aliases.Prepend(magic.Name)));
        return $"`{name}` is not a magic command of this host.{(near is null ? "" : $" Did you mean `{near}`?")} It knows {known}.";
    }
}
