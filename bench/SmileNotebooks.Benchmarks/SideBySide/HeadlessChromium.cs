using System.Diagnostics;

namespace SmileNotebooks.Benchmarks.SideBySide;

/// <summary>A headless browser with one page and a profile of its own, which it leaves nothing of.</summary>
internal sealed class HeadlessChromium : IDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    // WebGL in software: both peers take their pictures through it.
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private readonly string _profile = Directory.CreateTempSubdirectory("smile-bench-").FullName;
    private readonly Process _process;

    public HeadlessChromium(string address)
    {
        string path = Find();
        Version = FirstLineOf(path, "--version");
        _process = Start(path, [$"--user-data-dir={_profile}", .. Flags, address]);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Name and version of the program.</summary>
    public string Version { get; }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        DeleteProfile();
    }

    /// <summary>Killed children of the browser may still be closing their files.</summary>
    private void DeleteProfile()
    {
        const int Attempts = 20;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(_profile, recursive: true);
                return;
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static string Find()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("No Chromium was found on the PATH (Debian: apt-get install chromium).");
    }

    private static string FirstLineOf(string path, string argument)
    {
        using Process asked = Start(path, [argument]);
        asked.BeginErrorReadLine();
        string? line = asked.StandardOutput.ReadLine();
        asked.WaitForExit();
        return line ?? "unknown";
    }

    private static Process Start(string path, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
