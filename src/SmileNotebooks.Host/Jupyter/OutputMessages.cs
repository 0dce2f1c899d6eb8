// A cell's outputs as messages to the front ends. What comes thick and fast is put together: a million lines or updates of a
// progress bar become a few messages a second, and none of the text is lost.
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <param name="request">The request whose outputs these are.</param>
/// <param name="number">The cell's execution count.</param>
/// <param name="figures">Makes figures visible where nothing renders them.</param>
/// <param name="displayPrefix">Stands before display ids: those of an earlier kernel may still be in the front end's page.</param>
internal sealed class OutputMessages(KernelRequest request, int number, FigureMessages figures, string displayPrefix) : IDisposable
{
    /// <summary>What comes sooner after the last message than this waits for it.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    private const int MostHeldCharacters = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, MimeBundle> _updates = [];
    private string _stream = "stdout";
    private Timer? _timer;
    private long _lastSent = long.MinValue;
    private bool _closed;

    /// <summary>The cell's result as plain text; null if it has none.</summary>
    public string? PlainResult { get; private set; }

    public void Put(CellOutput output)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            switch (output)
            {
                case StreamOutput stream:
                    Hold(stream);
                    break;
                case DisplayUpdate update:
                    _updates[displayPrefix + update.DisplayId] = update.Data;
                    break;
                default:
                    SendHeld();
                    Send(output);
                    return;
            }

            SendHeldWhenDue();
        }
    }

    /// <summary>Sends what is held; what comes later is not this cell's any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            SendHeld();
            _closed = true;
            _timer?.Dispose();
        }
    }

    private void Hold(StreamOutput stream)
    {
        if (stream.Name != _stream)
        {
            SendText();
            _stream = stream.Name;
        }

        _text.Append(stream.Text);
    }

    private void SendHeldWhenDue()
    {
        TimeSpan since = _lastSent == long.MinValue ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(_lastSent);
        if (since >= s_interval || _text.Length >= MostHeldCharacters)
        {
            SendHeld();
        }
        else if (_timer is null)
        {
            _timer = new Timer(_ => SendLater(), null, s_interval - since, Timeout.InfiniteTimeSpan);
        }
    }

    private void SendLater()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                SendHeld();
            }
        }
    }

    private void SendHeld()
    {
        _timer?.Dispose();
        _timer = null;
        SendText();
        foreach ((string id, MimeBundle data) in _updates)
        {
            SendBundle("update_display_data", data, new() { ["transient"] = new JsonObject { ["display_id"] = id } });
        }

        _updates.Clear();
    }

    private void SendText()
    {
        if (_text.Length > 0)
        {
            Publish("stream", new JsonObject { ["name"] = _stream, ["text"] = _text.ToString() });
            _text.Clear();
        }
    }

    private void Send(CellOutput output)
    {
        switch (output)
        {
            case DisplayOutput display:
                JsonObject transient = display.DisplayId is null ? [] : new JsonObject { ["display_id"] = displayPrefix + display.DisplayId };
                SendBundle("display_data", display.Data, new() { ["transient"] = transient });
                break;
            case ResultOutput result:
                PlainResult = result.Data["text/plain"];
                SendBundle("execute_result", result.Data, new() { ["execution_count"] = number });
                break;
            case ErrorOutput error:
                Publish("error", ErrorMessage.Content(error));
                break;
            case ClearOutput clear:
                Publish("clear_output", new JsonObject { ["wait"] = clear.Wait });
                break;
            default:
                throw new ArgumentException($"There is no message for a {output.GetType().Name}.", nameof(output));
        }
    }

    private void SendBundle(string type, MimeBundle bundle, JsonObject content)
    {
        if (figures.LibraryFor(bundle, request) is { } library)
        {
            Publish("display_data", new JsonObject { ["data"] = BundleJson.Data(library), ["metadata"] = new JsonObject(), ["transient"] = new JsonObject() });
        }

        MimeBundle shown = FigureMessages.WithHtml(bundle);
        content["data"] = BundleJson.Data(shown);
        content["metadata"] = shown.Metadata?.DeepClone() ?? new JsonObject();
        Publish(type, content);
    }

    private void Publish(string type, JsonObject content)
    {
        request.Publish(type, content);
        _lastSent = Stopwatch.GetTimestamp();
    }
}
