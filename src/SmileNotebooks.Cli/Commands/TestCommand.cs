using System.CommandLine;
using System.Diagnostics;
using SmileNotebooks.Cli.Testing;

namespace SmileNotebooks.Cli.Commands;

/// <summary><c>smile test</c>: sets up the test programs, builds everything, and runs all tests.</summary>
internal static class TestCommand
{
    private const string Solution = "SmileNotebooks.sln";

    public static Command Create()
    {
        Option<string?> filter = new("--filter") { Description = "Only tests whose full name contains this.", HelpName = "TEXT" };
        Option<bool> noInstall = new("--no-install") { Description = "Install no program; tests that need a missing one are skipped." };
        Command command = new("test", "Installs what the tests need, builds everything, and runs all tests.") { filter, noInstall };
        command.SetAction(parsed => Run(parsed.GetValue(filter), parsed.GetValue(noInstall)));
        return command;
    }

    private static int Run(string? filter, bool noInstall)
    {
        if (!noInstall)
        {
            TestProgramInstaller.InstallMissing();
        }

        string root = ProjectFolder.Root;
        Console.WriteLine("Building ...");
        if (Dotnet(root, "build", Solution, "-c", "Release", "--nologo", "-v", "quiet") != 0)
        {
            throw new CommandException("the build failed; the messages are above.", ExitCode.Failure);
        }

        string results = Path.Combine(root, "artifacts", "test-results");
        Directory.CreateDirectory(results);
        TestSummary total = new(0, 0, []);
        foreach (string project in TestProjects.Of(Path.Combine(root, Solution)))
        {
            total += RunProject(root, project, results, filter);
        }

        return Report(total);
    }

    private static TestSummary RunProject(string root, string name, string results, string? filter)
    {
        Console.WriteLine($"{name} ...");
        string report = Path.Combine(results, $"{name}.trx");
        File.Delete(report);
        string dll = Path.Combine(root, "artifacts", "bin", name, "release", $"{name}.dll");
        string[] only = filter is null ? [] : ["-method", $"*{filter}*"];
        int exitCode = Dotnet(root, ["exec", dll, "-noLogo", "-noColor", "-trx", report, .. only]);
        if (!File.Exists(report))
        {
            Console.Error.WriteLine($"smile: {name} ended with exit code {exitCode} and left no report.");
            return new TestSummary(0, 1, []);
        }

        TestSummary summary = TestSummary.Read(report);

        // A runner that crashed after its report, or failed outside a test, is a failure too.
        return exitCode != 0 && summary.Failed == 0 ? summary with { Failed = 1 } : summary;
    }

    private static int Report(TestSummary total)
    {
        foreach (IGrouping<string, (string Test, string Reason)> group in total.Skipped.GroupBy(skip => skip.Reason))
        {
            Console.WriteLine($"skipped {group.Count()}: {group.Key}");
        }

        int failed = total.Failed;
        bool isCi = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        if (isCi)
        {
            foreach ((string test, string reason) in total.UnacceptedSkips)
            {
                Console.Error.WriteLine($"smile: {test} was skipped ({reason}); in CI that is a failure.");
                failed++;
            }
        }

        Console.WriteLine($"{total.Passed} passed, {failed} failed, {total.Skipped.Count} skipped");
        return failed == 0 && total.Passed > 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static int Dotnet(string folder, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
