// The heartbeat says back what it hears, to every kind of peer.
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Zmtp;

public sealed class HeartbeatSocketTests
{
    [Theory]
    [InlineData("REQ")]
    [InlineData("DEALER")]
    [InlineData("ROUTER")]
    public async Task Whatever_comes_goes_back(string socketType)
    {
        await using HeartbeatSocket heartbeat = HeartbeatSocket.Bind("tcp://127.0.0.1:0");
        using RawPeer peer = await RawPeer.ConnectAsync(heartbeat, socketType);
        await peer.SendAsync(RawPeer.Frame(ZmtpFrame.More), RawPeer.Frame(ZmtpFrame.More, 1, 2), RawPeer.Frame(0, new byte[1000]));
        Assert.Equal((ZmtpFrame.More, 0), await FrameAsync(peer));
        Assert.Equal((ZmtpFrame.More, 2), await FrameAsync(peer));
        Assert.Equal((0, 1000), await FrameAsync(peer));
    }

    [Fact]
    public async Task A_peer_that_never_reads_is_disconnected()
    {
        await using HeartbeatSocket heartbeat = HeartbeatSocket.Bind("tcp://127.0.0.1:0", new ZmtpLimits { OutgoingBytes = 1 << 20 });
        using RawPeer deaf = await RawPeer.ConnectAsync(heartbeat, "DEALER");
        byte[] frame = RawPeer.Frame(0, new byte[100_000]);
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (int i = 0; i < 1000; i++)
            {
                await deaf.SendAsync(frame);
            }
        });
        await Eventually.HoldsAsync(() => heartbeat.PeerCount == 0, "it is disconnected");
        Assert.Contains("does not read", heartbeat.Counters.LastProblem);
        Assert.True(heartbeat.Counters.DroppedMessages > 0);
    }

    private static async Task<(byte Flags, int Length)> FrameAsync(RawPeer peer)
    {
        (byte flags, byte[] body) = await peer.ReceiveFrameAsync();
        return (flags, body.Length);
    }
}
