// Our kernel beside ipykernel under Jupyter's own client, and a notebook run from the command line beside nbconvert. In one run, round by round.
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SmileNotebooks.Host.Benchmarks.Kernels;

internal static class KernelComparison
{
    private const int Rounds = 5;
    private const string OurKernel = "bench-csharp";
    private const string Ipykernel = "python3";
    private const string Ours = "ours";
    private const string Peer = "ipykernel";
    private const string OursInNbconvert = "nbconvert, our kernel";
    private const string PeerInNbconvert = "nbconvert, ipykernel";

    private static readonly (string What, string Title, double Scale, string Unit)[] Measures =
    [
        ("ready", "from the start until the kernel answers", 1, "s"),
        ("first cell", "first cell", 1, "s"),
        ("trivial cell", "trivial cell, median of 299", 1000, "ms"),
        ("memory 1", "memory after 1 cell", 1, "MB"),
        ("memory 90", "memory after 90 cells", 1, "MB"),
        ("memory 300", "memory after 300 cells", 1, "MB"),
    ];

    private static string Script { get; } = Checkout.PathOf("bench", "notebook-host", "kernel_peer.py");

    private static string RoundsText { get; } = Rounds.ToString(CultureInfo.InvariantCulture);

    public static async Task<string> RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("bench").FullName;
        try
        {
            // Neither kernels nor histories of the user are touched.
            Environment.SetEnvironmentVariable("JUPYTER_PATH", Path.Combine(folder, "share", "jupyter"));
            Environment.SetEnvironmentVariable("IPYTHONDIR", Path.Combine(folder, "ipython"));
            Environment.SetEnvironmentVariable("XDG_DATA_HOME", Path.Combine(folder, "data"));
            Environment.SetEnvironmentVariable("XDG_STATE_HOME", Path.Combine(folder, "state"));
            await ChildProcess.OutputOfAsync(Smile, "kernel", "install", "--prefix", folder, "--name", OurKernel);
            StringBuilder text = new();
            text.AppendLine("## The kernel beside ipykernel, in one run").AppendLine();
            text.AppendLine($"Peers: {(await ChildProcess.OutputOfAsync(ChildProcess.Python, Script, "versions")).Trim()}.").AppendLine();
            await MeasureKernelsAsync(text);
            await MeasureHeadlessAsync(text, folder);
            return text.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Smile { get; } = Environment.GetEnvironmentVariable("SMILE_COMMAND") ?? Checkout.PathOf("smile");

    private static async Task MeasureKernelsAsync(StringBuilder text)
    {
        Measurements found = Measurements.Parse(await ChildProcess.OutputOfAsync(
            ChildProcess.Python, Script, "kernels", RoundsText, $"{Ours}={OurKernel}", $"{Peer}={Ipykernel}"));
        text.AppendLine("| | ours | ipykernel | ours / ipykernel |").AppendLine("|---|---|---|---|");
        foreach ((string what, string title, double scale, string unit) in Measures)
        {
            string format = unit == "s" ? "F2" : unit == "ms" ? "F1" : "F0";
            text.AppendLine($"| {title} | {(scale * found.MedianOf(Ours, what)).ToString(format, CultureInfo.InvariantCulture)} {unit} "
                + $"| {(scale * found.MedianOf(Peer, what)).ToString(format, CultureInfo.InvariantCulture)} {unit} | {found.RatioOf(Ours, Peer, what):F2} |");
        }
    }

    private static async Task MeasureHeadlessAsync(StringBuilder text, string folder)
    {
        string csharp = Path.Combine(folder, "csharp.ipynb");
        string python = Path.Combine(folder, "python.ipynb");
        await ChildProcess.OutputOfAsync(ChildProcess.Python, Script, "notebook", OurKernel, csharp);
        await ChildProcess.OutputOfAsync(ChildProcess.Python, Script, "notebook", Ipykernel, python);
        Measurements found = Measurements.Parse(await ChildProcess.OutputOfAsync(
            ChildProcess.Python, Script, "headless", RoundsText,
            Command(Ours, Smile, "run", csharp, "-o", Path.Combine(folder, "executed.ipynb")),
            Command(OursInNbconvert, [.. Nbconvert(csharp)]),
            Command(PeerInNbconvert, [.. Nbconvert(python)])));
        text.AppendLine().AppendLine("## A notebook of five cells from the command line, in one run").AppendLine();
        text.AppendLine("| `smile run` | `nbconvert --execute`, our kernel | `nbconvert --execute`, ipykernel | as fast as nbconvert with our kernel | with ipykernel |");
        text.AppendLine("|---|---|---|---|---|");
        text.AppendLine($"| {found.MedianOf(Ours, "headless"):F2} s | {found.MedianOf(OursInNbconvert, "headless"):F2} s | {found.MedianOf(PeerInNbconvert, "headless"):F2} s "
            + $"| {found.RatioOf(OursInNbconvert, Ours, "headless"):F1} times | {found.RatioOf(PeerInNbconvert, Ours, "headless"):F1} times |");
    }

    private static string Command(string name, params string[] words) => $"{name}={JsonSerializer.Serialize(words)}";

    private static IEnumerable<string> Nbconvert(string notebook) =>
        [ChildProcess.Python, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "executed-by-nbconvert", notebook];
}
