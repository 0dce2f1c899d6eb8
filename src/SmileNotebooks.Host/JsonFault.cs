// What is wrong with JSON, in words for people. System.Text.Json speaks of depths and payloads, and gives the place a second time.
using System.Text.Json;

namespace SmileNotebooks.Host;

internal static class JsonFault
{
    /// <summary>The fault without its place.</summary>
    public static string Of(JsonException error)
    {
        string words = error.Message;
        int place = words.IndexOf(" LineNumber:", StringComparison.Ordinal);
        words = (place < 0 ? words : words[..place]).TrimEnd('.', ' ');
        return words.StartsWith("Expected depth to be zero", StringComparison.Ordinal) || words.Contains("end of data", StringComparison.Ordinal)
            ? "it ends before its last bracket or quotation mark is closed"
            : words;
    }
}
