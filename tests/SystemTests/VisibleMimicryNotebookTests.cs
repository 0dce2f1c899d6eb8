// The notebook of visible mimicry runs unchanged on the real recordings that its simulated ones imitate.
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class VisibleMimicryNotebookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-mimicry-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_parameter_leads_to_the_contrasts_of_the_real_recordings()
    {
        _ = SharedData.PathOf("data", "fmov");
        string executed = Path.Combine(_folder, "executed.ipynb");

        (string printed, int exitCode) = await SmileLauncher.RunAsync("run", "notebooks/02-visible-mimicry.ipynb", "-p", "data=../shared/data/fmov", "-o", executed);

        Assert.True(exitCode == 0, printed);
        string[] texts = [.. NotebookFile.Read(executed).Cells.SelectMany(cell => cell.Outputs).OfType<ResultOutput>().Select(output => $"{output.Data["text/plain"]}")];
        string contrasts = Assert.Single(texts, text => text.Contains("Contrasts\n", StringComparison.Ordinal));
        Assert.Contains("zygomaticus, Happy - Neutral: t(20) = 3.14, p = .005, dz = 0.69", contrasts, StringComparison.Ordinal);
        Assert.Contains("corrugator, Happy - Neutral: t(20) = -2.22, p = .038, dz = -0.48", contrasts, StringComparison.Ordinal);
        Assert.DoesNotContain("simulated", contrasts, StringComparison.Ordinal);
    }
}
