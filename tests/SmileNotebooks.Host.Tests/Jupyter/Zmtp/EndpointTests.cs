// Where sockets are bound, and who can reach them there.
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Zmtp;

public sealed class EndpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zmtp").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Port_0_is_a_free_port()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0");
        await using PublishSocket publisher = PublishSocket.Bind("tcp://localhost:0");
        Assert.Matches("^tcp://127\\.0\\.0\\.1:[1-9][0-9]*$", router.Endpoint);
        Assert.Matches("^tcp://127\\.0\\.0\\.1:[1-9][0-9]*$", publisher.Endpoint);
        Assert.NotEqual(router.Endpoint, publisher.Endpoint);
    }

    [Fact]
    public async Task A_socket_on_127_0_0_1_is_reached_by_no_other_address_of_the_machine()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.1:0");
        IPEndPoint bound = IPEndPoint.Parse(new Uri(router.Endpoint).Authority);
        Assert.Equal(bound, Assert.Single(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), listener => listener.Port == bound.Port));

        using Socket other = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(async () => await other.ConnectAsync(IPAddress.Parse("127.0.0.2"), bound.Port, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_address_is_bound_where_it_is_asked_for()
    {
        await using RouterSocket router = RouterSocket.Bind("tcp://127.0.0.2:0");
        Assert.StartsWith("tcp://127.0.0.2:", router.Endpoint);
    }

    [Fact]
    public async Task A_port_can_be_bound_again_at_once()
    {
        RouterSocket first = RouterSocket.Bind("tcp://127.0.0.1:0");
        using RawPeer peer = await RawPeer.ConnectAsync(first, "DEALER");
        await first.DisposeAsync();
        await using RouterSocket second = RouterSocket.Bind(first.Endpoint);
        Assert.Equal(first.Endpoint, second.Endpoint);
    }

    [Theory]
    [InlineData("127.0.0.1:80")]
    [InlineData("udp://127.0.0.1:80")]
    [InlineData("tcp://127.0.0.1")]
    [InlineData("tcp://127.0.0.1:")]
    [InlineData("tcp://127.0.0.1:65536")]
    [InlineData("tcp://127.0.0.1:-1")]
    [InlineData("tcp://127.0.0.1:8o")]
    [InlineData("tcp://:80")]
    [InlineData("tcp://example.org:80")]
    [InlineData("ipc://")]
    [InlineData("")]
    public void What_is_no_endpoint_is_named(string endpoint)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => RouterSocket.Bind(endpoint));
        Assert.Contains($"'{endpoint}': expected ", e.Message);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        await using RouterSocket first = RouterSocket.Bind("tcp://127.0.0.1:0");
        IOException e = Assert.Throws<IOException>(() => RouterSocket.Bind(first.Endpoint));
        Assert.Contains($"{first.Endpoint} cannot be bound", e.Message);

        // An address of the documentation (RFC 5737), which no machine has.
        Assert.Contains("cannot be bound", Assert.Throws<IOException>(() => RouterSocket.Bind("tcp://192.0.2.1:0")).Message);
    }

    [Fact]
    public async Task The_file_of_an_ipc_socket_is_private_and_goes_with_it()
    {
        string path = Path.Combine(_folder, "kernel-1");
        RouterSocket router = RouterSocket.Bind($"ipc://{path}");
        Assert.Equal($"ipc://{path}", router.Endpoint);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        using RawPeer peer = await RawPeer.ConnectAsync(router, "DEALER");
        await router.DisposeAsync();
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_file_that_a_killed_process_left_is_replaced()
    {
        string path = Path.Combine(_folder, "kernel-1");
        using (Socket dead = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(path));

            // Disposing would remove the file, a kill does not: another name for it survives.
            File.Move(path, path + ".left");
        }

        File.Move(path + ".left", path);
        await using RouterSocket router = RouterSocket.Bind($"ipc://{path}");
        using RawPeer peer = await RawPeer.ConnectAsync(router, "DEALER");
    }

    [Fact]
    public async Task A_path_at_which_another_listens_is_not_taken_away()
    {
        string endpoint = $"ipc://{_folder}/kernel-1";
        await using RouterSocket first = RouterSocket.Bind(endpoint);
        IOException e = Assert.Throws<IOException>(() => RouterSocket.Bind(endpoint));
        Assert.Contains("another process listens", e.Message);
        using RawPeer peer = await RawPeer.ConnectAsync(first, "DEALER");
    }

    [Fact]
    public void A_file_that_is_no_socket_is_left_alone()
    {
        string path = Path.Combine(_folder, "notes.txt");
        File.WriteAllText(path, "");
        IOException e = Assert.Throws<IOException>(() => RouterSocket.Bind($"ipc://{path}"));
        Assert.Contains("no socket", e.Message);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_path_that_is_too_long_is_named()
    {
        IOException e = Assert.Throws<IOException>(() => RouterSocket.Bind($"ipc:///tmp/{new string('x', 200)}"));
        Assert.Contains("about 100 bytes", e.Message);
    }

    [Fact]
    public void A_folder_that_is_absent_is_named()
    {
        IOException e = Assert.Throws<IOException>(() => RouterSocket.Bind($"ipc://{_folder}/absent/kernel-1"));
        Assert.Contains($"ipc://{_folder}/absent/kernel-1 cannot be bound", e.Message);
    }
}
