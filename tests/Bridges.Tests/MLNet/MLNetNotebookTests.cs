// The trainers in our own notebook host, which is run as a program: it finds the assemblies of ML.NET and the native libraries of FastTree and LightGBM.
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Bridges.Tests.MLNet;

public sealed class MLNetNotebookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlnet-notebook-").FullName;

    [Fact]
    public async Task Notebook_13_runs_in_our_host_and_compares_all_six_trainers()
    {
        string executed = Path.Combine(_folder, "13.ipynb");
        ProcessStartInfo start = new("dotnet", ["exec", Repository.PathOf("artifacts", "bin", "SmileNotebooks.Cli", Configuration, "smile.dll"), "run", Repository.PathOf("notebooks", "13-mlnet.ipynb"), "-o", executed, "-p", "folds=2"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process smile = Process.Start(start)!;
        Task<string> output = smile.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string errors = await smile.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await smile.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(smile.ExitCode == 0, await output + errors);
        string text = string.Join('\n', JsonNode.Parse(await File.ReadAllTextAsync(executed, TestContext.Current.CancellationToken))!["cells"]!.AsArray()
            .SelectMany(cell => cell!["outputs"]?.AsArray() ?? []).Select(found => $"{found!["data"]?["text/plain"]}"));
        Assert.All(["elastic-net", "rbf", "mlnet-lbfgs", "mlnet-sdca", "mlnet-fasttree", "mlnet-lightgbm"], trainer => Assert.Contains($"genuine by {trainer}, ", text, StringComparison.Ordinal));
        Assert.Contains("Largest difference of a probability", text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Tests, library and command are built alike: artifacts/bin/PROJECT/CONFIGURATION.
    private static string Configuration => Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
}
