// A router answers whoever asked.
using System.Text;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Zmtp;

public sealed class RouterSocketTests : IAsyncDisposable
{
    private readonly RouterSocket _router = RouterSocket.Bind("tcp://127.0.0.1:0");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _router.DisposeAsync();

    [Fact]
    public async Task A_peer_is_known_by_the_identity_that_it_chose()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER", "shell-7");
        Assert.True(await _router.SendAsync(RawPeer.Message("shell-7", "one", "", "three"), Cancellation));
        Assert.Equal((ZmtpFrame.More, "one"), await peer.ReceiveTextAsync());
        Assert.Equal((ZmtpFrame.More, ""), await peer.ReceiveTextAsync());
        Assert.Equal((0, "three"), await peer.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_peer_without_identity_gets_one_that_no_peer_can_choose()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "REQ");
        await peer.SendAsync(RawPeer.Frame(ZmtpFrame.More), RawPeer.Frame(0, 42));
        ZmtpMessage message = await _router.ReceiveAsync(Cancellation);
        Assert.Equal([5, 0, 1], message.Frames.Select(frame => frame.Length));
        Assert.Equal(0, message.Frames[0].Span[0]);

        Assert.True(await _router.SendAsync(message, Cancellation));
        Assert.Equal(ZmtpFrame.More, (await peer.ReceiveFrameAsync()).Flags);
        Assert.Equal([42], (await peer.ReceiveFrameAsync()).Body);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_peer_that_is_not_there()
    {
        Assert.False(await _router.SendAsync(RawPeer.Message("nobody", "x"), Cancellation));
        Assert.Equal(1, _router.Counters.DroppedMessages);

        using (await RawPeer.ConnectAsync(_router, "DEALER", "gone"))
        {
        }

        await Eventually.HoldsAsync(() => _router.PeerCount == 0, "the peer is gone");
        Assert.False(await _router.SendAsync(RawPeer.Message("gone", "x"), Cancellation));
    }

    [Fact]
    public async Task A_message_to_a_router_needs_an_identity_and_a_frame()
    {
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(async () => await _router.SendAsync(RawPeer.Message("only"), Cancellation));
        Assert.Contains("1 frames", e.Message);
    }

    [Fact]
    public async Task The_second_of_two_peers_with_one_identity_is_refused_until_the_first_is_gone()
    {
        using (RawPeer first = await RawPeer.ConnectAsync(_router, "DEALER", "twin"))
        {
            using RawPeer second = await RawPeer.ConnectAsync(_router);
            await second.SendAsync(RawPeer.Greeting("NULL"), RawPeer.Ready(("Socket-Type", "DEALER"), ("Identity", "twin")));

            // No ERROR: libzmq would never try again after one.
            Assert.Equal(64, (await second.ReceiveUntilClosedAsync()).Length);
            Assert.Contains("in use", _router.Counters.LastProblem);
            Assert.True(await _router.SendAsync(RawPeer.Message("twin", "hello"), Cancellation));
            Assert.Equal((0, "hello"), await first.ReceiveTextAsync());
        }

        await Eventually.HoldsAsync(() => _router.PeerCount == 0, "the first is gone");
        using RawPeer third = await RawPeer.ConnectAsync(_router, "DEALER", "twin");
        Assert.True(await _router.SendAsync(RawPeer.Message("twin", "hello again"), Cancellation));
        Assert.Equal((0, "hello again"), await third.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_ping_is_answered_even_within_a_message()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        await peer.SendAsync(RawPeer.Command("PING", 0, 10), RawPeer.Frame(ZmtpFrame.More, 1), RawPeer.Command("PING", 0, 10, 7, 8), RawPeer.Frame(0, 2));
        Assert.Equal([4, .. "PONG"u8], (await peer.ReceiveFrameAsync()).Body);
        Assert.Equal([4, .. "PONG"u8, 7, 8], (await peer.ReceiveFrameAsync()).Body);
        Assert.Equal(3, (await _router.ReceiveAsync(Cancellation)).Frames.Length);
    }

    [Fact]
    public async Task An_unknown_command_is_ignored()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        await peer.SendAsync(RawPeer.Command("FUTURE", 1), RawPeer.Command("SUBSCRIBE"), RawPeer.Command("PONG"), RawPeer.Frame(0, 9));
        Assert.Equal([9], (await _router.ReceiveAsync(Cancellation)).Frames[1].ToArray());
    }

