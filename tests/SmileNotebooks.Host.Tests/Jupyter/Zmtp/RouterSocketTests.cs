// A router answers whoever asked, and no peer can hurt it or the others.
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
        Assert.True(await _router.SendAsync(MessageOf("shell-7", "one", "", "three"), Cancellation));
        Assert.Equal((ZmtpFrame.More, "one"), await TextAsync(peer));
        Assert.Equal((ZmtpFrame.More, ""), await TextAsync(peer));
        Assert.Equal((0, "three"), await TextAsync(peer));
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
        Assert.False(await _router.SendAsync(MessageOf("nobody", "x"), Cancellation));
        Assert.Equal(1, _router.Counters.DroppedMessages);

        using (await RawPeer.ConnectAsync(_router, "DEALER", "gone"))
        {
        }

        await Eventually.HoldsAsync(() => _router.PeerCount == 0, "the peer is gone");
        Assert.False(await _router.SendAsync(MessageOf("gone", "x"), Cancellation));
    }

    [Fact]
    public async Task A_message_to_a_router_needs_an_identity_and_a_frame()
    {
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(async () => await _router.SendAsync(MessageOf("only"), Cancellation));
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
            Assert.True(await _router.SendAsync(MessageOf("twin", "hello"), Cancellation));
            Assert.Equal((0, "hello"), await TextAsync(first));
        }

        await Eventually.HoldsAsync(() => _router.PeerCount == 0, "the first is gone");
        using RawPeer third = await RawPeer.ConnectAsync(_router, "DEALER", "twin");
        Assert.True(await _router.SendAsync(MessageOf("twin", "hello again"), Cancellation));
        Assert.Equal((0, "hello again"), await TextAsync(third));
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

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    public async Task A_ping_of_a_wrong_size_ends_the_connection(int size)
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        await peer.SendAsync(RawPeer.Command("PING", new byte[size]));
        await AssertBrokenAsync(peer, $"A PING has {size} bytes");
    }

    [Fact]
    public async Task An_unknown_command_is_ignored()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        await peer.SendAsync(RawPeer.Command("FUTURE", 1), RawPeer.Command("SUBSCRIBE"), RawPeer.Command("PONG"), RawPeer.Frame(0, 9));
        Assert.Equal([9], (await _router.ReceiveAsync(Cancellation)).Frames[1].ToArray());
    }

    [Theory]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue)]
    [InlineData((512UL << 20) + 1)]
    public async Task A_giant_frame_is_refused_before_it_comes(ulong length)
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        await peer.SendAsync(RawPeer.LongHeader(0, length));
        await AssertBrokenAsync(peer, $"A frame of {length} bytes");
    }

    [Fact]
    public async Task Memory_for_a_long_frame_comes_with_its_bytes()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        List<RawPeer> peers = [];
        for (int i = 0; i < 20; i++)
        {
            RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
            await peer.SendAsync(RawPeer.LongHeader(0, 500UL << 20), [1, 2, 3], RawPeer.Greeting("x"));
            peers.Add(peer);
        }

        // Twenty announcements of 500 MB would be 10 GB; other tests run beside this one.
        await Task.Delay(100, Cancellation);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2L << 30);
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task Frames_beyond_the_limits_end_the_connection()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { FrameBytes = 1000, MessageBytes = 1500, MessageFrames = 3 });
        using RawPeer atLimit = await RawPeer.ConnectAsync(router, "DEALER");
        await atLimit.SendAsync(RawPeer.Frame(ZmtpFrame.More, new byte[1000]), RawPeer.Frame(ZmtpFrame.More, new byte[500]), RawPeer.Frame(0));
        Assert.Equal(1500, (await router.ReceiveAsync(Cancellation)).Frames.Skip(1).Sum(frame => frame.Length));

        using RawPeer frame = await RawPeer.ConnectAsync(router, "DEALER");
        await frame.SendAsync(RawPeer.Frame(0, new byte[1001]));
        await AssertBrokenAsync(router, frame, "A frame of 1001 bytes is announced; at most 1000");

        using RawPeer message = await RawPeer.ConnectAsync(router, "DEALER");
        await message.SendAsync(RawPeer.Frame(ZmtpFrame.More, new byte[1000]), RawPeer.Frame(0, new byte[501]));
        await AssertBrokenAsync(router, message, "A frame of 501 bytes is announced; at most 500");

        using RawPeer many = await RawPeer.ConnectAsync(router, "DEALER");
        await many.SendAsync(RawPeer.Frame(ZmtpFrame.More), RawPeer.Frame(ZmtpFrame.More), RawPeer.Frame(ZmtpFrame.More), RawPeer.Frame(0));
        await AssertBrokenAsync(router, many, "more than 3 frames");
    }

    [Fact]
    public async Task A_cell_of_100_MB_passes_both_ways()
    {
        byte[] cell = new byte[100 << 20];
        Random.Shared.NextBytes(cell.AsSpan(0, 4096));
        cell.AsSpan(0, 4096).CopyTo(cell.AsSpan(cell.Length - 4096));
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        Task sending = peer.SendAsync(RawPeer.LongHeader(0, (ulong)cell.Length), cell);
        ZmtpMessage message = await _router.ReceiveAsync(Cancellation);
        await sending;
        Assert.True(message.Frames[1].Span.SequenceEqual(cell));

        Assert.True(await _router.SendAsync(message, Cancellation));
        Assert.True((await peer.ReceiveFrameAsync()).Body.AsSpan().SequenceEqual(cell));
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 2, 0, 0 })]
    [InlineData(new byte[] { 0, 10, 1, 2 })]
    [InlineData(new byte[] { 1, 1, 1 })]
    [InlineData(new byte[] { 1, 1, 1, 0, 5, 1 })]
    public async Task Half_a_message_is_not_delivered(byte[] half)
    {
        using (RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER"))
        {
            await peer.SendAsync(half);
        }

        await Eventually.HoldsAsync(() => _router.Counters.BrokenPeers == 1 && _router.PeerCount == 0, "the peer is gone");
        Assert.Contains("ended within", _router.Counters.LastProblem);
        using RawPeer whole = await RawPeer.ConnectAsync(_router, "DEALER", "whole");
        await whole.SendAsync(RawPeer.Frame(0, 1));
        Assert.Equal("whole"u8.ToArray(), (await _router.ReceiveAsync(Cancellation)).Frames[0].ToArray());
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
    public async Task Three_hundred_peers_come_and_go()
    {
        for (int i = 0; i < 300; i++)
        {
            using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER", $"peer {i}");
            await peer.SendAsync(RawPeer.Frame(0, (byte)i));
            ZmtpMessage message = await _router.ReceiveAsync(Cancellation);
            Assert.Equal($"peer {i}", Encoding.ASCII.GetString(message.Frames[0].Span));
        }

        await Eventually.HoldsAsync(() => _router.PeerCount == 0, "all are gone");
        Assert.Equal(0, _router.Counters.RefusedPeers + _router.Counters.BrokenPeers);
    }

    [Fact]
    public async Task A_hundred_peers_at_once_get_their_own_answers()
    {
        RawPeer[] peers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => RawPeer.ConnectAsync(_router, "DEALER", $"peer {i}")));
        await Task.WhenAll(peers.Select((peer, i) => peer.SendAsync(RawPeer.Frame(0, Encoding.ASCII.GetBytes($"peer {i}")))));
        for (int i = 0; i < peers.Length; i++)
        {
            ZmtpMessage message = await _router.ReceiveAsync(Cancellation);
            Assert.Equal(message.Frames[0].ToArray(), message.Frames[1].ToArray());
            Assert.True(await _router.SendAsync(message, Cancellation));
        }

        for (int i = 0; i < peers.Length; i++)
        {
            Assert.Equal((0, $"peer {i}"), await TextAsync(peers[i]));
            peers[i].Dispose();
        }
    }

    [Fact]
    public async Task A_peer_that_never_reads_is_disconnected_and_holds_nobody_up()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { OutgoingBytes = 1 << 20 });
        using RawPeer deaf = await RawPeer.ConnectAsync(router, "DEALER", "deaf");
        using RawPeer other = await RawPeer.ConnectAsync(router, "DEALER", "other");
        ZmtpMessage message = ZmtpMessage.Of("deaf"u8.ToArray(), new byte[100_000]);
        int sent = 0;
        while (await router.SendAsync(message, Cancellation))
        {
            // The system's own buffers take some megabytes.
            Assert.InRange(++sent, 0, 1000);
        }

        await Eventually.HoldsAsync(() => router.Counters.BrokenPeers == 1, "the deaf peer is disconnected");
        Assert.Contains("does not read", router.Counters.LastProblem);
        Assert.Equal(1, router.Counters.DroppedMessages);
        Assert.True(await router.SendAsync(MessageOf("other", "still here"), Cancellation));
        Assert.Equal((0, "still here"), await TextAsync(other));
        Assert.False(await router.SendAsync(message, Cancellation));
    }

    [Fact]
    public async Task What_nobody_takes_is_not_read_without_end()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { IncomingBytes = 1 << 20 });
        using RawPeer flood = await RawPeer.ConnectAsync(router, "DEALER", "flood");
        byte[] frame = RawPeer.Frame(0, new byte[100_000]);
        Task sending = flood.SendAsync([.. Enumerable.Repeat(frame, 500)]);
        using RawPeer other = await RawPeer.ConnectAsync(router, "DEALER", "other");
        await other.SendAsync(RawPeer.Frame(0, 1));
        await Task.Delay(200, Cancellation);
        Assert.False(sending.IsCompleted);

        int fromFlood = 0;
        int beforeOther = -1;
        while (fromFlood < 500 || beforeOther < 0)
        {
            if ((await router.ReceiveAsync(Cancellation)).Frames[0].Span.SequenceEqual("other"u8))
            {
                beforeOther = fromFlood;
            }
            else
            {
                fromFlood++;
            }
        }

        await sending;
        Assert.InRange(beforeOther, 0, 100);
    }

    [Fact]
    public async Task What_was_sent_before_the_socket_is_closed_still_arrives()
    {
        RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0");
        using RawPeer peer = await RawPeer.ConnectAsync(router, "DEALER", "p");
        byte[] body = new byte[5_000_000];
        Assert.True(await router.SendAsync(ZmtpMessage.Of("p"u8.ToArray(), body), Cancellation));
        Task closing = router.DisposeAsync().AsTask();
        Assert.Equal(body.Length, (await peer.ReceiveFrameAsync()).Body.Length);
        await closing;
        Assert.Empty(await peer.ReceiveUntilClosedAsync());
    }

    [Fact]
    public async Task A_peer_that_never_reads_does_not_keep_a_socket_from_closing()
    {
        RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { LingerTime = TimeSpan.FromMilliseconds(50) });
        using RawPeer deaf = await RawPeer.ConnectAsync(router, "DEALER", "deaf");
        Assert.True(await router.SendAsync(ZmtpMessage.Of("deaf"u8.ToArray(), new byte[50_000_000]), Cancellation));
        await router.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        Assert.Equal(0, router.PeerCount);
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
        Assert.False(await router.SendAsync(MessageOf("a", "b"), Cancellation));
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
            (byte flags, string first) = await TextAsync(peer);
            Assert.Equal(ZmtpFrame.More, flags);
            Assert.Equal((0, first), await TextAsync(peer));
            string[] parts = first.TrimEnd().Split(' ');
            Assert.Equal(next[int.Parse(parts[0])]++, int.Parse(parts[1]));
        }
    }

    private static void AssertSame(byte[] expected, ReadOnlyMemory<byte> actual) => Assert.True(actual.Span.SequenceEqual(expected));

    private static ZmtpMessage MessageOf(params string[] frames) => new([.. frames.Select(frame => (ReadOnlyMemory<byte>)Encoding.ASCII.GetBytes(frame))]);

    private static async Task<(byte Flags, string Body)> TextAsync(RawPeer peer)
    {
        (byte flags, byte[] body) = await peer.ReceiveFrameAsync();
        return (flags, Encoding.ASCII.GetString(body));
    }

    private Task AssertBrokenAsync(RawPeer peer, string why) => AssertBrokenAsync(_router, peer, why);

    private static async Task AssertBrokenAsync(RouterSocket router, RawPeer peer, string why)
    {
        await peer.ReceiveUntilClosedAsync();
        await Eventually.HoldsAsync(() => router.Counters.LastProblem?.Contains(why, StringComparison.Ordinal) == true, $"the peer is disconnected: {why}");
    }
}
