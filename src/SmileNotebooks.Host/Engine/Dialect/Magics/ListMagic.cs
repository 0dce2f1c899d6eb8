namespace SmileNotebooks.Host;

/// <summary><c>#!lsmagic</c>: all magic commands and directives.</summary>
internal sealed class ListMagic() : CommandMagic("#!lsmagic", "", "Lists the magic commands and directives.")
{
    private static readonly string[][] s_directives =
    [
        ["#r \"path.dll\"", "References a library; the path starts at the notebook's folder."],
        ["#r \"path.csproj\"", "Builds a project (Release) and references what it builds."],
        ["#r \"nuget: Package, Version\"", "Restores a package from your own NuGet sources and references it."],
        ["#i \"nuget: source\"", "Adds a source of packages: an address or a folder."],
        ["#load \"path.csx\"", "Runs a script here, as #!import does."],
    ];

    public override Task RunAsync(MagicCall call)
    {
        call.Show(MagicTable.Of(["command", "what it does"], [.. Magics.All.Select(Row), .. s_directives]));
        return Task.CompletedTask;
    }

    private static string[] Row(Magic magic) =>
    [
        string.Join(", ", magic.Aliases.Prepend(magic.Name)) + (magic.Arguments.Length == 0 ? "" : $" {magic.Arguments}"),
        magic.Summary,
    ];
}
