// The speed of SmileNotebooks, by itself and beside its peers. See bench/README.md.
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Microsoft.ML.OnnxRuntime;
using SmileNotebooks.Benchmarks;
using SmileNotebooks.Benchmarks.SideBySide;
using SmileNotebooks.Benchmarks.Video;

// libvips would decode on every core: all that is measured here has one thread.
Environment.SetEnvironmentVariable("VIPS_CONCURRENCY", "1");

BenchmarkSwitcher benchmarks = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly);
try
{
    switch (args)
    {
        case ["peers"]:
            Console.WriteLine((await PeerComparison.RunAsync()).ToMarkdown());
            break;
        case ["video", "run", string work, string clip, string workers]:
            ClipRun.Here(work, clip, int.Parse(workers));
            break;
        case ["video", .. string[] rest]:
            await VideoReport.RunAsync(rest);
            break;
        case ["report"]:
            string machine = MachineFacts.ToMarkdown($"ONNX Runtime {OrtEnv.Instance().GetVersionString()}");
            string sideBySide = (await PeerComparison.RunAsync()).ToMarkdown();
            Summary[] summaries = [.. benchmarks.Run(["--filter", "*"], BenchmarkConfig.Create())];
            ResultsPage.Write(machine, sideBySide, summaries);
            break;
        default:
            benchmarks.Run(args, BenchmarkConfig.Create());
            break;
    }

    return 0;
}
catch (FileNotFoundException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}
