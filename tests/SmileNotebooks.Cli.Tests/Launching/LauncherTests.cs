// The launcher `smile`, in a copy of the checkout's outline whose build is played by a script: the real build is not touched.
using System.Diagnostics;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Launching;

public sealed class LauncherTests : IDisposable
{
    /// <summary>What the launcher itself uses, besides bash.</summary>
    private static readonly string[] Tools = ["bash", "env", "readlink", "dirname", "find", "cut", "paste", "touch", "mkdir", "mv", "cat", "flock", "sleep", "ls", "tail", "rm", "basename"];

    private readonly TemporaryFolder _folder = new();
    private readonly string _checkout;
    private readonly string _programs;

    public LauncherTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher is a bash script.");
        _checkout = Directory.CreateDirectory(_folder.File("my check out")).FullName;
        _programs = Directory.CreateDirectory(_folder.File("programs")).FullName;
        File.Copy(Repository.PathOf("smile"), Path.Combine(_checkout, "smile"));
        foreach (string part in (string[])["src/SmileNotebooks.Cli/Program.cs", "build/npm.proj", "Directory.Build.props", "Directory.Build.targets", "global.json", "package-lock.json"])
        {
            _folder.Text(Path.Combine("my check out", part), "");
        }

        foreach (string tool in Tools)
        {
            string? path = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(place => Path.Combine(place, tool)).FirstOrDefault(File.Exists);
            Assert.SkipUnless(path is not null, $"{tool} is absent.");
            File.CreateSymbolicLink(Path.Combine(_programs, tool), path);
        }

        Program("npm", "exit 1");
        Dotnet("10.0.100", build: "true");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_first_call_builds_and_the_next_does_not()
    {
        Ended first = Launch("measure", "a b.jpg");
        Ended second = Launch();

        Assert.Equal((0, $"ran smile.dll in {_checkout}: measure|a b.jpg\n"), (first.ExitCode, first.Output));
        Assert.Equal("smile: setting up (the first time takes about a minute) ...\n", first.Error);
        Assert.Equal((0, "", 1), (second.ExitCode, second.Error, Builds()));
    }

    [Theory]
    [InlineData("src/SmileNotebooks.Cli/Program.cs")]
    [InlineData("src/New.cs")]
    [InlineData("global.json")]
    [InlineData("package-lock.json")]
    public void A_changed_or_new_file_is_built(string file)
    {
        Launch();
        File.SetLastWriteTimeUtc(Path.Combine(_checkout, "artifacts", "smile.built"), DateTime.UtcNow.AddMinutes(-1));
        Assert.Equal(1, Builds());

        File.WriteAllText(Path.Combine(_checkout, file), "changed");
        Ended ended = Launch();

        Assert.Equal((0, "", 2), (ended.ExitCode, ended.Error, Builds()));
    }

    [Fact]
    public void A_missing_dotnet_is_one_sentence()
    {
        File.Delete(Path.Combine(_programs, "dotnet"));

        AssertFails("smile: the .NET 10 SDK was not found: install it from https://dotnet.microsoft.com/download, then try again.\n");
    }

    [Theory]
    [InlineData("8.0.404", "8.0.404")]
    [InlineData("8.0.404 9.0.100", "8.0.404 9.0.100")]
    [InlineData("110.0.100", "110.0.100")]
    [InlineData("", "none")]
    public void Another_SDK_is_one_sentence_that_says_which_there_is(string sdks, string named)
    {
        Dotnet(sdks, build: "true");

        AssertFails($"smile: the .NET 10 SDK was not found (there is: {named}): install it from https://dotnet.microsoft.com/download, then try again.\n");
    }

    [Fact]
    public void The_right_SDK_among_others_is_found()
    {
        Dotnet("8.0.404 10.0.300 11.0.100", build: "true");

        Assert.Equal(0, Launch().ExitCode);
    }

    [Fact]
    public void A_missing_npm_is_one_sentence()
    {
        File.Delete(Path.Combine(_programs, "npm"));

        AssertFails("smile: Node.js was not found: install version 20 or newer from https://nodejs.org (Debian: apt-get install nodejs npm), then try again.\n");
    }

    [Fact]
    public void A_command_that_is_built_runs_without_npm()
    {
        Launch();
        File.Delete(Path.Combine(_programs, "npm"));

        Assert.Equal(0, Launch().ExitCode);
    }

    [Fact]
    public void A_build_that_fails_shows_its_messages_and_is_tried_again()
    {
        Dotnet("10.0.100", build: "echo 'Program.cs(1): error CS1: no'; exit 1");
        Ended failed = Launch();
        Dotnet("10.0.100", build: "true");
        Ended built = Launch();

        Assert.Equal((3, ""), (failed.ExitCode, failed.Output));
        Assert.EndsWith(
            "Program.cs(1): error CS1: no\nsmile: the build failed; the messages are above and in artifacts/smile.build.log.\n", failed.Error, StringComparison.Ordinal);
        Assert.Equal(0, built.ExitCode);
    }

    [Fact]
    public void Two_first_calls_at_a_time_build_once_and_both_run()
    {
        Dotnet("10.0.100", build: "sleep 1");
        using Process one = Start(_checkout, Path.Combine(_checkout, "smile"), []);
        using Process two = Start(_checkout, Path.Combine(_checkout, "smile"), []);

        Assert.Equal((0, 0, 1), (SmileProcess.End(one).ExitCode, SmileProcess.End(two).ExitCode, Builds()));
    }