    [Fact]
    public async Task Frames_of_every_length_around_a_limit_of_a_buffer_arrive_whole()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        int[] lengths = [0, 1, 254, 255, 256, 257, 16_383, 16_384, 16_385, 32_757, 32_758, 32_759, 32_760, 32_768, 65_535, 65_536, 100_000, 1 << 20, (1 << 20) + 1, (3 << 20) + 7];
        foreach (int length in lengths)
        {
            byte[] body = new byte[length];
            Random.Shared.NextBytes(body);
            Task sending = peer.SendAsync(RawPeer.Frame(ZmtpFrame.More, body), RawPeer.Frame(ZmtpFrame.More, 1), RawPeer.Frame(0, body));
            ZmtpMessage message = await _router.ReceiveAsync(Cancellation);
            await sending;
            AssertSame(body, message.Frames[1]);
            Assert.Equal([1], message.Frames[2].ToArray());
            AssertSame(body, message.Frames[3]);

            await _router.SendAsync(message, Cancellation);
            AssertSame(body, (await peer.ReceiveFrameAsync()).Body);
            Assert.Equal([1], (await peer.ReceiveFrameAsync()).Body);
            AssertSame(body, (await peer.ReceiveFrameAsync()).Body);
        }
    }

    [Fact]
    public async Task What_was_sent_before_the_socket_is_closed_still_arrives()
    {
        RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0");
        using RawPeer peer = await RawPeer.ConnectAsync(router, "DEALER", "p");
        byte[] body = new byte[5_000_000];
        // The peer can have its READY a moment before the router takes messages for it.
        await Eventually.HoldsAsync(() => router.SendAsync(ZmtpMessage.Of("p"u8.ToArray(), body), Cancellation).AsTask().Result, "the peer is ready");
        Task closing = router.DisposeAsync().AsTask();
        Assert.Equal(body.Length, (await peer.ReceiveFrameAsync()).Body.Length);
        await closing;
        Assert.Empty(await peer.ReceiveUntilClosedAsync());
    }

    [Fact]
    public async Task A_closed_socket_says_so_to_whoever_waits()
    {
        RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0");
        Task<ZmtpMessage> receiving = router.ReceiveAsync(Cancellation).AsTask();
        using RawPeer silent = await RawPeer.ConnectAsync(router);
        await router.DisposeAsync();
        await router.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receiving);
        Assert.False(await router.SendAsync(RawPeer.Message("a", "b"), Cancellation));
    }

    [Fact]
    public async Task Receiving_can_be_cancelled_and_loses_nothing()
    {
        using CancellationTokenSource cancel = new();
        Task<ZmtpMessage> receiving = _router.ReceiveAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        await peer.SendAsync(RawPeer.Frame(0, 5));
        Assert.Equal([5], (await _router.ReceiveAsync(Cancellation)).Frames[1].ToArray());
    }

    [Fact]
    public async Task Messages_of_several_threads_are_not_mixed()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER", "p");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
        {
            for (int i = 0; i < 500; i++)
            {
                byte[] body = Encoding.ASCII.GetBytes($"{thread} {i}".PadRight(i % 7 == 0 ? 40_000 : 10));
                Assert.True(await _router.SendAsync(ZmtpMessage.Of("p"u8.ToArray(), body, body), Cancellation));
            }
        })));
        int[] next = new int[4];
        for (int i = 0; i < 2000; i++)
        {
            (byte flags, string first) = await peer.ReceiveTextAsync();
            Assert.Equal(ZmtpFrame.More, flags);
            Assert.Equal((0, first), await peer.ReceiveTextAsync());
            string[] parts = first.TrimEnd().Split(' ');
            Assert.Equal(next[int.Parse(parts[0])]++, int.Parse(parts[1]));
        }
    }

    private static void AssertSame(byte[] expected, ReadOnlyMemory<byte> actual) => Assert.True(actual.Span.SequenceEqual(expected));
}
