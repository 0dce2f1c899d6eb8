// One Jupyter message, unpacked.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>A message as the kernel handles it.</summary>
internal sealed record JupyterMessage
{
    /// <summary>Frames before the delimiter: the way back to the sender, or the topic of a published message.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Identities { get; init; } = [];

    public required MessageHeader Header { get; init; }

    /// <summary>The header of the message that this one answers; null if it answers none.</summary>
    public MessageHeader? ParentHeader { get; init; }

    /// <summary>Null is an empty object.</summary>
    public JsonObject? Metadata { get; init; }

    public JsonObject Content { get; init; } = [];

    /// <summary>Binary frames behind the content, not signed.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Buffers { get; init; } = [];
}
