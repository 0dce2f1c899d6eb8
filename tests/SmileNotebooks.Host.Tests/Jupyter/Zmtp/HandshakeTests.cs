// Who gets in and who does not; whoever is refused must not disturb those who are not.
using System.Text;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Zmtp;

public sealed class HandshakeTests : IAsyncDisposable
{
    private readonly RouterSocket _router = RouterSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { HandshakeTime = TimeSpan.FromSeconds(5) });

    public ValueTask DisposeAsync() => _router.DisposeAsync();

    [Fact]
    public async Task The_greeting_is_that_of_ZMTP_3_0_with_NULL()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router);
        Assert.Equal(RawPeer.Greeting("NULL", 3, 0), await peer.ReceiveBytesAsync(64));
    }

    [Fact]
    public async Task Ready_names_the_socket_type()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router);
        await peer.SendAsync(RawPeer.Greeting("NULL"), RawPeer.Ready(("Socket-Type", "DEALER")));
        await peer.ReceiveBytesAsync(64);
        (byte _, byte[] body) = await peer.ReceiveFrameAsync();
        Assert.Contains("Socket-Type\0\0\0\x06ROUTER", Encoding.ASCII.GetString(body));
    }

    [Fact]
    public async Task Names_of_properties_are_of_any_case_and_unknown_ones_are_ignored()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router);
        await peer.SendAsync(RawPeer.Greeting("NULL"), RawPeer.Ready(("X-Other", "?"), ("socket-type", "DEALER"), ("IDENTITY", "me")), RawPeer.Frame(0, 7));
        ZmtpMessage message = await _router.ReceiveAsync(TestContext.Current.CancellationToken);
        Assert.Equal("me"u8.ToArray(), message.Frames[0].ToArray());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "signature")]
    [InlineData("\x01\0........", "signature")]
    [InlineData("\xff\0\0\0\0\0\0\0\x01\0", "signature")]
    [InlineData("\xff\0\0\0\0\0\0\0\x01\x7f\x01\x05", "ZMTP 2.0")]
    [InlineData("\xff\0\0\0\0\0\0\0\x01\x7f\x02\x05", "ZMTP 2.0")]
    [InlineData("\xff\0\0\0\0\0\0\0\x01\x7f\0\x05", "ZMTP 0.0")]
    public async Task Something_else_than_ZMTP_3_is_refused_at_once(string greeting, string why)
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router);
        await peer.SendAsync(Encoding.Latin1.GetBytes(greeting));
        Assert.True((await peer.ReceiveUntilClosedAsync()).Length <= 64);
        await AssertRefusedAsync(why);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("CURVE")]
    [InlineData("GSSAPI")]
    [InlineData("NULL2")]
    [InlineData("")]
    [InlineData("ABCDEFGHIJKLMNOPQRST")]
    public async Task Another_mechanism_is_refused(string mechanism)
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router);
        await peer.SendAsync(RawPeer.Greeting(mechanism));
        Assert.True((await peer.ReceiveUntilClosedAsync()).Length <= 64);
        await AssertRefusedAsync($"mechanism {mechanism};");
    }

    [Theory]
    [InlineData("REP")]
    [InlineData("SUB")]
    [InlineData("PUB")]
    [InlineData("PUSH")]
    [InlineData("PAIR")]
    [InlineData("nonsense\u0001")]
    public async Task A_socket_that_does_not_fit_is_told_so(string socketType)
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router);
        await peer.SendAsync(RawPeer.Greeting("NULL"), RawPeer.Ready(("Socket-Type", socketType)));
        Assert.Contains("\x05" + "ERROR", Encoding.ASCII.GetString(await peer.ReceiveUntilClosedAsync()));
        await AssertRefusedAsync("cannot talk to a ROUTER");
    }

    public static TheoryData<string, byte[], string> BadReadies => new()
    {
        { "no socket type", RawPeer.Ready(("Identity", "x")), "no Socket-Type" },
        { "no property", RawPeer.Ready(), "no Socket-Type" },
        { "a name that is longer than the rest", RawPeer.Command("READY", 200, 1, 2), "cut short" },
        { "an empty name", RawPeer.Command("READY", 0, 0, 0, 0, 0), "cut short" },
        { "no length", RawPeer.Command("READY", 1, 65), "cut short" },
        { "a value that is longer than the rest", RawPeer.Command("READY", 1, 65, 0, 0, 0, 9, 1), "cut short" },
        { "a value of 4 GB", RawPeer.Command("READY", 1, 65, 255, 255, 255, 255), "cut short" },
        { "an identity that begins with zero", RawPeer.Ready(("Socket-Type", "DEALER"), ("Identity", "\0a")), "begins with zero" },
        { "an identity of 256 bytes", RawPeer.Ready(("Socket-Type", "DEALER"), ("Identity", new string('i', 256))), "longer than 255" },
        { "a message", RawPeer.Frame(0, 1, 2, 3), "message came before READY" },
        { "another command", RawPeer.Command("PING", 0, 0), "PING came before READY" },
        { "a nameless command", RawPeer.Frame(ZmtpFrame.Command), "no name" },
        { "a command whose name is longer than it", RawPeer.Frame(ZmtpFrame.Command, 9, 65), "no name" },
        { "a command with more to come", RawPeer.Frame(ZmtpFrame.Command | ZmtpFrame.More, 1, 65), "flags 0x05" },
        { "unknown flags", RawPeer.Frame(0x80, 1), "flags 0x80" },
        { "a READY of 10 kB", RawPeer.Command("READY", new byte[10_000]), "10006 bytes" },
        { "an error", RawPeer.Command("ERROR", [3, .. "bad"u8]), "The peer refuses: bad" },
        { "an error whose reason is cut short", RawPeer.Command("ERROR", 200, 65, 7), "The peer refuses: A?" },
    };

    [Theory]
    [MemberData(nameof(BadReadies))]
    public async Task A_bad_READY_is_refused(string what, byte[] ready, string why)
    {
        Assert.NotEmpty(what);
        using RawPeer peer = await RawPeer.ConnectAsync(_router);
        await peer.SendAsync(RawPeer.Greeting("NULL"), ready);
        Assert.DoesNotContain("\x05READY", Encoding.ASCII.GetString(await peer.ReceiveUntilClosedAsync()));
        await AssertRefusedAsync(why);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(64)]
    public async Task Silence_ends_the_handshake_after_a_while(int sent)
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { HandshakeTime = TimeSpan.FromMilliseconds(100) });
        using RawPeer peer = await RawPeer.ConnectAsync(router);
        await peer.SendAsync(RawPeer.Greeting("NULL")[..sent]);
        await peer.ReceiveUntilClosedAsync();
        await Eventually.HoldsAsync(() => router.Counters.RefusedPeers == 1 && router.PeerCount == 0, "the silent peer is refused");
        Assert.Equal("No handshake within 0.1 s.", router.Counters.LastProblem);
    }

    [Fact]
    public async Task A_peer_that_goes_away_within_the_greeting_leaves_nothing_behind()
    {
        using (RawPeer peer = await RawPeer.ConnectAsync(_router))
        {
            await peer.SendAsync(RawPeer.Greeting("NULL")[..20]);
        }

        await AssertRefusedAsync("");
    }

    [Fact]
    public async Task A_handshake_byte_by_byte_is_a_handshake()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router);
        byte[] all = [.. RawPeer.Greeting("NULL"), .. RawPeer.Ready(("Socket-Type", "DEALER")), .. RawPeer.Frame(ZmtpFrame.More, 1, 2), .. RawPeer.Frame(0, new byte[300])];
        foreach (byte one in all)
        {
            await peer.SendAsync([one]);
            await Task.Yield();
        }

        ZmtpMessage message = await _router.ReceiveAsync(TestContext.Current.CancellationToken);
        Assert.Equal([5, 2, 300], message.Frames.Select(frame => frame.Length));
    }

    [Fact]
    public async Task More_peers_than_allowed_are_refused_until_one_leaves()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { Peers = 2 });
        using RawPeer first = await RawPeer.ConnectAsync(router, "DEALER");
        using (await RawPeer.ConnectAsync(router, "DEALER"))
        {
            using RawPeer third = await RawPeer.ConnectAsync(router);
            Assert.Empty(await third.ReceiveUntilClosedAsync());
            Assert.Equal("More than 2 peers.", router.Counters.LastProblem);
        }

        await Eventually.HoldsAsync(() => router.PeerCount == 1, "the second peer is gone");
        using RawPeer fourth = await RawPeer.ConnectAsync(router, "DEALER");
    }

    /// <summary>The peer is refused for this reason, and another one still gets in.</summary>
    private async Task AssertRefusedAsync(string why)
    {
        await Eventually.HoldsAsync(() => _router.Counters.RefusedPeers == 1 && _router.PeerCount == 0, "the peer is refused");
        Assert.Contains(why, _router.Counters.LastProblem);
        using RawPeer good = await RawPeer.ConnectAsync(_router, "DEALER");
    }
}
