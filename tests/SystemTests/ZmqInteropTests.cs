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

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_hundred_thousand_messages_keep_their_order(string transport)
    {
        await using RouterSocket router = RouterSocket.Bind(EndpointOf(transport));
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            d = connect(zmq.DEALER, sndhwm=0, rcvhwm=0)
            for start in range(0, 100_000, 10_000):
                for i in range(start, start + 10_000):
                    d.send(b"%d" % i)
                for i in range(start, start + 10_000):
                    got = d.recv()
                    assert got == b"%d" % i, (got, i)
            """);
        await router.DisposeAsync();
        await echo;
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_peer_that_comes_back_with_its_identity_is_answered(string transport)
    {
        await using RouterSocket router = RouterSocket.Bind(EndpointOf(transport));
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            for i in range(20):
                d = connect(zmq.DEALER, identity=b"same")
                d.send(b"%d" % i)
                assert d.recv() == b"%d" % i
                d.close()
            """);
        await router.DisposeAsync();
        await echo;
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task The_second_peer_of_an_identity_gets_its_turn_when_the_first_is_gone(string transport)
    {
        await using RouterSocket router = RouterSocket.Bind(EndpointOf(transport));
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            first = connect(zmq.DEALER, identity=b"same")
            first.send(b"1")
            assert first.recv() == b"1"
            second = connect(zmq.DEALER, identity=b"same", reconnect_ivl=10)
            second.send(b"2")
            assert second.poll(300) == 0
            first.send(b"3")
            assert first.recv() == b"3"
            first.close()
            assert second.recv() == b"2"
            """);
        Assert.Contains("in use", router.Counters.LastProblem);
        await router.DisposeAsync();
        await echo;
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Subscribers_get_their_topics(string transport)
    {
        await using PublishSocket publisher = PublishSocket.Bind(EndpointOf(transport));
        Task<string> python = PythonAsync(publisher.Endpoint, """
            all, some = connect(zmq.SUB), connect(zmq.SUB)
            all.subscribe(b"")
            some.subscribe(b"kernel.1.stream")
            some.subscribe(b"other")
            some.unsubscribe(b"other")
            assert all.recv_multipart() == [b"kernel.1.status", b"", b"busy"]
            assert all.recv_multipart() == [b"other"]
            assert all.recv_multipart() == [b"kernel.1.stream", b"x" * 100000]
            assert some.recv_multipart() == [b"kernel.1.stream", b"x" * 100000]
            print("all heard")
            """);

        // The subscription that is taken back may be seen or not.
        using CancellationTokenSource late = new(TimeSpan.FromSeconds(20));
        while (publisher.SubscriptionCount < 2 || publisher.PeerCount < 2)
        {
            await Task.Delay(50, late.Token);
        }

        await Task.Delay(200, late.Token);
        publisher.Publish(ZmtpMessage.Of("kernel.1.status"u8.ToArray(), ReadOnlyMemory<byte>.Empty, "busy"u8.ToArray()));
        publisher.Publish(ZmtpMessage.Of("other"u8.ToArray()));
        publisher.Publish(ZmtpMessage.Of("kernel.1.stream"u8.ToArray(), Enumerable.Repeat((byte)'x', 100_000).ToArray()));
        Assert.Equal("all heard", (await python).Trim());
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task The_heartbeats_of_libzmq_keep_an_idle_connection(string transport)
    {
        await using RouterSocket router = RouterSocket.Bind(EndpointOf(transport));
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            from zmq.utils.monitor import recv_monitor_message
            d = context.socket(zmq.DEALER)
            d.linger = 0
            d.rcvtimeo = 20000
            d.heartbeat_ivl, d.heartbeat_timeout, d.heartbeat_ttl = 20, 2000, 3000
            monitor = d.get_monitor_socket(zmq.EVENT_DISCONNECTED)
            d.connect(endpoint)
            for i in range(10):
                d.send(b"%d" % i)
                assert d.recv() == b"%d" % i
                time.sleep(0.05)
            assert monitor.poll(0) == 0, recv_monitor_message(monitor)
            """);
        Assert.Equal(0, router.Counters.RefusedPeers);
        await router.DisposeAsync();
        await echo;
    }

    [Fact]
    public async Task A_socket_that_does_not_fit_is_refused_and_does_not_disturb()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0");
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            s = connect(zmq.SUB)
            s.subscribe(b"")
            assert s.poll(200) == 0
            d = connect(zmq.DEALER)
            d.send(b"x")
            assert d.recv() == b"x"
            """);
        Assert.Equal(1, router.Counters.RefusedPeers);
        Assert.Contains("SUB", router.Counters.LastProblem);
        await router.DisposeAsync();
        await echo;
    }

    [Fact]
    public async Task PLAIN_and_CURVE_get_nowhere()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0");
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            p = connect(zmq.DEALER, plain_username=b"u", plain_password=b"p")
            p.send(b"never")
            public, secret = zmq.curve_keypair()
            c = connect(zmq.DEALER, curve_serverkey=public, curve_publickey=public, curve_secretkey=secret)
            c.send(b"never")
            assert p.poll(300) == 0 and c.poll(0) == 0
            d = connect(zmq.DEALER)
            d.send(b"x")
            assert d.recv() == b"x"
            """);
        Assert.True(router.Counters.RefusedPeers >= 2);
        await router.DisposeAsync();
        await echo;
    }

    [Fact]
    public async Task A_hundred_peers_of_libzmq_at_once()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0");
        Task echo = EchoAsync(router);
        await PythonAsync(router.Endpoint, """
            peers = [connect(zmq.DEALER) for i in range(100)]
            for i, d in enumerate(peers):
                d.send(b"%d" % i)
            for i, d in enumerate(peers):
                assert d.recv() == b"%d" % i
            """);
        await router.DisposeAsync();
        await echo;
    }

    [Fact]
    public async Task Python_reads_halves_of_surrogate_pairs_that_we_write()
    {
        using MessageCodec codec = new("");
        ZmtpMessage frames = codec.Encode(new JupyterMessage
        {
            Header = MessageHeader.Create("stream", "s", "u"),
            Content = new System.Text.Json.Nodes.JsonObject { ["text"] = "a\ud800b 😀" },
        });
        string json = System.Text.Encoding.UTF8.GetString(frames.Frames[5].Span);
        string python = await Python.WithAsync("python3", "json");
        PythonEnded ended = await Python.RunAsync(python, [], "-c", "import sys, json; print(ascii(json.loads(sys.argv[1])['text']))", json);
        Assert.Equal(@"'a\ufffdb \U0001f600'", ended.Succeeded().Output.Trim());
    }

    /// <returns>What the program printed.</returns>
    private static async Task<string> PythonAsync(string endpoint, string program)
    {
        string python = await Python.WithAsync("python3-zmq", "zmq");
        return (await Python.RunAsync(python, [], "-c", Common + program, endpoint)).Succeeded().Output;
    }

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
