// The speed of the notebook host beside its peers. See bench/README.md.
using SmileNotebooks.Host.Benchmarks;
using SmileNotebooks.Host.Benchmarks.Kernels;
using SmileNotebooks.Host.Benchmarks.Zmtp;

switch (args)
{
    case ["zmtp"]:
        Console.WriteLine(await ZmtpComparison.RunAsync());
        return 0;
    case ["kernel"]:
        Console.WriteLine(await KernelComparison.RunAsync());
        return 0;
    case ["report"]:
        string machine = MachineFacts.ToMarkdown();
        HostResultsPage.Write(machine, [await KernelComparison.RunAsync(), await ZmtpComparison.RunAsync()]);
        return 0;
    case ["echo", string endpoint]:
        await EchoServer.RunAsync(endpoint);
        return 0;
    default:
        Console.Error.WriteLine("Usage: kernel | zmtp | report");
        return 2;
}
