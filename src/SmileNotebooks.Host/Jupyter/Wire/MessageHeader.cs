// The header of a Jupyter message (https://jupyter-client.readthedocs.io/en/latest/messaging.html#message-header).
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Who says what kind of thing, when. It keeps its own JSON, because a reply gives the header back as it came, unknown fields included.</summary>
internal sealed class MessageHeader
{
    /// <summary>The version of the protocol that is spoken here.</summary>
    public const string ProtocolVersion = "5.3";

    private MessageHeader(string msgId, string session, string userName, DateTimeOffset? date, string msgType, string version, ReadOnlyMemory<byte> json)
    {
        MsgId = msgId;
        Session = session;
        UserName = userName;
        Date = date;
        MsgType = msgType;
        Version = version;
        Json = json;
    }

    public string MsgId { get; }

    /// <summary>The sender's session; empty if it gave none.</summary>
    public string Session { get; }

    /// <summary>Empty if the sender gave none.</summary>
    public string UserName { get; }

    /// <summary>Null if the sender gave none or one that is not ISO 8601.</summary>
    public DateTimeOffset? Date { get; }

    /// <summary>Such as <c>execute_request</c>.</summary>
    public string MsgType { get; }

    /// <summary>Of the protocol; empty if the sender gave none.</summary>
    public string Version { get; }

    /// <summary>The header in UTF-8, as it is signed and sent.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>A header of a new message, with an id of its own and the time.</summary>
    public static MessageHeader Create(string msgType, string session, string userName)
    {
        string id = Guid.NewGuid().ToString("N");
        DateTimeOffset now = DateTimeOffset.UtcNow;
        byte[] json = JsonBytes.Write((Id: id, Now: now, Type: msgType, Session: session, User: userName), static (writer, header) =>
        {
            writer.WriteStartObject();
            writer.WriteString("msg_id", header.Id);
            writer.WriteString("session", header.Session);
            writer.WriteString("username", header.User);
            writer.WriteString("date", header.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
            writer.WriteString("msg_type", header.Type);
            writer.WriteString("version", ProtocolVersion);
            writer.WriteEndObject();
        });
        return new MessageHeader(id, session, userName, now, msgType, ProtocolVersion, json);
    }

    /// <exception cref="JsonException">No JSON object, or no msg_id or msg_type.</exception>
    public static MessageHeader Parse(ReadOnlyMemory<byte> json)
    {
        JsonObject fields = JsonBytes.Parse(json, "header");
        return new MessageHeader(Required(fields, "msg_id"), Text(fields, "session") ?? "", Text(fields, "username") ?? "", DateOf(fields),
            Required(fields, "msg_type"), Text(fields, "version") ?? "", json);
    }

    /// <returns>Null if the parent header is empty, as that of a message that nobody asked for.</returns>
    /// <exception cref="JsonException">No JSON object. One without msg_id is as good as empty.</exception>
    public static MessageHeader? ParseParent(ReadOnlyMemory<byte> json)
    {
        JsonObject fields = JsonBytes.Parse(json, "parent_header");
        return Text(fields, "msg_id") is null || Text(fields, "msg_type") is null ? null : Parse(json);
    }

    private static string Required(JsonObject fields, string name) =>
        Text(fields, name) is { Length: > 0 } text ? text : throw new JsonException($"The header has no {name}.");

    private static string? Text(JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static DateTimeOffset? DateOf(JsonObject fields) =>
        DateTimeOffset.TryParse(Text(fields, "date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;
}
