// Our sockets and libzmq, which every Jupyter front end speaks through.
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class ZmqInteropTests : IDisposable
{
    private const string Common = """
        import sys, zmq, os, time
        endpoint = sys.argv[1]
        context = zmq.Context()
        def connect(kind, **options):
            s = context.socket(kind)
            s.linger = 0
            s.rcvtimeo = 20000
            for name, value in options.items():
                setattr(s, name, value)
            s.connect(endpoint)
            return s

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zmq").FullName;

    public static TheoryData<string> Transports => ["tcp", "ipc"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_dealer_gets_its_messages_back_from_the_router(string transport)
    {
        await using RouterSocket router = RouterSocket.Bind(EndpointOf(transport));
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            d = connect(zmq.DEALER)
            for frames in ([b"a"], [b""], [b"", b"b"], [b"x" * 255], [b"x" * 256], [b"y" * i for i in range(300)]):
                d.send_multipart(frames)
                got = d.recv_multipart()
                assert got == frames, (frames, got)
            """);
        await router.DisposeAsync();
        await echo;
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_message_of_many_long_frames_arrives_whole(string transport)
    {
        await using RouterSocket router = RouterSocket.Bind(EndpointOf(transport));
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            d = connect(zmq.DEALER)
            frames = [os.urandom(1 << 20) for i in range(8)] + [b"", b"end"]
            d.send_multipart(frames)
            assert d.recv_multipart() == frames
            """);
        await router.DisposeAsync();
        await echo;
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_req_gets_its_heartbeat_back(string transport)
    {
        await using HeartbeatSocket heartbeat = HeartbeatSocket.Bind(EndpointOf(transport));
        await PythonAsync(heartbeat.Endpoint, """
            for kind in (zmq.REQ, zmq.DEALER):
                s = connect(kind)
                for i in range(10):
                    s.send(b"ping %d" % i)
                    assert s.recv() == b"ping %d" % i
            """);
    }

    private static async Task PythonAsync(string endpoint, string program) => await DebianPython.RunAsync(Common + program, endpoint);

    /// <summary>Sends every message back until the socket is closed.</summary>
    private static async Task EchoAsync(RouterSocket router)
    {
        try
        {
            while (true)
            {
                Assert.True(await router.SendAsync(await router.ReceiveAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
            }
        }
        catch (ObjectDisposedException)
        {
        }
    }

    private string EndpointOf(string transport) => transport == "tcp" ? "tcp://127.0.0.1:0" : $"ipc://{_folder}/kernel-1";
}
