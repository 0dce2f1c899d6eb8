using System.Diagnostics;

namespace SmileNotebooks.Cli.Testing;

/// <summary>Installs what is missing where it may (Debian, root), and says what to install where it may not.</summary>
internal static class TestProgramInstaller
{
    public static void InstallMissing()
    {
        List<TestProgram> missing = [.. TestProgram.All.Where(program => !program.IsInstalled())];
        if (missing.Count == 0)
        {
            return;
        }

        string packages = string.Join(' ', missing.Select(program => program.DebianPackage));
        if (!File.Exists("/usr/bin/apt-get") || Environment.UserName != "root")
        {
            foreach (TestProgram program in missing)
            {
                Console.Error.WriteLine($"smile: missing: {program.DebianPackage} ({program.Purpose}); its tests are skipped.");
            }

            Console.Error.WriteLine($"smile: on Debian, install with: sudo apt-get install {packages}");
            return;
        }

        Console.WriteLine($"Installing {packages} ...");
        Run("update", "-qq");
        Run(["install", "-y", "-qq", "--no-install-recommends", .. missing.Select(program => program.DebianPackage)]);
    }

    private static void Run(params string[] arguments)
    {
        ProcessStartInfo start = new("apt-get", arguments) { RedirectStandardOutput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new CommandException($"apt-get {string.Join(' ', arguments)} ended with exit code {process.ExitCode}. To run the tests without: smile test --no-install", ExitCode.MissingSetup);
        }
    }
}
