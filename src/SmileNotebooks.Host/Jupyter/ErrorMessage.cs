// Errors as Jupyter's messages tell them. In the traceback the error's name is red and the places in cells are cyan, by ANSI codes.
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class ErrorMessage
{
    private const string Red = "\e[1;31m";
    private const string Cyan = "\e[36m";
    private const string Plain = "\e[0m";

    public static JsonObject Content(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select((line, at) => (JsonNode)Coloured(line, at, error.Name))]),
    };

    /// <summary>The content of an error reply.</summary>
    public static JsonObject Reply(ErrorOutput error)
    {
        JsonObject content = Content(error);
        content["status"] = "error";
        return content;
    }

    private static string Coloured(string line, int at, string name)
    {
        if (at == 0 && line.StartsWith(name, StringComparison.Ordinal))
        {
            return $"{Red}{name}{Plain}{line[name.Length..]}";
        }

        string placed = Place().Replace(line, $"{Cyan}$0{Plain}", 1);
        string named = CompilerError().Replace(placed, $"{Red}$0{Plain}", 1);
        return Caret().Replace(named, $"{Red}$0{Plain}");
    }

    [GeneratedRegex(@"(?<=^(   at )?)cell \d+(, line \d+)?(, column \d+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<=: )error CS\d+")]
    private static partial Regex CompilerError();

    [GeneratedRegex(@"(?<=^\s+)\^$")]
    private static partial Regex Caret();
}
