// The connection file: how front ends find a kernel (https://jupyter-client.readthedocs.io/en/latest/kernels.html#connection-files).
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Addresses and key of a kernel.</summary>
internal sealed record ConnectionInfo
{
    public const string HmacSha256 = "hmac-sha256";

    private const string Ipc = "ipc";
    private const string Loopback = "127.0.0.1";

    /// <summary><c>tcp</c> or <c>ipc</c>.</summary>
    public string Transport { get; init; } = "tcp";

    /// <summary>An IP address, or with ipc the path that the sockets' names begin with.</summary>
    public string Ip { get; init; } = Loopback;

    /// <summary>Empty: messages are not signed.</summary>
    public string Key { get; init; } = "";

    public int ShellPort { get; init; }

    public int IopubPort { get; init; }

    public int StdinPort { get; init; }

    public int ControlPort { get; init; }

    public int HeartbeatPort { get; init; }

    /// <summary>The kernelspec's name; empty if the file does not say.</summary>
    public string KernelName { get; init; } = "";

    public string ShellEndpoint => EndpointOf(ShellPort);

    public string IopubEndpoint => EndpointOf(IopubPort);

    public string StdinEndpoint => EndpointOf(StdinPort);

    public string ControlEndpoint => EndpointOf(ControlPort);

    public string HeartbeatEndpoint => EndpointOf(HeartbeatPort);

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no connection file; the message names file, field, found and expected.</exception>
    public static ConnectionInfo Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            JsonObject json = JsonBytes.Parse(bytes, "connection file");
            ConnectionFields fields = new(json);
            string transport = fields.OneOf("transport", "tcp", "tcp", Ipc);
            return new ConnectionInfo
            {
                Transport = transport,
                Ip = transport == Ipc ? fields.Text("ip", Loopback) : fields.Address("ip", Loopback),
                Key = CheckedKey(fields),
                ShellPort = fields.Port("shell_port"),
                IopubPort = fields.Port("iopub_port"),
                StdinPort = fields.Port("stdin_port"),
                ControlPort = fields.Port("control_port"),
                HeartbeatPort = fields.Port("hb_port"),
                KernelName = fields.Text("kernel_name", ""),
            };
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes the file so that only its owner can read it: whoever has the key can run code.</summary>
    public void Write(string path)
    {
        JsonObject json = new()
        {
            ["shell_port"] = ShellPort,
            ["iopub_port"] = IopubPort,
            ["stdin_port"] = StdinPort,
            ["control_port"] = ControlPort,
            ["hb_port"] = HeartbeatPort,
            ["ip"] = Ip,
            ["key"] = Key,
            ["transport"] = Transport,
            ["signature_scheme"] = HmacSha256,
            ["kernel_name"] = KernelName,
        };
        WholeFile.WritePrivate(path, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    private static string CheckedKey(ConnectionFields fields)
    {
        string key = fields.Text("key", "");
        if (key.Length > 0)
        {
            fields.OneOf("signature_scheme", HmacSha256, HmacSha256);
        }

        return key;
    }

    private string EndpointOf(int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{Transport}://{Ip}{(Transport == Ipc ? '-' : ':')}{port}");
}
