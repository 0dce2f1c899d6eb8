// Jupyter messages and the frames that carry them: identities, delimiter, signature, four JSON parts, buffers
// (https://jupyter-client.readthedocs.io/en/latest/messaging.html#the-wire-protocol).
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Encodes and signs, verifies and decodes. May be used by several threads.</summary>
internal sealed class MessageCodec : IDisposable
{
    /// <summary>So many signatures are remembered, as many as jupyter_client does.</summary>
    public const int HistorySize = 1 << 16;

    private const int SignedParts = 4;
    private const int DigestSize = 32;
    private static readonly ReadOnlyMemory<byte> Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> EmptyObject = "{}"u8.ToArray();

    private readonly Lock _gate = new();
    private readonly IncrementalHash? _hash;
    private readonly SignatureHistory _history = new(HistorySize);

    /// <param name="key">The connection file's key; empty: messages are not signed and every one is accepted.</param>
    public MessageCodec(string key)
    {
        if (key.Length > 0)
        {
            _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key));
        }
    }

    /// <summary>Reads a message whose signature is right and new.</summary>
    /// <param name="frames">All frames, a router's identity included.</param>
    /// <param name="message">The message; its memory is that of the frames.</param>
    /// <param name="whyNot">Why it is refused, in a sentence.</param>
    public bool TryDecode(ZmtpMessage frames, [NotNullWhen(true)] out JupyterMessage? message, [NotNullWhen(false)] out string? whyNot)
    {
        message = null;
        int delimiter = DelimiterIn(frames.Frames);
        if (delimiter < 0)
        {
            whyNot = $"A message of {frames.Frames.Length} frames has no <IDS|MSG> delimiter.";
            return false;
        }

        ReadOnlySpan<ReadOnlyMemory<byte>> signed = frames.Frames.AsSpan()[(delimiter + 1)..];
        if (signed.Length < 1 + SignedParts)
        {
            whyNot = $"A message has {signed.Length} frames after the delimiter; expected a signature, header, parent header, metadata and content.";
            return false;
        }

        if (!Verify(signed[0].Span, signed.Slice(1, SignedParts), out whyNot))
        {
            return false;
        }

        try
        {
            message = Read(frames.Frames, delimiter);
            return true;
        }
        catch (JsonException e)
        {
            whyNot = e.Message;
            return false;
        }
    }

    /// <summary>The frames of a message, signed. Halves of surrogate pairs go out as U+FFFD, which every reader accepts.</summary>
    public ZmtpMessage Encode(JupyterMessage message)
    {
        ReadOnlyMemory<byte>[] parts =
        [
            message.Header.Json,
            message.ParentHeader?.Json ?? EmptyObject,
            message.Metadata is { Count: > 0 } ? Utf8(message.Metadata) : EmptyObject,
            Utf8(message.Content),
        ];
        ImmutableArray<ReadOnlyMemory<byte>>.Builder frames =
            ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(message.Identities.Length + 2 + SignedParts + message.Buffers.Length);
        frames.AddRange(message.Identities);
        frames.Add(Delimiter);
        frames.Add(Sign(parts));
        frames.AddRange(parts);
        frames.AddRange(message.Buffers);
        return new ZmtpMessage(frames.MoveToImmutable());
    }

    public void Dispose() => _hash?.Dispose();

    private static byte[] Utf8(JsonObject json) => JsonBytes.Write(json, static (writer, value) => value.WriteTo(writer));

    private static int DelimiterIn(ImmutableArray<ReadOnlyMemory<byte>> frames)
    {
        for (int i = 0; i < frames.Length; i++)
        {
            if (frames[i].Span.SequenceEqual(Delimiter.Span))
            {
                return i;
            }
        }

        return -1;
    }

    private static JupyterMessage Read(ImmutableArray<ReadOnlyMemory<byte>> frames, int delimiter) => new()
    {
        Identities = frames[..delimiter],
        Header = MessageHeader.Parse(frames[delimiter + 2]),
        ParentHeader = MessageHeader.ParseParent(frames[delimiter + 3]),
        Metadata = JsonBytes.Parse(frames[delimiter + 4], "metadata"),
        Content = JsonBytes.Parse(frames[delimiter + 5], "content"),
        Buffers = frames[(delimiter + 2 + SignedParts)..],
    };

    private bool Verify(ReadOnlySpan<byte> signature, ReadOnlySpan<ReadOnlyMemory<byte>> parts, [NotNullWhen(false)] out string? whyNot)
    {
        whyNot = null;
        if (_hash is null)
        {
            return true;
        }

        Span<byte> digest = stackalloc byte[DigestSize];
        Span<byte> expected = stackalloc byte[2 * DigestSize];
        lock (_gate)
        {
            Hash(parts, digest);
            WriteHex(digest, expected);
            if (!CryptographicOperations.FixedTimeEquals(signature, expected))
            {
                whyNot = signature.IsEmpty ? "A message is not signed." : "A message's signature is wrong.";
                return false;
            }

            if (!_history.TryAdd(digest))
            {
                whyNot = "A message came a second time; a copy is not executed.";
                return false;
            }
        }

        return true;
    }

    private ReadOnlyMemory<byte> Sign(ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        if (_hash is null)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        Span<byte> digest = stackalloc byte[DigestSize];
        lock (_gate)
        {
            Hash(parts, digest);
        }

        byte[] signature = new byte[2 * DigestSize];
        WriteHex(digest, signature);
        return signature;
    }

    private void Hash(ReadOnlySpan<ReadOnlyMemory<byte>> parts, Span<byte> digest)
    {
        foreach (ReadOnlyMemory<byte> part in parts)
        {
            _hash!.AppendData(part.Span);
        }

        _hash!.GetHashAndReset(digest);
    }

    private static void WriteHex(ReadOnlySpan<byte> digest, Span<byte> target) => Convert.TryToHexStringLower(digest, target, out _);
}
