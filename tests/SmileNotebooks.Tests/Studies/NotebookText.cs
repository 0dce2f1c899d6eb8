// The words and the code of a notebook, as the rules for published numbers look at them.
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Tests.Studies;

/// <summary>A notebook's Markdown and C#.</summary>
/// <param name="Name">Its file.</param>
/// <param name="Markdown">The Markdown of each text cell.</param>
/// <param name="Code">The source of all code cells.</param>
internal sealed partial record NotebookText(string Name, string[] Markdown, string Code)
{
    /// <summary>A link to a number of a record: the text, the key of the record and its fragment.</summary>
    public IEnumerable<(string Text, string Key, string Fragment)> Numbers =>
        Markdown.SelectMany(text => RecordLink().Matches(text)).Select(match => (match.Groups["text"].Value, match.Groups["key"].Value, match.Groups["fragment"].Value));

    /// <summary>A link to a DOI: the text and the DOI.</summary>
    public IEnumerable<(string Text, string Doi)> Citations =>
        Markdown.SelectMany(text => DoiLink().Matches(text)).Select(match => (match.Groups["text"].Value, Uri.UnescapeDataString(match.Groups["doi"].Value)));

    /// <summary>Block quotes that state a claim under test.</summary>
    public IEnumerable<string> Claims =>
        Markdown.SelectMany(text => Quote().Matches(text)).Select(match => match.Value).Where(quote => quote.StartsWith("> **Claim.**", StringComparison.Ordinal));

    /// <summary>Keys between quotes in the code: "dimberg-2000".</summary>
    public IEnumerable<string> KeysInCode => Key().Matches(Code).Select(match => match.Groups[1].Value);

    /// <summary>Keys of the lists of references that the code shows.</summary>
    public IEnumerable<string> Listed => ListCall().Matches(Code).SelectMany(match => Key().Matches(match.Value)).Select(match => match.Groups[1].Value);

    public static NotebookText Read(string path)
    {
        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(path));
        (string Kind, string Source)[] cells = [.. notebook.RootElement.GetProperty("cells").EnumerateArray().Select(cell => (cell.GetProperty("cell_type").GetString()!, Source(cell.GetProperty("source"))))];
        return Of(Path.GetFileName(path), [.. cells.Where(cell => cell.Kind == "markdown").Select(cell => cell.Source)], string.Join('\n', cells.Where(cell => cell.Kind == "code").Select(cell => cell.Source)));
    }

    public static NotebookText Of(string name, string[] markdown, string code) => new(name, markdown, code);

    private static string Source(JsonElement source) =>
        source.ValueKind == JsonValueKind.Array ? string.Concat(source.EnumerateArray().Select(line => line.GetString())) : source.GetString()!;

    [GeneratedRegex(@"\[(?<text>[^\]\[]*)\]\(\.\./data-samples/published/(?<key>[^)#\s]*?)\.json(?:#(?<fragment>[^)\s]*))?\)")]
    private static partial Regex RecordLink();

    // A DOI may hold brackets, in pairs.
    [GeneratedRegex(@"\[(?<text>[^\]\[]*)\]\(https?://(?:dx\.)?doi\.org/(?<doi>(?:[^()\s]|\([^()\s]*\))+)\)")]
    private static partial Regex DoiLink();

    [GeneratedRegex(@"(?m)(?:^>.*(?:\r?\n|$))+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"""([a-z][a-z-]*-[0-9]{4}[a-z]?)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"ReferencesOf\((?:[^()]|\([^()]*\))*\)")]
    private static partial Regex ListCall();
}
