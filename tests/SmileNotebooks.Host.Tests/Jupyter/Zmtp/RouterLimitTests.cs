// No peer of a router can hurt it or the others.
using System.Text;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Zmtp;

public sealed class RouterLimitTests : IAsyncDisposable
{
    private readonly RouterSocket _router = RouterSocket.Bind("tcp://127.0.0.1:0");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _router.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    public async Task A_ping_of_a_wrong_size_ends_the_connection(int size)
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        await peer.SendAsync(RawPeer.Command("PING", new byte[size]));
        await peer.AssertBrokenAsync(_router, $"A PING has {size} bytes");
    }

    [Theory]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue)]
    [InlineData((512UL << 20) + 1)]
    public async Task A_giant_frame_is_refused_before_it_comes(ulong length)
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_router, "DEALER");
        await peer.SendAsync(RawPeer.LongHeader(0, length));
        await peer.AssertBrokenAsync(_router, $"A frame of {length} bytes");
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
        await frame.AssertBrokenAsync(router, "A frame of 1001 bytes is announced; at most 1000");

        using RawPeer message = await RawPeer.ConnectAsync(router, "DEALER");
        await message.SendAsync(RawPeer.Frame(ZmtpFrame.More, new byte[1000]), RawPeer.Frame(0, new byte[501]));
        await message.AssertBrokenAsync(router, "A frame of 501 bytes is announced; at most 500");

        using RawPeer many = await RawPeer.ConnectAsync(router, "DEALER");
        await many.SendAsync(RawPeer.Frame(ZmtpFrame.More), RawPeer.Frame(ZmtpFrame.More), RawPeer.Frame(ZmtpFrame.More), RawPeer.Frame(0));
        await many.AssertBrokenAsync(router, "more than 3 frames");
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
            Assert.Equal((0, $"peer {i}"), await peers[i].ReceiveTextAsync());
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
        Assert.True(await router.SendAsync(RawPeer.Message("other", "still here"), Cancellation));
        Assert.Equal((0, "still here"), await other.ReceiveTextAsync());
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
    public async Task A_peer_that_never_reads_does_not_keep_a_socket_from_closing()
    {
        RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { LingerTime = TimeSpan.FromMilliseconds(50) });
        using RawPeer deaf = await RawPeer.ConnectAsync(router, "DEALER", "deaf");
        Assert.True(await router.SendAsync(ZmtpMessage.Of("deaf"u8.ToArray(), new byte[50_000_000]), Cancellation));
        await router.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        Assert.Equal(0, router.PeerCount);
    }
}
