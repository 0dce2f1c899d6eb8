// The speed of SmileNotebooks, by itself and beside its peers. See bench/README.md.
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using SmileNotebooks.Benchmarks;
using SmileNotebooks.Benchmarks.SideBySide;

// libvips would decode on every core: all that is measured here has one thread.
Environment.SetEnvironmentVariable("VIPS_CONCURRENCY", "1");

switch (args)
{
    case ["peers"]:
        Console.WriteLine((await PeerComparison.RunAsync()).ToMarkdown());
        return 0;
    case ["report"]:
        string machine = MachineFacts.ToMarkdown();
        string sideBySide = (await PeerComparison.RunAsync()).ToMarkdown();
        Summary[] summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(["--filter", "*"], BenchmarkConfig.Create()).ToArray();
        ResultsPage.Write(machine, sideBySide, summaries);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, BenchmarkConfig.Create());
        return 0;
}
