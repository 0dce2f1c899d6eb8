// A publisher tells everyone who subscribed, and waits for nobody.
using System.Text;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Zmtp;

public sealed class PublishSocketTests : IAsyncDisposable
{
    private readonly PublishSocket _publisher = PublishSocket.Bind("tcp://127.0.0.1:0");

    public ValueTask DisposeAsync() => _publisher.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_peer_gets_what_begins_with_its_topics_until_it_cancels(bool byCommand)
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_publisher, "SUB");
        await SubscribeAsync(peer, "stream", byCommand);
        await SubscribeAsync(peer, "st", byCommand);
        await SubscribedAsync(2);
        Publish("status", "error", "stream", "s", "");
        Assert.Equal("status", await TextAsync(peer));
        Assert.Equal("stream", await TextAsync(peer));

        await CancelAsync(peer, "st", byCommand);
        await CancelAsync(peer, "never subscribed", byCommand);
        await SubscribedAsync(1);
        Publish("status", "stream.1");
        Assert.Equal("stream.1", await TextAsync(peer));
    }

    [Fact]
    public async Task A_topic_that_is_subscribed_twice_is_cancelled_twice()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_publisher, "XSUB");
        await SubscribeAsync(peer, "a", byCommand: false);
        await SubscribeAsync(peer, "a", byCommand: true);
        await SubscribedAsync(2);
        Publish("a1");
        Assert.Equal("a1", await TextAsync(peer));

        await CancelAsync(peer, "a", byCommand: true);
        await SubscribedAsync(1);
        Publish("a2");
        Assert.Equal("a2", await TextAsync(peer));

        await CancelAsync(peer, "a", byCommand: false);
        await SubscribedAsync(0);
        Publish("a3");
        await SubscribeAsync(peer, "", byCommand: false);
        await SubscribedAsync(1);
        Publish("b");
        Assert.Equal("b", await TextAsync(peer));
    }

    [Fact]
    public async Task The_empty_topic_gets_everything()
    {
        using RawPeer peer = await RawPeer.ConnectAsync(_publisher, "SUB");
        await SubscribeAsync(peer, "", byCommand: false);
        await SubscribedAsync(1);
        _publisher.Publish(ZmtpMessage.Of("topic"u8.ToArray(), ReadOnlyMemory<byte>.Empty, new byte[70_000]));
        Assert.Equal(5, (await peer.ReceiveFrameAsync()).Body.Length);
        Assert.Empty((await peer.ReceiveFrameAsync()).Body);
        (byte flags, byte[] last) = await peer.ReceiveFrameAsync();
        Assert.Equal((0, 70_000), (flags, last.Length));
    }

    [Fact]
    public async Task A_message_without_topic_goes_to_nobody_who_did_not_subscribe()
    {
        using RawPeer silent = await RawPeer.ConnectAsync(_publisher, "SUB");
        using RawPeer peer = await RawPeer.ConnectAsync(_publisher, "SUB");

        // Neither is a subscription: more than one frame, and a first octet of another meaning.
        await silent.SendAsync(RawPeer.Frame(ZmtpFrame.More, 1), RawPeer.Frame(0), RawPeer.Frame(0, 2, 65), RawPeer.Frame(0), RawPeer.Command("PING", 0, 0));
        Assert.Equal([4, .. "PONG"u8], (await silent.ReceiveFrameAsync()).Body);
        await SubscribeAsync(peer, "", byCommand: true);
        await SubscribedAsync(1);
        Publish("x");
        Assert.Equal("x", await TextAsync(peer));
        await silent.SendAsync(RawPeer.Command("PING", 0, 0));
        Assert.Equal([4, .. "PONG"u8], (await silent.ReceiveFrameAsync()).Body);
    }

    [Fact]
    public void A_message_needs_a_frame() => Assert.Throws<ArgumentException>(() => _publisher.Publish(ZmtpMessage.Of()));

    [Fact]
    public async Task A_peer_that_never_reads_loses_messages_which_are_counted_and_holds_nobody_up()
    {
        await using PublishSocket publisher = PublishSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { OutgoingBytes = 1 << 20 });
        using RawPeer deaf = await RawPeer.ConnectAsync(publisher, "SUB");
        using RawPeer other = await RawPeer.ConnectAsync(publisher, "SUB");
        await SubscribeAsync(deaf, "a", byCommand: false);
        await SubscribeAsync(other, "", byCommand: false);
        await Eventually.HoldsAsync(() => publisher.SubscriptionCount == 2, "both subscribed");
        ZmtpMessage message = ZmtpMessage.Of("a"u8.ToArray(), new byte[100_000]);
        int published = 0;
        for (; publisher.Counters.DroppedMessages < 10; published++)
        {
            Assert.InRange(published, 0, 1000);
            publisher.Publish(message);
            Assert.Equal("a", await TextAsync(other));
            Assert.Equal(100_000, (await other.ReceiveFrameAsync()).Body.Length);
        }

        // What was not dropped arrives, whole and no more of it.
        for (int i = 0; i < published - 10; i++)
        {
            Assert.Equal("a", await TextAsync(deaf));
            Assert.Equal(100_000, (await deaf.ReceiveFrameAsync()).Body.Length);
        }

        publisher.Publish(ZmtpMessage.Of("after"u8.ToArray()));
        Assert.Equal("after", await TextAsync(deaf));
        Assert.Equal(10, publisher.Counters.DroppedMessages);
    }

    [Fact]
    public async Task A_peer_with_too_many_subscriptions_is_disconnected()
    {
        await using PublishSocket publisher = PublishSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { Subscriptions = 3 });
        using RawPeer peer = await RawPeer.ConnectAsync(publisher, "SUB");
        for (int i = 0; i < 4; i++)
        {
            await SubscribeAsync(peer, $"topic {i}", byCommand: i % 2 == 0);
        }

        await peer.ReceiveUntilClosedAsync();
        await Eventually.HoldsAsync(() => publisher.PeerCount == 0 && publisher.SubscriptionCount == 0, "it is forgotten");
        Assert.Equal("A peer has more than 3 subscriptions.", publisher.Counters.LastProblem);
    }

    [Fact]
    public async Task A_hundred_subscribers_all_hear_it()
    {
        RawPeer[] peers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => RawPeer.ConnectAsync(_publisher, "SUB")));
        await Task.WhenAll(peers.Select(peer => SubscribeAsync(peer, "", byCommand: false)));
        await SubscribedAsync(100);
        Publish("hello");
        foreach (RawPeer peer in peers)
        {
            Assert.Equal("hello", await TextAsync(peer));
            peer.Dispose();
        }

        await SubscribedAsync(0);
        Publish("to nobody");
        Assert.Equal(0, _publisher.Counters.DroppedMessages);
    }

    private static Task SubscribeAsync(RawPeer peer, string topic, bool byCommand) =>
        peer.SendAsync(byCommand ? RawPeer.Command("SUBSCRIBE", Encoding.ASCII.GetBytes(topic)) : RawPeer.Frame(0, [1, .. Encoding.ASCII.GetBytes(topic)]));

    private static Task CancelAsync(RawPeer peer, string topic, bool byCommand) =>
        peer.SendAsync(byCommand ? RawPeer.Command("CANCEL", Encoding.ASCII.GetBytes(topic)) : RawPeer.Frame(0, [0, .. Encoding.ASCII.GetBytes(topic)]));

    private static async Task<string> TextAsync(RawPeer peer) => Encoding.ASCII.GetString((await peer.ReceiveFrameAsync()).Body);

    private Task SubscribedAsync(int count) => Eventually.HoldsAsync(() => _publisher.SubscriptionCount == count, $"there are {count} subscriptions");

    private void Publish(params string[] topics)
    {
        foreach (string topic in topics)
        {
            _publisher.Publish(ZmtpMessage.Of(Encoding.ASCII.GetBytes(topic)));
        }
    }
}
