// What a notebook's metadata say of its report for the front page: metadata.report = { "sentence": ..., "data": ..., "seeds": ... }.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <param name="Sentence">What the report is about, in one sentence; null where nothing is said.</param>
/// <param name="Data">Kinds of data: <c>real</c>, <c>simulated</c>, <c>published</c>; other words as they stand. Empty where nothing is said.</param>
/// <param name="Seeds">Seeds in words, such as <c>1 to 200</c>; null where nothing is said.</param>
internal sealed record ReportMetadata(string? Sentence, ImmutableArray<string> Data, string? Seeds)
{
    public const string Real = "real";
    public const string Simulated = "simulated";
    public const string Published = "published";

    private const int LongestWord = 40;

    public static ReportMetadata Of(NotebookDocument notebook)
    {
        JsonObject? said = notebook.Metadata["report"] as JsonObject;
        IEnumerable<string?> kinds = said?["data"] is JsonArray several ? several.Select(Line) : [Line(said?["data"])];
        return new(
            Line(said?["sentence"]) ?? Line(notebook.Metadata["description"]),
            [.. kinds.OfType<string>().Select(Kind).Distinct()],
            Line(said?["seeds"]));
    }

    /// <summary>What is wrong with the metadata, in words; empty if nothing is.</summary>
    public IEnumerable<string> Problems() => Data
        .Where(kind => kind is not (Real or Simulated or Published))
        .Select(kind => $"metadata.report.data says '{kind}', expected {Real}, {Simulated} or {Published}, or a list of them.");

    /// <summary>The first sentence of a text: up to a full stop, question or exclamation mark that ends a word and is followed by a new beginning.</summary>
    public static string FirstSentence(string text)
    {
        for (int at = 1; at < text.Length - 2; at++)
        {
            if (text[at] is '.' or '?' or '!' && text[at + 1] == ' ' && (char.IsUpper(text[at + 2]) || !char.IsLetter(text[at + 2])) && !IsInitial(text, at))
            {
                return text[..(at + 1)];
            }
        }

        return text;
    }

    // "J. Smith", "et al. 2000", "e.g. X"
    private static bool IsInitial(string text, int at)
    {
        string word = text[(text.LastIndexOf(' ', at - 1) + 1)..at];
        return text[at] == '.' && (word.Length <= 1 || word is "al" or "vs" or "cf" || word.Contains('.', StringComparison.Ordinal));
    }

    private static string Kind(string said) => said.Length <= LongestWord ? said.ToLowerInvariant() : said[..LongestWord];

    private static string? Line(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line
            ? line
            : null;
}
