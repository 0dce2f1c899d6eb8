// Text that is no proper text: halves of surrogate pairs and bytes that are no UTF-8, both ways.
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Wire;

public sealed class WireTextTests
{
    private const string Header = """{"msg_id":"m","msg_type":"t"}""";

    [Theory]
    [InlineData(@"\ud800", "\ufffd")]
    [InlineData(@"\udc00", "\ufffd")]
    [InlineData(@"\uDBFF", "\ufffd")]
    [InlineData(@"a\ud800b", "a\ufffdb")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"\uD83D\uDE00", "😀")]
    [InlineData(@"\ud83d\ud83d\ude00", "\ufffd😀")]
    [InlineData(@"\ude00\ud83d", "\ufffd\ufffd")]
    [InlineData(@"\ud83d\n\ude00", "\ufffd\n\ufffd")]
    [InlineData(@"\ud83d\u0041", "\ufffdA")]
    [InlineData(@"\\ud800", @"\ud800")]
    [InlineData(@"\\\ud800", "\\\ufffd")]
    [InlineData(@"\\\\ud800\\", @"\\ud800\")]
    [InlineData(@"\u0000\ud7ff\ue000", "\0\ud7ff\ue000")]
    [InlineData(@"\ud83d😀", "\ufffd😀")]
    public void Half_a_surrogate_pair_is_read_as_a_replacement_character(string escaped, string expected)
    {
        using MessageCodec codec = new("");
        JupyterMessage message = MessageCodecTests.Decode(codec, MessageCodecTests.Unsigned(Header, "{}", "{}", $"{{\"{escaped}\":\"{escaped}\"}}"));
        KeyValuePair<string, JsonNode?> field = Assert.Single(message.Content);
        Assert.Equal(expected, field.Key);
        Assert.Equal(expected, (string?)field.Value);
    }

    [Theory]
    [InlineData(new byte[] { 0xff })]
    [InlineData(new byte[] { 0xc3 })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    [InlineData(new byte[] { 0xf0, 0x9f, 0x98 })]
    public void Bytes_that_are_no_UTF_8_are_read_as_replacement_characters(byte[] bad)
    {
        using MessageCodec codec = new("");
        byte[] content = [.. "{\"a\":\"x"u8, .. bad, .. "y\"}"u8];
        ZmtpMessage frames = new(MessageCodecTests.Unsigned(Header, "{}", "{}", "").Frames.SetItem(5, content));
        Assert.Matches("^x\ufffd+y$", (string?)MessageCodecTests.Decode(codec, frames).Content["a"]);
    }

    [Theory]
    [InlineData(@"\ud800", "\ufffd")]
    [InlineData(@"a\udc00b", "a\ufffdb")]
    [InlineData(@"\ud83d\ud83d\ude00", "\ufffd😀")]
    [InlineData(@"end\ud83d", "end\ufffd")]
    [InlineData(@"\0\u001b[31m\u2028\u007f", "\0\u001b[31m\u2028\u007f")]
    public void Half_a_surrogate_pair_is_written_as_a_replacement_character(string escaped, string expected)
    {
        // Metadata of attributes cannot hold half a pair.
        string text = Regex.Unescape(escaped);
        using MessageCodec codec = new("");
        JsonObject content = new() { [text] = text, ["list"] = new JsonArray(text) };
        ZmtpMessage frames = codec.Encode(new JupyterMessage { Header = MessageHeader.Create("stream", "s\ud800", text), Content = content });
        JupyterMessage message = MessageCodecTests.Decode(codec, frames);
        Assert.Equal(expected, (string?)message.Content[expected]);
        Assert.Equal(expected, (string?)message.Content["list"]![0]);
        Assert.Equal(expected, message.Header.UserName);
        Assert.True(System.Text.Unicode.Utf8.IsValid(frames.Frames[5].Span));
    }

    [Fact]
    public void Text_goes_out_as_it_is()
    {
        using MessageCodec codec = new("");
        ZmtpMessage frames = codec.Encode(new JupyterMessage { Header = MessageHeader.Create("t", "s", "u"), Content = new JsonObject { ["é"] = "<b>'ü' & +😀" } });
        Assert.Contains("\"é\":\"<b>'ü' & +", Encoding.UTF8.GetString(frames.Frames[5].Span));
    }
}
