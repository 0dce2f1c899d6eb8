// A request that is being answered. All that is sent for it names it as its parent, whatever else goes on at the same time.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <param name="message">The message as it came.</param>
/// <param name="channel">The socket that it came by.</param>
/// <param name="channels">All of the kernel's.</param>
/// <param name="arrival">Counts the messages of its channel.</param>
internal sealed class KernelRequest(JupyterMessage message, RouterSocket channel, KernelChannels channels, long arrival)
{
    private const string Request = "_request";

    public JupyterMessage Message => message;

    public string Id => message.Header.MsgId;

    public string Type => message.Header.MsgType;

    public JsonObject Content => message.Content;

    public JsonObject Metadata => message.Metadata ?? [];

    public long Arrival => arrival;

    /// <summary>Whether the protocol answers this type by a reply.</summary>
    public bool HasReply => Type.EndsWith(Request, StringComparison.Ordinal);

    public ValueTask ReplyAsync(JsonObject content, JsonObject? metadata = null)
    {
        string type = HasReply ? Type[..^Request.Length] + "_reply" : Type;
        return channels.SendAsync(channel, type, content, message, metadata);
    }

    /// <summary>Replies that the request could not be met.</summary>
    public ValueTask ReplyErrorAsync(string name, string text) => ReplyAsync(ErrorMessage.Reply(new ErrorOutput(name, text, [$"{name}: {text}"])));

    public void Publish(string type, JsonObject content) => channels.Publish(type, content, message.Header);

    public void PublishStatus(string state) => Publish("status", new JsonObject { ["execution_state"] = state });
}
