// Headers: what Jupyter tolerates is tolerated.
using System.Globalization;
using System.Text;
using System.Text.Json;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Wire;

public sealed class MessageHeaderTests
{
    [Fact]
    public void A_new_header_has_an_id_of_its_own_and_the_time_in_ISO_8601()
    {
        MessageHeader header = MessageHeader.Create("status", "session \"1\"", "user");
        MessageHeader other = MessageHeader.Create("status", "session", "user");
        Assert.NotEqual(header.MsgId, other.MsgId);
        using JsonDocument json = JsonDocument.Parse(header.Json);
        Assert.Equal(["msg_id", "session", "username", "date", "msg_type", "version"], json.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal("session \"1\"", json.RootElement.GetProperty("session").GetString());
        string date = json.RootElement.GetProperty("date").GetString()!;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", date);
        Assert.InRange(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public void Only_id_and_type_are_needed()
    {
        MessageHeader header = Parse("""{"msg_id":"m","msg_type":"t","session":null,"username":7,"date":[]}""");
        Assert.Equal(("m", "t", "", "", null, ""), (header.MsgId, header.MsgType, header.Session, header.UserName, header.Date, header.Version));
    }

    [Theory]
    [InlineData("2026-11-21T23:40:59Z", "2026-11-21T23:40:59.0000000+00:00")]
    [InlineData("2026-11-21T23:40:59.123456+02:00", "2026-11-21T23:40:59.1234560+02:00")]
    [InlineData("2026-11-21T23:40:59.123456", "2026-11-21T23:40:59.1234560+00:00")]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_date_is_read_as_ISO_8601_and_as_UTC_where_it_says_no_offset(string date, string? expected) =>
        Assert.Equal(expected, Parse($$"""{"msg_id":"m","msg_type":"t","date":"{{date}}"}""").Date?.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"msg_type":"t"}""")]
    [InlineData("""{"msg_id":"m"}""")]
    public void An_empty_parent_is_none(string json) => Assert.Null(MessageHeader.ParseParent(Encoding.UTF8.GetBytes(json)));

    private static MessageHeader Parse(string json) => MessageHeader.Parse(Encoding.UTF8.GetBytes(json));
}
