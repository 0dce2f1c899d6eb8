// Jupyter's own test of kernels, with samples for every feature that it can test.
using System.Text.RegularExpressions;

namespace SystemTests.Jupyter;

public sealed class KernelProtocolTests(InstalledKernel kernel, ITestOutputHelper output) : IClassFixture<InstalledKernel>
{
    [Fact]
    public async Task Jupyter_kernel_test_passes_whole()
    {
        string python = await Python.WithAsync(InstalledKernel.DebianPackages, "jupyter_kernel_test");

        PythonEnded ended = await Python.RunAsync(python, kernel.Variables, Repository.PathOf("tests", "SystemTests", "Jupyter", "kernel_test.py"), "--verbose");

        output.WriteLine(ended.Errors);
        ended.Succeeded();
        Assert.DoesNotContain("skipped", ended.Errors, StringComparison.Ordinal);
        Match ran = Regex.Match(ended.Errors, @"^Ran (\d+) tests", RegexOptions.Multiline);
        Assert.True(ran.Success && int.Parse(ran.Groups[1].Value) >= 12, ended.Errors);
    }
}
