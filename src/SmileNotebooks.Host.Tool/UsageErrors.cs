using System.CommandLine;
using System.CommandLine.Parsing;

namespace SmileNotebooks.Host.Tool;

/// <summary>What is wrong with a command line, in words that help.</summary>
internal static class UsageErrors
{
    /// <summary>The sentences to show: one where the command itself is missing or unknown, else one for each error.</summary>
    public static IEnumerable<string> Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        List<string> names = [.. command.Subcommands.Where(known => !known.Hidden).Select(known => known.Name)];
        if (names.Count == 0)
        {
            return Missing(parsed) is { } missing
                ? [$"{command.Name} needs {missing.Name}. {missing.Description}"]
                : parsed.Errors.Select(error => error.Message).Distinct();
        }

        string choice = $"{string.Join(", ", names[..^1])} or {names[^1]}";
        string prefix = command is RootCommand ? "" : $"{command.Name}: ";
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return [$"{prefix}which command? There are {choice}."];
        }

        string found = parsed.UnmatchedTokens[0];
        string kind = found.StartsWith('-') ? "option" : "command";
        return Nearest(found, names) is { } near
            ? [$"{prefix}there is no {kind} '{found}'. Did you mean '{near}'?"]
            : [$"{prefix}there is no {kind} '{found}'. The commands are {choice}."];
    }

    /// <summary>Makes an argument that looks like an option, and is no file, an error: the parser would take it for a path.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        foreach (Token token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value)))
        {
            result.AddError($"there is no option '{token.Value}'.");
        }
    });

    private static Argument? Missing(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.FirstOrDefault(
            argument => argument.Arity.MinimumNumberOfValues > 0 && !(parsed.GetResult(argument)?.Tokens.Count > 0));

    private static string? Nearest(string found, IEnumerable<string> names)
    {
        (string Name, int Distance) best = names.Select(name => (name, EditDistance(found.ToLowerInvariant(), name))).MinBy(pair => pair.Item2);
        return best.Distance <= Math.Max(1, best.Name.Length / 3) ? best.Name : null;
    }

    /// <summary>How many letters to insert, delete or replace (Levenshtein, 1966).</summary>
    private static int EditDistance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
