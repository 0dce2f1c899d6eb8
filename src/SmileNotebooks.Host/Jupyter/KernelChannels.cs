// The kernel's five sockets, and how messages of its session come in and go out.
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class KernelChannels : IAsyncDisposable
{
    /// <summary>Whoever knocks without the key must not fill a disk with the log.</summary>
    private const int MostTold = 20;

    private readonly MessageCodec _codec;
    private readonly PublishSocket _outputs;
    private readonly HeartbeatSocket _heartbeat;
    private readonly TextWriter _log;
    private long _refused;

    /// <summary>Binds the sockets; a port of 0 becomes a free one.</summary>
    /// <exception cref="IOException">An address cannot be bound.</exception>
    public KernelChannels(ConnectionInfo connection, TextWriter log)
    {
        _log = log;
        _codec = new MessageCodec(connection.Key);
        Shell = RouterSocket.Bind(connection.ShellEndpoint);
        Control = RouterSocket.Bind(connection.ControlEndpoint);
        Stdin = RouterSocket.Bind(connection.StdinEndpoint);
        _outputs = PublishSocket.Bind(connection.IopubEndpoint);
        _heartbeat = HeartbeatSocket.Bind(connection.HeartbeatEndpoint);
    }

    public RouterSocket Shell { get; }

    public RouterSocket Control { get; }

    public RouterSocket Stdin { get; }

    /// <summary>The id of this kernel's session.</summary>
    public string Session { get; } = Guid.NewGuid().ToString();

    /// <summary>How many messages were dropped because they were not signed with the key, or were no messages.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>How many outputs a front end lost because it did not read them.</summary>
    public long LostOutputs => _outputs.Counters.DroppedMessages;

    /// <summary>The next message of a channel that is one and is signed; others are counted, told of and dropped.</summary>
    public async ValueTask<JupyterMessage> ReceiveAsync(RouterSocket channel, CancellationToken cancellation)
    {
        while (true)
        {
            ZmtpMessage received = await channel.ReceiveAsync(cancellation).ConfigureAwait(false);
            if (_codec.TryDecode(received, out JupyterMessage? message, out string? whyNot))
            {
                return message;
            }

            long count = Interlocked.Increment(ref _refused);
            if (count <= MostTold)
            {
                Log($"A message was dropped: {whyNot}{(count < MostTold ? "" : " Further ones are counted, but not told of.")}");
            }
        }
    }

    public async ValueTask SendAsync(RouterSocket channel, string type, JsonObject content, JupyterMessage parent, JsonObject? metadata = null)
    {
        if (!await TrySendAsync(channel, Header(type), content, parent, metadata).ConfigureAwait(false))
        {
            Log($"A {type} was not sent: whoever asked for it is gone.");
        }
    }

    /// <returns>False if the one who sent <paramref name="parent"/> is not connected to this channel.</returns>
    public async ValueTask<bool> TrySendAsync(RouterSocket channel, MessageHeader header, JsonObject content, JupyterMessage parent, JsonObject? metadata = null)
    {
        ZmtpMessage encoded = _codec.Encode(new JupyterMessage
        {
            Identities = parent.Identities,
            Header = header,
            ParentHeader = parent.Header,
            Metadata = metadata,
            Content = content,
        });
        return await channel.SendAsync(encoded, CancellationToken.None).ConfigureAwait(false);
    }

    public void Publish(string type, JsonObject content, MessageHeader? parent) => _outputs.Publish(_codec.Encode(new JupyterMessage
    {
        // What subscribers may filter by.
        Identities = [Encoding.UTF8.GetBytes($"kernel.{Session}.{type}")],
        Header = Header(type),
        ParentHeader = parent,
        Content = content,
    }));

    public MessageHeader Header(string type) => MessageHeader.Create(type, Session, "kernel");

    /// <summary>The connection with the ports that the sockets really have.</summary>
    public ConnectionInfo Bound(ConnectionInfo asked) => asked with
    {
        ShellPort = PortOf(Shell.Endpoint),
        ControlPort = PortOf(Control.Endpoint),
        StdinPort = PortOf(Stdin.Endpoint),
        IopubPort = PortOf(_outputs.Endpoint),
        HeartbeatPort = PortOf(_heartbeat.Endpoint),
    };

    public void Log(string line)
    {
        lock (_log)
        {
            _log.WriteLine(line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(
            Shell.DisposeAsync().AsTask(), Control.DisposeAsync().AsTask(), Stdin.DisposeAsync().AsTask(),
            _outputs.DisposeAsync().AsTask(), _heartbeat.DisposeAsync().AsTask()).ConfigureAwait(false);
        _codec.Dispose();
    }

    private static int PortOf(string endpoint) => int.Parse(endpoint[(endpoint.LastIndexOfAny([':', '-']) + 1)..], CultureInfo.InvariantCulture);
}
