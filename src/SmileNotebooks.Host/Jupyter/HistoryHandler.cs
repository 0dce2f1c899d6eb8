// Answers history_request.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class HistoryHandler(History history)
{
    private const int UsualTail = 10;

    public async Task HandleAsync(KernelRequest request)
    {
        JsonObject asked = request.Content;
        bool withOutput = asked.Flag("output", otherwise: false);
        string access = asked.Text("hist_access_type", otherwise: "tail");
        IReadOnlyList<NumberedEntry> found = access switch
        {
            "tail" => history.Tail(Count(asked) ?? UsualTail),
            "range" => history.Range(asked.Number("session") ?? 0, asked.Number("start") ?? 1, asked.Number("stop")),
            "search" => history.Search(asked.Text("pattern", otherwise: "*"), Count(asked), asked.Flag("unique", otherwise: false)),
            _ => throw new MalformedContentException($"The request's hist_access_type is {access}: expected tail, range or search."),
        };
        await request.ReplyAsync(new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(entry => (JsonNode)Item(entry, withOutput))]),
        }).ConfigureAwait(false);
    }

    private static int? Count(JsonObject asked) => asked.Number("n") switch
    {
        < 0 and { } number => throw new MalformedContentException($"The request's n is {number}: expected 0 or more."),
        { } number => number,
        null => null,
    };

    private static JsonArray Item(NumberedEntry item, bool withOutput)
    {
        JsonNode input = item.Entry.Input;
        return new JsonArray(item.Session, item.Entry.Line, withOutput ? new JsonArray(input, item.Entry.Output) : input);
    }
}
