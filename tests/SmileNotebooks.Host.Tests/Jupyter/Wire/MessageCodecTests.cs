// What goes over the wire, and what is not accepted from it.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Wire;

public sealed class MessageCodecTests
{
    private const string Key = "a0436f6c-1916-498b-8eb9-e81ab9368e84";
    private const string Header = """{"msg_id":"m1","session":"s1","username":"u","date":"2026-11-21T23:40:59.123456Z","msg_type":"execute_request","version":"5.3"}""";

    [Fact]
    public void A_message_is_signed_as_Jupyter_signs_it()
    {
        using MessageCodec codec = new(Key);
        MessageHeader header = MessageHeader.Parse(Encoding.UTF8.GetBytes(Header));
        ZmtpMessage message = codec.Encode(new JupyterMessage
        {
            Identities = [Bytes("id1"), Bytes("id2")],
            Header = header,
            Content = new JsonObject { ["code"] = "1+1" },
            Buffers = [Bytes("buffer")],
        });
        Assert.Equal(["id1", "id2", "<IDS|MSG>", Signature(Key, Header, "{}", "{}", "{\"code\":\"1+1\"}"), Header, "{}", "{}", "{\"code\":\"1+1\"}", "buffer"], Texts(message));
    }

    [Fact]
    public void A_message_comes_out_as_it_went_in()
    {
        using MessageCodec sender = new(Key);
        using MessageCodec receiver = new(Key);
        MessageHeader parent = MessageHeader.Create("execute_request", "session", "user");
        JupyterMessage sent = new()
        {
            Identities = [Bytes("id")],
            Header = MessageHeader.Create("stream", "kernel", "user"),
            ParentHeader = parent,
            Metadata = new JsonObject { ["a"] = 1 },
            Content = new JsonObject { ["text"] = "é 😀 \n\u2028 \"<&'", ["list"] = new JsonArray(1, null, true, 1.5), ["deep"] = new JsonObject { ["x"] = new JsonObject() } },
            Buffers = [new byte[] { 0, 255 }, Array.Empty<byte>()],
        };
        JupyterMessage got = Decode(receiver, sender.Encode(sent));
        Assert.Equal("id", Encoding.ASCII.GetString(Assert.Single(got.Identities).Span));
        Assert.Equal(sent.Header.MsgId, got.Header.MsgId);
        Assert.Equal("stream", got.Header.MsgType);
        Assert.Equal("kernel", got.Header.Session);
        Assert.Equal("user", got.Header.UserName);
        Assert.Equal("5.3", got.Header.Version);
        Assert.Equal(sent.Header.Date!.Value, got.Header.Date!.Value, TimeSpan.FromMicroseconds(1));
        Assert.Equal(parent.MsgId, got.ParentHeader!.MsgId);
        Assert.True(JsonNode.DeepEquals(sent.Metadata, got.Metadata));
        Assert.True(JsonNode.DeepEquals(sent.Content, got.Content));
        Assert.Equal([[0, 255], []], got.Buffers.Select(buffer => buffer.ToArray()));
    }

    [Fact]
    public void A_reply_gives_the_header_back_as_it_came()
    {
        using MessageCodec codec = new("");
        const string Odd = """{ "msg_id":"m", "x_unknown": [1.0, 1e5], "msg_type":"t"  }""";
        JupyterMessage request = Decode(codec, Unsigned(Odd, "{}", "{}", "{}"));
        JupyterMessage reply = new() { Header = MessageHeader.Create("reply", "s", "u"), ParentHeader = request.Header };
        Assert.Equal(Odd, Texts(codec.Encode(reply))[3]);
    }

