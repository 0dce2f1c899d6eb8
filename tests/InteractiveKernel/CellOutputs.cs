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
    private const string DisplayType = "display_data";
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
            case DisplayedValueUpdated updated:
                Replace(updated);
                break;
            case ReturnValueProduced returned:
                _outputs.Add((returned.ValueId, ValueOf("execute_result", returned)));
                break;
            case DisplayedValueProduced displayed:
                _outputs.Add((displayed.ValueId, ValueOf(DisplayType, displayed)));
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

        // A script that a cell sends is no value: it is what is sent of it.
        string plain = (string?)data[PlainType] ?? (shown.Value is null && shown is not ReturnValueProduced ? shown.FormattedValues.First().Value : shown.Value.ToDisplayString(PlainType));
        return new() { ["output_type"] = type, ["data"] = data, ["metadata"] = new JsonObject { ["plain"] = plain } };
    }

    // An update that names no value which this cell has shown is one of the last.
    private void Replace(DisplayedValueUpdated updated)
    {
        int place = _outputs.FindIndex(one => one.Id == updated.ValueId);
        place = place >= 0 ? place : _outputs.FindLastIndex(one => (string?)one.Output["output_type"] == DisplayType);
        if (place >= 0)
        {
            _outputs[place] = (updated.ValueId, ValueOf(DisplayType, updated));
        }
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
