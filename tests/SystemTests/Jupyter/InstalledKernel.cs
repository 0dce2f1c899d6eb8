// The kernel, installed for tests as a user installs it, in a Jupyter of its own: no file of the user's is read or written.
using System.Diagnostics;
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SystemTests.Jupyter;

/// <summary>A folder of Jupyter's data with our kernel in it.</summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    /// <summary>The Debian packages of the Jupyter programs that these tests drive.</summary>
    public const string DebianPackages = "jupyter-notebook python3-nbclient python3-nbconvert python3-jupyter-kernel-test";

    /// <summary>The kernel's name.</summary>
    public const string Name = ".net-csharp";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("smile-jupyter-");

    /// <summary>What a Jupyter program's environment needs to find this kernel and nothing of the user's.</summary>
    public Dictionary<string, string> Variables => new()
    {
        ["JUPYTER_PATH"] = Path.Combine(_folder.FullName, "prefix", "share", "jupyter"),
        ["JUPYTER_DATA_DIR"] = PathOf("data"),
        ["JUPYTER_CONFIG_DIR"] = PathOf("config"),
        ["JUPYTER_RUNTIME_DIR"] = PathOf("runtime"),
        ["JUPYTER_NO_CONFIG"] = "1",
        ["IPYTHONDIR"] = PathOf("ipython"),
        ["XDG_DATA_HOME"] = PathOf("share"),
        ["KERNEL_NAME"] = Name,
        ["PYTHONIOENCODING"] = "utf-8",
    };

    /// <summary>What `smile kernel install` printed.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>A notebook of this kernel with these code cells.</summary>
    public static NotebookDocument Notebook(params string[] cells) => new()
    {
        Cells = [.. cells.Select((code, at) => new NotebookCell { Id = $"cell-{at}", Kind = CellKind.Code, Source = code })],
        Metadata = new() { ["kernelspec"] = new JsonObject { ["name"] = Name, ["display_name"] = ".NET (C#)", ["language"] = "csharp" } },
    };

    /// <summary>A path in the tests' own folder; its folder exists.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(PathOf("prefix"));
        Printed = await SmileAsync("kernel", "install", "--prefix", PathOf("prefix"), "--name", Name);
    }

    /// <summary>Runs the checkout's command to its end.</summary>
    /// <param name="arguments">What stands behind <c>smile</c>.</param>
    /// <returns>What it printed; fails with that if it did not end well.</returns>
    public static async Task<string> SmileAsync(params string[] arguments)
    {
        ProcessStartInfo start = new(Repository.PathOf(OperatingSystem.IsWindows() ? "smile.cmd" : "smile"), arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process smile = Process.Start(start)!;
        Task<string> errors = smile.StandardError.ReadToEndAsync();
        string printed = await smile.StandardOutput.ReadToEndAsync() + await errors;
        await smile.WaitForExitAsync();
        Assert.True(smile.ExitCode == 0, printed);
        return printed;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
