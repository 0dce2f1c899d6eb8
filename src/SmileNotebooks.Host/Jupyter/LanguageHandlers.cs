// What front ends ask about code without running it: completion, inspection, whether it is whole.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class LanguageHandlers(NotebookEngine engine)
{
    public async Task CompleteAsync(KernelRequest request, CancellationToken stop)
    {
        string code = request.Content.Text("code");
        int position = request.Content.Position("cursor_pos", code);
        CompletionList list = await engine.CompleteAsync(code, position, stop).ConfigureAwait(false);
        int start = CodePoints.Count(code, list.Start);
        int end = CodePoints.Count(code, list.End);
        await request.ReplyAsync(new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. list.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // Not in the protocol: front ends of today read kinds and signatures here.
                ["_jupyter_types_experimental"] = new JsonArray([.. list.Items.Select(item => (JsonNode)new JsonObject
                {
                    ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature,
                })]),
            },
        }).ConfigureAwait(false);
    }

    public async Task InspectAsync(KernelRequest request, CancellationToken stop)
    {
        string code = request.Content.Text("code");
        int position = request.Content.Position("cursor_pos", code);
        bool detailed = request.Content.Number("detail_level") > 0;
        MimeBundle? found = await engine.InspectAsync(code, position, detailed, stop).ConfigureAwait(false);
        await request.ReplyAsync(new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? [] : BundleJson.Data(found),
            ["metadata"] = found?.Metadata?.DeepClone() ?? new JsonObject(),
        }).ConfigureAwait(false);
    }

    public async Task CheckCompleteAsync(KernelRequest request)
    {
        CodeCompleteness found = engine.CheckComplete(request.Content.Text("code"));
        JsonObject content = new() { ["status"] = found.Status.ToString().ToLowerInvariant() };
        if (found.Status == CompletenessStatus.Incomplete)
        {
            content["indent"] = found.Indent;
        }

        await request.ReplyAsync(content).ConfigureAwait(false);
    }
}
