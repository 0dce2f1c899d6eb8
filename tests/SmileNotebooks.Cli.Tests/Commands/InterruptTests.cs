using System.Diagnostics;
using System.Runtime.InteropServices;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class InterruptTests : IDisposable
{
    private const int Interrupt = 2;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ctrl_C_during_a_long_folder_ends_with_130_and_leaves_no_output()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are of Unix.");
        byte[] photo = File.ReadAllBytes(Photos.Astronaut);
        for (int i = 0; i < 400; i++)
        {
            _folder.Bytes($"in/{i:000}.png", photo);
        }

        string[] before = _folder.Files();
        using Process process = SmileProcess.Start(
            _folder.Path, [], "measure", _folder.File("in"), "--json", "-", "--csv", _folder.File("out.csv"), "--overlay", _folder.File("overlays"));
        Assert.NotNull(process.StandardOutput.ReadLine()); // the first picture is measured
        Assert.Equal(0, Kill(process.Id, Interrupt));
        Ended ended = SmileProcess.End(process);

        Assert.Equal(ExitCode.Interrupted, ended.ExitCode);
        Assert.Equal("smile: stopped.\n", ended.Error);
        string[] left = [.. _folder.Files().Except(before)];
        Assert.All(left, file => Assert.EndsWith(".overlay.png", file, StringComparison.Ordinal));
        Assert.InRange(ended.Output.Count(letter => letter == '\n'), 0, 398);
    }

    [Fact]
    public void Ctrl_C_during_a_cell_ends_with_130_and_writes_the_notebook_with_what_ran()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are of Unix.");
        string notebook = Endless();

        Ended ended = Interrupted("run", notebook, "-o", _folder.File("out.ipynb"), "--junit", _folder.File("cells.xml"));

        Assert.Equal((ExitCode.Interrupted, "smile: stopped.\n"), (ended.ExitCode, ended.Error));
        Assert.Matches(@"^stopped: 2 cells in .* -> .*out\.ipynb\n$", ended.Output);
        Assert.Equal("begun\n\nThe cell was interrupted.", SmallNotebook.OutputOf(_folder.File("out.ipynb")));
        Assert.Equal(["a.ipynb", "cells.xml", "out.ipynb", "started"], _folder.Files());
        Assert.Equal(2, File.ReadAllText(_folder.File("cells.xml")).Split("not reached: the run was stopped").Length - 1);
    }

    [Fact]
    public void Ctrl_C_while_publishing_leaves_the_earlier_report_and_nothing_half_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are of Unix.");
        string notebook = Endless();
        _folder.Text("out/a.html", "earlier");

        Ended ended = Interrupted("publish", notebook, notebook.Replace("a.ipynb", "b.ipynb", StringComparison.Ordinal), "--jobs", "1", "--out", _folder.File("out"));

        Assert.Equal((ExitCode.Interrupted, "smile: stopped.\n"), (ended.ExitCode, ended.Error));
        Assert.Equal(["a.ipynb", "out/a.html", "out/index.html", "started"], _folder.Files());
        Assert.Equal("earlier", File.ReadAllText(_folder.File("out", "a.html")));
    }

    private string Endless() => _folder.Text(
        "a.ipynb", SmallNotebook.With("int n = 0;", "Console.WriteLine(\"begun\");\nSystem.IO.File.WriteAllText(\"started\", \"\");\nwhile (true) n++;", "3"));

    /// <summary>Starts the command and sends Ctrl+C when the cell of <see cref="Endless"/> runs.</summary>
    private Ended Interrupted(params string[] arguments)
    {
        using Process process = SmileProcess.Start(_folder.Path, [], arguments);
        while (!File.Exists(_folder.File("started")) && !process.HasExited)
        {
            Thread.Sleep(20);
        }

        Assert.Equal(0, Kill(process.Id, Interrupt));
        return SmileProcess.End(process);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