    [Fact]
    public void A_server_that_the_build_leaves_behind_does_not_hold_the_lock()
    {
        // As the compiler's server does, which lives for ten minutes.
        Dotnet("10.0.100", build: "sleep 60 >/dev/null 2>&1 & echo $! >\"$PROGRAMS/server\"");
        Launch();
        int server = int.Parse(File.ReadAllText(Path.Combine(_programs, "server")));
        try
        {
            using Process flock = Start(_checkout, "flock", ["--nonblock", Path.Combine(_checkout, "artifacts", "smile.lock"), "bash", "-c", ":"]);
            Assert.Equal(0, SmileProcess.End(flock).ExitCode);
        }
        finally
        {
            using Process left = Process.GetProcessById(server);
            left.Kill();
        }
    }

    [Fact]
    public void What_the_build_notes_is_said_once()
    {
        Dotnet("10.0.100", build: "echo 'smile: not compiled ahead of time.' >artifacts/command/1/note.txt");

        Ended first = Launch();
        Ended second = Launch();

        Assert.Equal("smile: setting up (the first time takes about a minute) ...\nsmile: not compiled ahead of time.\n", first.Error);
        Assert.Equal("", second.Error);
    }

    [Fact]
    public void A_build_that_makes_no_command_says_so()
    {
        Dotnet("10.0.100", build: "rm -rf artifacts/command");

        Ended ended = Launch();

        Assert.Equal((3, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("smile: the build made no ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_a_call_runs_from_outlives_later_builds_and_others_are_removed()
    {
        Dotnet("10.0.100", build: "true", run: "[ \"$1\" != wait ] || { touch \"$PROGRAMS/waiting\"; while [ ! -f \"$PROGRAMS/go\" ]; do sleep 0.05; done; }");
        BuildAs("used");
        using Process running = Start(_checkout, Path.Combine(_checkout, "smile"), ["wait"]);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Path.Combine(_programs, "waiting")), TimeSpan.FromSeconds(30)));

        foreach (string name in (string[])["unused", "before", "latest"])
        {
            BuildAs(name);
        }

        Assert.Equal(["before", "latest", "used"], CommandFolders());
        File.WriteAllText(Path.Combine(_programs, "go"), "");
        SmileProcess.End(running);
        BuildAs("later");
        Assert.Equal(["later", "latest"], CommandFolders());
    }

    [Fact]
    public void It_runs_through_a_link_and_from_another_folder()
    {
        string link = _folder.File("bin", "smile");
        File.CreateSymbolicLink(link, Path.Combine(_checkout, "smile"));
        using Process process = Start(_folder.Path, link, ["x"]);

        Ended ended = SmileProcess.End(process);

        Assert.Equal((0, $"ran smile.dll in {_checkout}: x\n"), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public void The_exit_code_is_that_of_the_command()
    {
        Launch();
        Program("dotnet", "exit 130");

        Assert.Equal(130, Launch().ExitCode);
    }

    /// <summary>A call after a change, whose build is installed under a name.</summary>
    private void BuildAs(string name)
    {
        string stamp = Path.Combine(_checkout, "artifacts", "smile.built");
        if (File.Exists(stamp))
        {
            File.SetLastWriteTimeUtc(stamp, DateTime.UtcNow.AddDays(-1));
        }

        using Process process = Start(_checkout, Path.Combine(_checkout, "smile"), [], name);
        Assert.Equal(0, SmileProcess.End(process).ExitCode);
    }

    private IEnumerable<string?> CommandFolders() =>
        Directory.EnumerateDirectories(Path.Combine(_checkout, "artifacts", "command")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private void AssertFails(string message)
    {
        Ended ended = Launch();

        Assert.Equal((3, "", message), (ended.ExitCode, ended.Output, ended.Error));
        Assert.Equal(0, Builds());
    }

    private Ended Launch(params string[] arguments)
    {
        using Process process = Start(_checkout, Path.Combine(_checkout, "smile"), arguments);
        return SmileProcess.End(process);
    }

    private Process Start(string from, string program, string[] arguments, string commandName = "1") =>
        SmileProcess.Start("/usr/bin/env", from, new() { ["PATH"] = _programs, ["PROGRAMS"] = _programs, ["COMMAND_NAME"] = commandName }, [program, .. arguments]);

    private int Builds() => File.Exists(Path.Combine(_programs, "builds")) ? File.ReadAllLines(Path.Combine(_programs, "builds")).Length : 0;

    /// <summary>A dotnet that lists SDKs, builds and runs by a line of script each, and says what it runs.</summary>
    private void Dotnet(string sdks, string build, string run = "true")
    {
        string list = string.Concat(sdks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(sdk => $"echo '{sdk} [/usr/share/dotnet/sdk]'; "));
        Program("dotnet", $$"""
            case "$1" in
            --list-sdks) {{list}}true ;;
            build) echo built >>"$PROGRAMS/builds"; name=${COMMAND_NAME:-1}; mkdir -p artifacts/command/$name node_modules
                touch artifacts/command/$name/smile.dll; echo $name >artifacts/command/current
                {{build}} ;;
            exec) dll=$2; shift 2; {{run}}; IFS='|'; echo "ran ${dll##*/} in $SMILE_ROOT: $*" ;;
            esac
            """);
    }

    private void Program(string name, string script)
    {
        string path = Path.Combine(_programs, name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
