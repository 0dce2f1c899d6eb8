// Events of a kernel as the outputs of a notebook's cell (nbformat 4).
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveKernel;

/// <summary>Collects what one cell puts out.</summary>
/// <remarks>Of a value there stands in <c>data</c> what the kernel sends to a front end, all as strings, and in <c>metadata</c>, as
/// <c>plain</c>, its plain text, which the kernel does not send of most values.</remarks>
internal sealed class CellOutputs : IObserver<KernelEvent>
{
    private const string PlainType = "text/plain";
    private readonly List<(string? Id, JsonObject Output)> _outputs = [];

    public JsonArray ToJson() => [.. _outputs.Select(one => one.Output)];

    public void OnNext(KernelEvent value)
    {
        switch (value)
        {
            case StandardOutputValueProduced output:
                AddText("stdout", TextOf(output));
                break;
            case StandardErrorValueProduced error:
                AddText("stderr", TextOf(error));
                break;
            case DisplayedValueUpdated updated when _outputs.FindIndex(one => one.Id == updated.ValueId) is >= 0 and int place:
                _outputs[place] = (updated.ValueId, ValueOf("display_data", updated));
                break;
            case ReturnValueProduced returned:
                _outputs.Add((returned.ValueId, ValueOf("execute_result", returned)));
                break;
            case DisplayedValueProduced displayed:
                _outputs.Add((displayed.ValueId, ValueOf("display_data", displayed)));
                break;
            case ErrorProduced error:
                AddError(error.Message);
                break;
            case CommandFailed failed:
                AddError(failed.Message);
                break;
            default:
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => AddError(error.ToString());

    private static string TextOf(DisplayEvent shown) => shown.FormattedValues.Single(form => form.MimeType == PlainType).Value;

    private static JsonObject ValueOf(string type, DisplayEvent shown)
    {
        JsonObject data = new(shown.FormattedValues.Select(form => KeyValuePair.Create<string, JsonNode?>(form.MimeType, form.Value)));
        string plain = (string?)data[PlainType] ?? shown.Value.ToDisplayString(PlainType);
        return new() { ["output_type"] = type, ["data"] = data, ["metadata"] = new JsonObject { ["plain"] = plain } };
    }

    private void AddText(string stream, string text)
    {
        if (_outputs is [.., (_, JsonObject last)] && (string?)last["name"] == stream)
        {
            last["text"] = (string)last["text"]! + text;
        }
        else
        {
            _outputs.Add((null, new() { ["output_type"] = "stream", ["name"] = stream, ["text"] = text }));
        }
    }

    private void AddError(string message) =>
        _outputs.Add((null, new() { ["output_type"] = "error", ["ename"] = "Error", ["evalue"] = message, ["traceback"] = new JsonArray() }));
}