    [Theory]
    [InlineData("", "not signed")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "signature is wrong")]
    [InlineData("x", "signature is wrong")]
    public void A_wrong_signature_is_refused(string signature, string why)
    {
        using MessageCodec codec = new(Key);
        ZmtpMessage message = MessageOf("<IDS|MSG>", signature, Header, "{}", "{}", "{}");
        Assert.Contains(why, WhyNot(codec, message));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_part_is_signed(int changed)
    {
        using MessageCodec codec = new(Key);
        string[] parts = [Header, "{}", "{}", "{}"];
        string signature = Signature(Key, parts);
        parts[changed] = parts[changed].Insert(1, " ");
        Assert.Contains("wrong", WhyNot(codec, MessageOf(["<IDS|MSG>", signature, .. parts])));
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_everything_accepted()
    {
        using MessageCodec codec = new("");
        ZmtpMessage message = codec.Encode(new JupyterMessage { Header = MessageHeader.Create("a", "s", "u") });
        Assert.Equal("", Texts(message)[1]);
        Decode(codec, message);
        Decode(codec, message);
        Decode(codec, MessageOf("<IDS|MSG>", "whatever", Header, "{}", "{}", "{}"));
    }

    [Fact]
    public void A_message_that_comes_twice_is_refused_the_second_time()
    {
        using MessageCodec codec = new(Key);
        ZmtpMessage message = Signed(Header, "{}", "{}", "{}");
        Decode(codec, message);
        Assert.Contains("second time", WhyNot(codec, message));

        // Under another identity it is the same message.
        Assert.Contains("second time", WhyNot(codec, new ZmtpMessage(message.Frames.Insert(0, Bytes("other")))));
    }

    [Fact]
    public void A_message_with_a_wrong_signature_does_not_spoil_the_right_one()
    {
        using MessageCodec codec = new(Key);
        ZmtpMessage message = Signed(Header, "{}", "{}", "{}");
        Assert.NotEmpty(WhyNot(codec, new ZmtpMessage(message.Frames.SetItem(5, Bytes("{ }")))));
        Decode(codec, message);
    }

    [Fact]
    public void The_memory_of_signatures_is_bounded()
    {
        SignatureHistory history = new(3);
        byte[] first = new byte[32];
        Assert.True(history.TryAdd(first));
        Assert.False(history.TryAdd(first));
        for (byte i = 1; i <= 3; i++)
        {
            byte[] other = new byte[32];
            other[0] = i;
            Assert.True(history.TryAdd(other));
        }

        Assert.True(history.TryAdd(first));
    }

    [Theory]
    [InlineData("no delimiter", "a", "b", "c", "d", "e", "f")]
    [InlineData("no delimiter")]
    [InlineData("0 frames after", "<IDS|MSG>")]
    [InlineData("4 frames after", "id", "<IDS|MSG>", "", "{}", "{}", "{}")]
    [InlineData("no delimiter", "<ids|msg>", "", "{}", "{}", "{}", "{}")]
    public void Frames_that_are_no_message_are_refused(string why, params string[] frames)
    {
        using MessageCodec codec = new("");
        string whyNot = WhyNot(codec, MessageOf(frames));
        Assert.Contains(why.Replace("no delimiter", "no <IDS|MSG> delimiter", StringComparison.Ordinal), whyNot);
    }

    [Theory]
    [InlineData("header", "", "{}", "{}", "{}")]
    [InlineData("header", "[]", "{}", "{}", "{}")]
    [InlineData("header", "{\"msg_id\":", "{}", "{}", "{}")]
    [InlineData("no msg_id", "{\"msg_type\":\"a\"}", "{}", "{}", "{}")]
    [InlineData("no msg_type", "{\"msg_id\":\"a\"}", "{}", "{}", "{}")]
    [InlineData("no msg_type", "{\"msg_id\":\"a\",\"msg_type\":7}", "{}", "{}", "{}")]
    [InlineData("parent_header", Header, "null", "{}", "{}")]
    [InlineData("metadata", Header, "{}", "[1]", "{}")]
    [InlineData("content", Header, "{}", "{}", "{\"a\":NaN}")]
    [InlineData("content", Header, "{}", "{}", "{}{}")]
    [InlineData("content", Header, "{}", "{}", "{'a':1}")]
    [InlineData("content", Header, "{}", "{}", "{\"a\":1,}")]
    [InlineData("content", Header, "{}", "{}", "{\"a\":\"\\x\"}")]
    [InlineData("content", Header, "{}", "{}", "{\"a\":\"\\ud8\"}")]
    [InlineData("content", Header, "{}", "{}", "{\"a\":\"\n\"}")]
    public void Malformed_JSON_is_refused_by_the_part_s_name(string part, params string[] parts)
    {
        using MessageCodec codec = new(Key);
        Assert.Contains(part, WhyNot(codec, Signed(parts)));
    }

    [Fact]
    public void Deep_JSON_is_read_to_a_limit()
    {
        using MessageCodec codec = new("");
        Decode(codec, Unsigned(Header, "{}", "{}", Nested(JsonBytes.MaxDepth - 1)));
        Assert.Contains("content", WhyNot(codec, Unsigned(Header, "{}", "{}", Nested(JsonBytes.MaxDepth))));
        Assert.Contains("content", WhyNot(codec, Unsigned(Header, "{}", "{}", Nested(1_000_000))));
        static string Nested(int depth) => $"{{\"a\":{new string('[', depth)}{new string(']', depth)}}}";
    }

    [Fact]
    public void Of_fields_of_one_name_the_last_counts()
    {
        using MessageCodec codec = new("");
        JupyterMessage message = Decode(codec, Unsigned(Header, "{}", "{}", """{"a":1,"b":2,"a":{"c":1,"c":3}}"""));
        Assert.Equal("""{"a":{"c":3},"b":2}""", message.Content.ToJsonString());
    }

    [Fact]
    public void Numbers_are_read_as_any_type_that_holds_them()
    {
        using MessageCodec codec = new("");
        JsonObject content = Decode(codec, Unsigned(Header, "{}", "{}", """{"i":5,"d":1.0,"big":12345678901234567890123}""")).Content;
        Assert.Equal(5, (int)content["i"]!);
        Assert.Equal(5L, (long)content["i"]!);
        Assert.Equal(5.0, (double)content["i"]!);
        Assert.Equal("""{"i":5,"d":1.0,"big":12345678901234567890123}""", content.ToJsonString());
    }

    [Fact]
    public void A_cell_of_100_MB_is_encoded_and_decoded()
    {
        using MessageCodec sender = new(Key);
        using MessageCodec receiver = new(Key);
        string code = string.Create(100_000_000, 0, static (text, _) => text.Fill('x'));
        JupyterMessage message = new() { Header = MessageHeader.Create("execute_request", "s", "u"), Content = new JsonObject { ["code"] = code } };
        Assert.True(code == (string?)Decode(receiver, sender.Encode(message)).Content["code"]);
    }

    [Fact]
    public void Several_threads_may_encode_and_decode()
    {
        using MessageCodec sender = new(Key);
        using MessageCodec receiver = new(Key);
        Parallel.For(0, 1000, i =>
        {
            JupyterMessage message = new() { Header = MessageHeader.Create("t", "s", "u"), Content = new JsonObject { ["i"] = i } };
            Assert.Equal(i, (int)Decode(receiver, sender.Encode(message)).Content["i"]!);
        });
    }

    internal static JupyterMessage Decode(MessageCodec codec, ZmtpMessage frames)
    {
        Assert.True(codec.TryDecode(frames, out JupyterMessage? message, out string? whyNot), whyNot);
        return message;
    }

    internal static ZmtpMessage Unsigned(params string[] parts) => MessageOf(["<IDS|MSG>", "", .. parts]);

    private static string WhyNot(MessageCodec codec, ZmtpMessage frames)
    {
        Assert.False(codec.TryDecode(frames, out JupyterMessage? message, out string? whyNot));
        Assert.Null(message);
        return whyNot;
    }

    private static ZmtpMessage Signed(params string[] parts) => MessageOf(["<IDS|MSG>", Signature(Key, parts), .. parts]);

    private static string Signature(string key, params string[] parts) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(string.Concat(parts))));

    private static ZmtpMessage MessageOf(params string[] frames) => new([.. frames.Select(Bytes)]);

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string[] Texts(ZmtpMessage message) => [.. message.Frames.Select(frame => Encoding.UTF8.GetString(frame.Span))];
}
