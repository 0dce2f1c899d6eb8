// Completion within `#!...` and `#r "..."` lines.
namespace SmileNotebooks.Host;

internal static class DirectiveCompletion
{
    public static CompletionList Complete(string code, CellView view, string folder)
    {
        string line = code[view.LineStart..view.Position];
        int quote = line.IndexOf('"', StringComparison.Ordinal);
        string[] extensions = view.Place != CellPlace.Reference ? [".ipynb", ".dib", ".cs", ".csx"]
            : line.TrimStart().StartsWith("#load", StringComparison.Ordinal) ? [".csx", ".cs", ".ipynb", ".dib"] : [".dll", ".csproj"];
        if (quote >= 0)
        {
            // Behind the closing quote nothing follows.
            bool open = line.IndexOf('"', quote + 1) < 0;
            return open ? PathCompletion.Complete(line[(quote + 1)..], view.Position, folder, extensions) : Nothing(view);
        }

        string command = line.TrimStart();
        if (command.StartsWith("#!import ", StringComparison.Ordinal))
        {
            return PathCompletion.Complete(command["#!import ".Length..].TrimStart(), view.Position, folder, extensions);
        }

        CompletionCandidates candidates = new(command);
        candidates.Add("#r", "magic", "Uses a library: #r \"folder/library.dll\" or #r \"nuget:Package,1.2.3\"", CompletionGroup.Nearest);
        foreach (Magic magic in Magics.All)
        {
            candidates.Add(magic.Name, "magic", $"{magic.Name} {magic.Arguments}".TrimEnd() + $": {magic.Summary}", CompletionGroup.Own);
        }

        return new CompletionList(view.Position - command.Length, view.Position, candidates.Ranked());
    }

    private static CompletionList Nothing(CellView view) => new(view.Position, view.Position, []);
}
