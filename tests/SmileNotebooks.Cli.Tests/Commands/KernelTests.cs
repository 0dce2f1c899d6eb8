using System.Text.Json.Nodes;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class KernelTests : IDisposable
{
    private const string ForeignSpec = """{"argv":["dotnet-interactive","jupyter"],"display_name":".NET (C#)","language":"C#"}""";

    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    private string Kernels => Path.Combine(Data, "kernels");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Install_writes_a_kernel_that_Jupyter_can_start_from_anywhere()
    {
        Ended ended = Run("kernel", "install");

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal($"installed: .NET (C#) as .net-csharp in {Kernels}/.net-csharp\n", ended.Output);
        JsonNode spec = Spec($"{Kernels}/.net-csharp");
        string[] command = [.. spec["argv"]!.AsArray().Select(word => word!.ToString())];
        Assert.Equal(["exec", SmileProcess.Dll, "kernel", "run", "--connection-file", "{connection_file}"], command[1..]);
        Assert.True(Path.IsPathRooted(command[0]) && File.Exists(command[0]), command[0]);
        Assert.Equal(
            (".NET (C#)", "csharp", "message"),
            (spec["display_name"]!.ToString(), spec["language"]!.ToString(), spec["interrupt_mode"]!.ToString()));
        Assert.All(spec["env"]!.AsObject(), variable => Assert.Equal("DOTNET_ROOT", variable.Key));
        Assert.Equal(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], Directory.GetFiles($"{Kernels}/.net-csharp").Select(Path.GetFileName).Order());
    }

    [Fact]
    public void In_a_checkout_Jupyter_starts_the_launcher_which_finds_the_newest_build()
    {
        RunWith(new() { ["SMILE_ROOT"] = Repository.Root }, "kernel", "install");

        string launcher = Spec($"{Kernels}/.net-csharp")["argv"]![0]!.ToString();
        Assert.Equal(Repository.PathOf(OperatingSystem.IsWindows() ? "smile.cmd" : "smile"), launcher);
        Assert.True(File.Exists(launcher));
    }

    [Fact]
    public void Installed_again_it_replaces_itself()
    {
        Run("kernel", "install");
        Ended again = Run("kernel", "install", "--display-name", "C# here");

        Assert.Equal((ExitCode.Success, ""), (again.ExitCode, again.Error));
        Assert.Equal("C# here", Spec($"{Kernels}/.net-csharp")["display_name"]!.ToString());
        Assert.Single(Directory.GetDirectories(Kernels));
    }

    [Fact]
    public void A_kernel_of_that_name_that_is_not_ours_is_left_as_it_is()
    {
        _folder.Text("data/kernels/.net-csharp/kernel.json", ForeignSpec);

        Ended ended = Run("kernel", "install");

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Assert.Equal(
            $".net-csharp is another kernel ({Kernels}/.net-csharp), which is left as it is.\n"
            + $"installed: .NET (C#, SmileNotebooks) as smile-csharp in {Kernels}/smile-csharp\n",
            ended.Output);
        Assert.Equal(ForeignSpec, File.ReadAllText($"{Kernels}/.net-csharp/kernel.json"));
    }

    [Fact]
    public void A_kernel_of_that_name_elsewhere_in_Jupyters_path_is_not_hidden()
    {
        _folder.Text("else/kernels/.net-csharp/kernel.json", ForeignSpec);

        Ended ended = RunWith(new() { ["JUPYTER_PATH"] = _folder.File("else") }, "kernel", "install");

        Assert.Contains("installed: .NET (C#, SmileNotebooks) as smile-csharp", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ForeignSpec, ".NET (C#)")]
    [InlineData("no json", "mine")]
    public void A_name_that_was_asked_for_and_is_taken_is_refused(string spec, string shown)
    {
        _folder.Text("data/kernels/mine/kernel.json", spec);

        Ended ended = Run("kernel", "install", "--name", "mine");

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Equal($"smile: {Kernels}/mine holds another kernel ({shown}), which is left as it is: choose a name with --name.\n", ended.Error);
        Assert.Equal(spec, File.ReadAllText($"{Kernels}/mine/kernel.json"));
    }

    [Theory]
    [InlineData("--name", "a/b", "A kernel's name has letters, digits, '.', '-' and '_', found 'a/b'.")]
    [InlineData("--name", "", "A kernel's name has letters, digits, '.', '-' and '_', found ''.")]
    [InlineData("--prefix", "/no/such/folder", "--prefix: there is no folder /no/such/folder.")]
    public void What_cannot_be_a_name_or_a_place_is_refused(string option, string value, string message)
    {
        Ended ended = Run("kernel", "install", option, value);

        Assert.Equal((ExitCode.Usage, $"smile: {message}\n"), (ended.ExitCode, ended.Error));
        Assert.False(Directory.Exists(Kernels));
    }

    [Fact]
    public void A_prefix_is_an_environments_folder_and_not_the_users()
    {
        string prefix = Directory.CreateDirectory(_folder.File("env")).FullName;

        Ended both = Run("kernel", "install", "--user", "--prefix", prefix);
        Ended installed = Run("kernel", "install", "--prefix", prefix);
        Ended removed = Run("kernel", "uninstall", "--prefix", prefix);

        Assert.Equal((ExitCode.Usage, "smile: --user and --prefix are two places: give one of them.\n"), (both.ExitCode, both.Error));
        Assert.Equal($"installed: .NET (C#) as .net-csharp in {prefix}/share/jupyter/kernels/.net-csharp\n", installed.Output);
        Assert.Equal($"removed: .net-csharp from {prefix}/share/jupyter/kernels/.net-csharp\n", removed.Output);
        Assert.False(Directory.Exists(Kernels));
    }

    [Fact]
    public void Uninstall_takes_away_what_is_ours_and_nothing_else()
    {
        _folder.Text("data/kernels/.net-csharp/kernel.json", ForeignSpec);
        Run("kernel", "install");
        Run("kernel", "install", "--name", "second");

        Ended foreign = Run("kernel", "uninstall", "--name", ".net-csharp");
        Ended ended = Run("kernel", "uninstall");
        Ended again = Run("kernel", "uninstall");

        Assert.Equal((ExitCode.Failure, $"smile: {Kernels}/.net-csharp was installed by something else (.NET (C#)) and is left as it is.\n"), (foreign.ExitCode, foreign.Error));
        Assert.Equal($"removed: second from {Kernels}/second\nremoved: smile-csharp from {Kernels}/smile-csharp\n", ended.Output);
        Assert.Equal((ExitCode.Success, $"There is no kernel of this program in {Kernels}.\n"), (again.ExitCode, again.Output));
        Assert.True(File.Exists($"{Kernels}/.net-csharp/kernel.json"));
    }

    [Fact]
    public void List_names_ours_and_says_what_cannot_start_any_more()
    {
        Ended none = Run("kernel", "list");
        _folder.Text("data/kernels/other/kernel.json", ForeignSpec);
        _folder.Text("data/kernels/old/kernel.json", """{"argv":["/gone/smile","kernel","run"],"display_name":"Old","metadata":{"smile_notebooks":{}}}""");
        Run("kernel", "install");
        Ended list = Run("kernel", "list");

        Assert.Equal("The kernel is not installed. To install it: smile kernel install\n", none.Output);
        Assert.Equal(
            $".net-csharp  .NET (C#)  {Kernels}/.net-csharp\n"
            + $"old  Old  {Kernels}/old  cannot start: /gone/smile is gone; install it again\n",
            list.Output);
    }

    [Theory]
    [InlineData("{\"ip\": 3}")]
    [InlineData("no json")]
    public void What_is_no_connection_file_is_an_error_that_names_it(string content)
    {
        string file = _folder.Text("connection.json", content);

        Ended ended = Run("kernel", "run", "--connection-file", file);

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.StartsWith($"smile: {file}: ", ended.Error, StringComparison.Ordinal);
        Assert.Equal(2, ended.Error.Split(file).Length);
        Assert.DoesNotContain("should not happen", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Lab_installs_the_kernel_and_hands_path_and_further_arguments_to_JupyterLab()
    {
        Ended ended = RunWith(Programs("jupyter-lab", "jupyter-notebook"), "lab", _folder.Path, "--", "--no-browser", "--port", "9000");

        Assert.Equal((3, ""), (ended.ExitCode, ended.Error));
        Assert.Equal($"installed: .NET (C#) as .net-csharp in {Kernels}/.net-csharp\njupyter-lab {_folder.Path} --no-browser --port 9000\n", ended.Output);
    }

    [Fact]
    public void Lab_starts_the_classic_Notebook_where_there_is_no_Lab_and_installs_only_once()
    {
        Dictionary<string, string> programs = Programs("jupyter-notebook");
        RunWith(programs, "lab");

        Ended again = RunWith(programs, "lab", "--", "--no-browser");

        Assert.Equal("jupyter-notebook --no-browser\n", again.Output);
    }

    [Fact]
    public void Lab_says_how_to_get_a_Jupyter_where_there_is_none()
    {
        Ended ended = RunWith(Programs(), "lab");

        Assert.Equal(ExitCode.MissingSetup, ended.ExitCode);
        Assert.Equal("smile: There is no Jupyter on PATH: install it with `pip install jupyterlab` (Debian: apt-get install jupyter-notebook), then try again.\n", ended.Error);
        Assert.False(Directory.Exists(Kernels));
    }

    [Fact]
    public void Lab_opens_one_place_that_is_there()
    {
        Ended absent = RunWith(Programs("jupyter-lab"), "lab", _folder.File("absent"));
        Ended two = RunWith(Programs("jupyter-lab"), "lab", "a", "b");

        Assert.Equal((ExitCode.Failure, $"smile: There is no folder or notebook {_folder.File("absent")}.\n"), (absent.ExitCode, absent.Error));
        Assert.Equal((ExitCode.Usage, "smile: lab opens one folder or notebook, found 2: a, b. What is meant for Jupyter stands behind --.\n"), (two.ExitCode, two.Error));
    }

    private static JsonNode Spec(string folder) => JsonNode.Parse(File.ReadAllText($"{folder}/kernel.json"))!;

    /// <summary>A PATH with programs of these names, which say how they were called, and with dotnet.</summary>
    private Dictionary<string, string> Programs(params string[] names)
    {
        string programs = Directory.CreateDirectory(_folder.File("programs")).FullName;
        foreach (string name in names)
        {
            string file = _folder.Text($"programs/{name}", $"#!/bin/sh\necho {name} \"$@\"\nexit 3\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return new() { ["PATH"] = programs };
    }

    private Ended Run(params string[] arguments) => RunWith([], arguments);

    private Ended RunWith(Dictionary<string, string> environment, params string[] arguments)
    {
        Dictionary<string, string> own = new(environment) { ["JUPYTER_DATA_DIR"] = Data };
        own.TryAdd("JUPYTER_PATH", "");
        using System.Diagnostics.Process process = SmileProcess.Start("dotnet", _folder.Path, own, ["exec", SmileProcess.Dll, .. arguments]);
        return SmileProcess.End(process);
    }
}
