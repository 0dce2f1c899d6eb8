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
                ? [$"{command.Name} needs <{missing.Name}>: {Continued(missing.Description ?? "")}"]
                : parsed.Errors.Select(error => error.Message).Distinct();
        }

        string choice = $"{string.Join(", ", names[..^1])} and {names[^1]}";
        string prefix = command is RootCommand ? "" : $"{command.Name}: ";
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return [$"{prefix}which command? The commands are {choice}."];
        }

        string found = parsed.UnmatchedTokens[0];
        string kind = found.StartsWith('-') ? "option" : "command";
        return NearestName.Of(found, names) is { } near
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

    /// <summary>A sentence as the rest of one: its first word without its capital, unless that is an abbreviation.</summary>
    private static string Continued(string sentence) => sentence is [char first, char second, ..] && char.IsLower(second) ? $"{char.ToLowerInvariant(first)}{sentence[1..]}" : sentence;

    private static Argument? Missing(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.FirstOrDefault(
            argument => argument.Arity.MinimumNumberOfValues > 0 && !(parsed.GetResult(argument)?.Tokens.Count > 0));
}
