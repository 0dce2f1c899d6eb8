// `Console.WriteLine?` as a cell asks what a name is, as Jupyter's users know it; two question marks ask for all that is known.
// No C# ends so.
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class HelpRequest
{
    /// <summary>What a cell asks about, with the question mark that asks for more; null if it asks nothing.</summary>
    public static string? NameIn(string code) => Question().Match(code) is { Success: true } match ? match.Groups["name"].Value + match.Groups["more"].Value : null;

    /// <summary>The reply, in which a page for the front end's pager stands.</summary>
    public static async Task<JsonObject> AnswerAsync(NotebookEngine engine, string name, CancellationToken cancellation)
    {
        string plain = name.TrimEnd('?');
        MimeBundle? found = await engine.InspectAsync(plain, plain.Length, detailed: plain != name, cancellation).ConfigureAwait(false);
        JsonObject data = found is null ? new JsonObject { ["text/plain"] = $"Nothing is known of {plain}." } : BundleJson.Data(found);
        return new JsonObject
        {
            ["status"] = "ok",
            ["user_expressions"] = new JsonObject(),
            ["payload"] = new JsonArray(new JsonObject { ["source"] = "page", ["data"] = data, ["start"] = 0 }),
        };
    }

    [GeneratedRegex(@"\A\s*(\?(?<more>\?)?)?(?<name>[\p{L}_@][\w.]*)(?(1)|\?(?<more>\?)?)\s*\z")]
    private static partial Regex Question();
}
