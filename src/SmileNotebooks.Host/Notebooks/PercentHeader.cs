// The head of a percent-format script: the notebook's metadata as YAML in comments between two `// ---`, below `jupyter:`.
// Read is the part of YAML that such heads use: nested names, plain and quoted text, and JSON (which is YAML too).
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class PercentHeader
{
    private const string Fence = "// ---";
    private const string Root = "jupyter";
    private const string Jupytext = "jupytext";

    /// <summary>Reads the head.</summary>
    /// <returns>The metadata, and the number of lines that the head takes; 0 if there is none.</returns>
    /// <exception cref="NotebookFormatException">A line of the head is not understood.</exception>
    public static (JsonObject Metadata, int Lines) Read(string[] lines, string file)
    {
        int end = lines.Length > 0 && lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) : -1;
        if (end < 0)
        {
            return ([], 0);
        }

        JsonObject root = [];
        Stack<(int Indent, JsonObject Owner)> owners = new([(-1, root)]);
        for (int at = 1; at < end; at++)
        {
            string line = lines[at].StartsWith("// ", StringComparison.Ordinal) ? lines[at][3..].TrimEnd() : lines[at].TrimStart('/').TrimEnd();
            if (line.Trim().Length > 0)
            {
                Add(owners, line, new NotebookFormatException(file, $"line {at + 1}", $"found `{line.Trim()}` in the head, expected `name: value`"));
            }
        }

        JsonObject metadata = root[Root] as JsonObject ?? [];
        root.Remove(Root);

        // How jupytext wrote the file is no property of the notebook.
        metadata.Remove(Jupytext);
        return (metadata, end + 1);
    }

    public static string Text(JsonObject metadata)
    {
        if (metadata.Count == 0)
        {
            return "";
        }

        StringBuilder text = new($"{Fence}\n// {Root}:\n");
        foreach ((string name, JsonNode? value) in metadata)
        {
            Append(text, name, value, indent: 2);
        }

        return text.Append(Fence).Append("\n\n").ToString();
    }

    private static void Append(StringBuilder text, string name, JsonNode? value, int indent)
    {
        text.Append("// ").Append(' ', indent).Append(PlainText().IsMatch(name) ? name : Json(name)).Append(':');
        if (value is JsonObject { Count: > 0 } members && indent < 6)
        {
            text.Append('\n');
            foreach ((string inner, JsonNode? innerValue) in members)
            {
                Append(text, inner, innerValue, indent + 2);
            }
        }
        else
        {
            bool plain = value is JsonValue && value.GetValueKind() == JsonValueKind.String && PlainText().IsMatch(value.ToString()) && !OtherThanText().IsMatch(value.ToString());
            text.Append(' ').Append(plain ? value!.ToString() : Json(value)).Append('\n');
        }
    }

    private static void Add(Stack<(int Indent, JsonObject Owner)> owners, string line, NotebookFormatException wrong)
    {
        if (Entry().Match(line) is not { Success: true } entry)
        {
            throw wrong;
        }

        int indent = entry.Groups["indent"].Length;
        while (owners.Peek().Indent >= indent)
        {
            owners.Pop();
        }

        string name = entry.Groups["quoted"] is { Success: true } quoted ? ValueOf(quoted.Value, wrong)!.ToString() : entry.Groups["name"].Value;
        string value = entry.Groups["value"].Value.Trim();
        if (value.Length == 0)
        {
            JsonObject members = [];
            owners.Peek().Owner[name] = members;
            owners.Push((indent, members));
        }
        else
        {
            owners.Peek().Owner[name] = ValueOf(value, wrong);
        }
    }

    private static JsonNode? ValueOf(string text, NotebookFormatException wrong)
    {
        if (text[0] == '\'' && text[^1] == '\'' && text.Length > 1)
        {
            return text[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        if (text[0] is not ('"' or '[' or '{') && !OtherThanText().IsMatch(text))
        {
            return text;
        }

        try
        {
            return text is "~" ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text[0] is '"' or '[' or '{' ? throw wrong : text;
        }
    }

    private static string Json(JsonNode? value) => value?.ToJsonString(NotebookWriter.Compact) ?? "null";

    private static string Json(string text) => JsonValue.Create(text).ToJsonString(NotebookWriter.Compact);

    [GeneratedRegex(@"^(?<indent> *)((?<quoted>""(\\.|[^""\\])*"")|(?<name>[^\s:#""'\[{][^:]*?)) *:(?<value>( .*)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    // Text that YAML reads as that text without quotes; anything unusual is quoted.
    [GeneratedRegex(@"^(?!.* #)[A-Za-z_.][\w .()#+/-]*(?<! )$")]
    private static partial Regex PlainText();

    // What YAML reads as a number, a truth value or nothing.
    [GeneratedRegex(@"^([-+.]?\d.*|true|false|null|yes|no|on|off|~|\.nan|[-+]?\.inf)$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherThanText();
}
