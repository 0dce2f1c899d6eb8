// The connection file, which holds the key to run code.
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Wire;

public sealed class ConnectionInfoTests : IDisposable
{
    private const string Ports = "\"shell_port\":1,\"iopub_port\":2,\"stdin_port\":3,\"control_port\":4,\"hb_port\":5";

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("connection").FullName, "kernel.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void A_file_of_Jupyter_is_read()
    {
        File.WriteAllText(_path, $$"""
            { {{Ports}}, "ip": "127.0.0.1", "key": "secret", "transport": "tcp", "signature_scheme": "hmac-sha256", "kernel_name": ".net-csharp", "jupyter_session": "/x.ipynb" }
            """);
        ConnectionInfo info = ConnectionInfo.Read(_path);
        Assert.Equal(("tcp://127.0.0.1:1", "tcp://127.0.0.1:2", "tcp://127.0.0.1:3", "tcp://127.0.0.1:4", "tcp://127.0.0.1:5", "secret", ".net-csharp"),
            (info.ShellEndpoint, info.IopubEndpoint, info.StdinEndpoint, info.ControlEndpoint, info.HeartbeatEndpoint, info.Key, info.KernelName));
    }

    [Fact]
    public void Without_an_address_it_is_the_machine_itself()
    {
        File.WriteAllText(_path, $"{{{Ports}}}");
        ConnectionInfo info = ConnectionInfo.Read(_path);
        Assert.Equal(("tcp://127.0.0.1:1", ""), (info.ShellEndpoint, info.Key));
    }

    [Fact]
    public void Sockets_of_ipc_are_named_by_path_and_number()
    {
        File.WriteAllText(_path, $$"""{ {{Ports}}, "ip": "/run/user/kernel", "transport": "ipc" }""");
        Assert.Equal("ipc:///run/user/kernel-3", ConnectionInfo.Read(_path).StdinEndpoint);
    }

    [Fact]
    public void A_written_file_is_private_and_read_back()
    {
        ConnectionInfo info = new() { ShellPort = 1, IopubPort = 2, StdinPort = 3, ControlPort = 4, HeartbeatPort = 65535, Key = "k \"é\"", KernelName = "n", Ip = "::1" };
        File.WriteAllText(_path, "an old file that everybody may read");
        info.Write(_path);
        Assert.Equal(info, ConnectionInfo.Read(_path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_path)!));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_path));
        }
    }

    [Theory]
    [InlineData("", "malformed JSON")]
    [InlineData("[]", "malformed JSON")]
    [InlineData("{", "malformed JSON")]
    [InlineData("{}", "'shell_port' is nothing; expected a port of 0 to 65535")]
    [InlineData("{\"shell_port\":65536}", "'shell_port' is 65536; expected a port")]
    [InlineData("{\"shell_port\":\"1\"}", "'shell_port' is \"1\"; expected a port")]
    [InlineData("{\"shell_port\":1.5}", "'shell_port' is 1.5; expected a port")]
    [InlineData("{\"transport\":\"udp\"}", "'transport' is \"udp\"; expected tcp or ipc")]
    [InlineData("{\"ip\":7}", "'ip' is 7; expected a string")]
    [InlineData("{\"ip\":\"example.org\"}", "'ip' is \"example.org\"; expected an IP address, localhost or *")]
    [InlineData("{\"key\":\"k\",\"signature_scheme\":\"hmac-md5\"}", "'signature_scheme' is \"hmac-md5\"; expected hmac-sha256")]
    public void What_is_wrong_with_a_file_is_said(string json, string why)
    {
        File.WriteAllText(_path, json);
        InvalidDataException e = Assert.Throws<InvalidDataException>(() => ConnectionInfo.Read(_path));
        Assert.StartsWith($"{_path}: ", e.Message);
        Assert.Contains(why, e.Message);
    }

    [Fact]
    public void A_file_that_is_absent_is_named()
    {
        FileNotFoundException e = Assert.Throws<FileNotFoundException>(() => ConnectionInfo.Read(_path));
        Assert.Contains(_path, e.Message);
    }
}
