// Our sockets and native libzmq, measured by one client of libzmq in one run: a round gives every server a turn, each round begins with another.
using System.Globalization;
using System.Text;

namespace SmileNotebooks.Host.Benchmarks.Zmtp;

internal static class ZmtpComparison
{
    private const int Rounds = 12;
    private const string Ours = "ours";

    private static readonly (string What, string Title, string Unit, bool LessIsBetter)[] Measures =
    [
        ("round trip", "round trip of 100 bytes, REQ to ROUTER", "us", true),
        ("small messages", "echoed messages of 100 bytes, 1000 on their way", "messages/s", false),
        ("long messages", "echoed messages of 1 MiB, 2 on their way", "messages/s", false),
    ];

    public static async Task<string> RunAsync()
    {
        StringBuilder text = new();
        string script = Checkout.PathOf("bench", "notebook-host", "zmq_peer.py");
        text.AppendLine("## ZMTP beside native libzmq, in one run").AppendLine();
        text.AppendLine($"Peers: {(await ChildProcess.OutputOfAsync(ChildProcess.Python, script, "versions")).Trim()}. The client is the same for all.").AppendLine();
        text.AppendLine("| | transport | ours | libzmq, `zmq_proxy` | libzmq, Python loop | ours / proxy | ours / loop |").AppendLine("|---|---|---|---|---|---|---|");
        string folder = Directory.CreateTempSubdirectory("bench").FullName;
        try
        {
            await MeasureAsync(text, script, "tcp", _ => "tcp://127.0.0.1:0");
            await MeasureAsync(text, script, "ipc", name => $"ipc://{folder}/{name}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return text.ToString();
    }

    private static async Task MeasureAsync(StringBuilder text, string script, string transport, Func<string, string> endpointOf)
    {
        using ChildProcess proxy = ChildProcess.Start(ChildProcess.Python, script, "proxy", Bindable(endpointOf("proxy")));
        using ChildProcess loop = ChildProcess.Start(ChildProcess.Python, script, "loop", Bindable(endpointOf("loop")));
        using ChildProcess ours = ChildProcess.StartSelf("echo", endpointOf(Ours));
        string lines = await ChildProcess.OutputOfAsync(ChildProcess.Python, script, "measure", Rounds.ToString(CultureInfo.InvariantCulture),
            $"{Ours}={ours.FirstLine}", $"proxy={proxy.FirstLine}", $"loop={loop.FirstLine}");
        Measurements found = Measurements.Parse(lines);
        foreach ((string what, string title, string unit, bool lessIsBetter) in Measures)
        {
            string TimesAsFast(string peer) => $"{(lessIsBetter ? found.RatioOf(peer, Ours, what) : found.RatioOf(Ours, peer, what)):F2} times as fast";
            text.AppendLine($"| {title} | {transport} | {found.MedianOf(Ours, what):N0} {unit} | {found.MedianOf("proxy", what):N0} {unit} "
                + $"| {found.MedianOf("loop", what):N0} {unit} | {TimesAsFast("proxy")} | {TimesAsFast("loop")} |");
        }
    }

    /// <summary>libzmq's own word for a free port.</summary>
    private static string Bindable(string endpoint) => endpoint.EndsWith(":0", StringComparison.Ordinal) ? endpoint[..^1] + "*" : endpoint;
}
