// The fields of a connection file, with messages that say what is wrong with which.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Reads fields of a connection file.</summary>
internal sealed class ConnectionFields(JsonObject json)
{
    /// <exception cref="JsonException">Not a string.</exception>
    public string Text(string name, string absent) =>
        json[name] switch
        {
            null => absent,
            JsonValue value when value.TryGetValue(out string? text) => text,
            JsonNode other => throw Wrong(name, other.ToJsonString(), "a string"),
        };

    /// <exception cref="JsonException">Not one of the values.</exception>
    public string OneOf(string name, string absent, params string[] values)
    {
        string text = Text(name, absent);
        return values.Contains(text) ? text : throw Wrong(name, $"\"{text}\"", string.Join(" or ", values));
    }

    /// <exception cref="JsonException">Not an address that can be bound; names are not looked up.</exception>
    public string Address(string name, string absent)
    {
        string text = Text(name, absent);
        return ZmtpEndpoint.AddressOf(text) is not null ? text : throw Wrong(name, $"\"{text}\"", "an IP address, localhost or *");
    }

    /// <exception cref="JsonException">Absent or not a port.</exception>
    public int Port(string name) =>
        json[name] is JsonValue value && value.TryGetValue(out int port) && port is >= 0 and <= ushort.MaxValue
            ? port
            : throw Wrong(name, json[name]?.ToJsonString() ?? "nothing", "a port of 0 to 65535");

    private static JsonException Wrong(string name, string found, string expected) => new($"'{name}' is {found}; expected {expected}.");
}
