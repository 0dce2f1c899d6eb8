// Completion within `#!...` and `#r "..."` lines.
namespace SmileNotebooks.Host;

internal static class DirectiveCompletion
{
    private static readonly (string Name, string Meaning)[] s_directives =
    [
        ("#r", "uses a library: #r \"folder/library.dll\" or #r \"nuget:Package,1.2.3\""),
        ("#!csharp", "what follows is C#"),
        ("#!html", "what follows is HTML"),
        ("#!import", "runs another notebook or source file here"),
        ("#!lsmagic", "lists the magic commands"),
        ("#!markdown", "what follows is Markdown"),
        ("#!reset", "forgets all variables, types and libraries"),
        ("#!time", "shows how long the cell took"),
        ("#!whos", "lists the variables"),
    ];

    public static CompletionList Complete(string code, CellView view, string folder)
    {
        string line = code[view.LineStart..view.Position];
        int quote = line.IndexOf('"', StringComparison.Ordinal);
        string[] extensions = view.Place == CellPlace.Reference ? [".dll"] : [".ipynb", ".cs", ".csx", ".dib"];
        if (quote >= 0)
        {
            bool open = line.IndexOf('"', quote + 1) < 0;
            return open ? PathCompletion.Complete(line[(quote + 1)..], view.Position, folder, extensions) : Nothing(view);
        }

        string command = line.TrimStart();
        if (command.StartsWith("#!import ", StringComparison.Ordinal))
        {
            return PathCompletion.Complete(command["#!import ".Length..].TrimStart(), view.Position, folder, extensions);
        }

        CompletionCandidates candidates = new(command);
        foreach ((string name, string meaning) in s_directives)
        {
            candidates.Add(name, "magic", meaning, CompletionGroup.Nearest);
        }

        return new CompletionList(view.Position - command.Length, view.Position, candidates.Ranked());
    }

    private static CompletionList Nothing(CellView view) => new(view.Position, view.Position, []);
}
