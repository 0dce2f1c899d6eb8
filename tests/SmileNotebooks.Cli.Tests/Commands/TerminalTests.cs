using System.Diagnostics;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

/// <summary>What a person at a terminal sees, and a program does not.</summary>
public sealed class TerminalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TerminalTests()
    {
        for (int i = 0; i < 9; i++)
        {
            _folder.Bytes($"in/{i}.png", Photos.Grey(8, 8));
        }

        _folder.Text("in/bad.png", "no picture");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_terminal_gets_a_progress_bar_and_problems_beside_it()
    {
        string seen = OnTerminal(200, "measure", _folder.File("in"));

        Assert.Contains("Measuring", seen, StringComparison.Ordinal);
        Assert.Contains("text that begins with \"no picture\"", seen, StringComparison.Ordinal);
        Assert.Contains("Yaw/pitch/roll", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_pictures_need_no_bar() =>
        Assert.DoesNotContain("Measuring", OnTerminal(200, "measure", _folder.File("in", "0.png")), StringComparison.Ordinal);

    [Fact]
    public void A_terminal_sees_the_progress_bar_of_a_cell_that_runs()
    {
        _folder.Text("slow.dib", "#!csharp\nforeach (var x in Enumerable.Range(0, 40).WithProgress(\"Reading faces\")) { System.Threading.Thread.Sleep(50); }");

        string seen = OnTerminal(200, "run", _folder.File("slow.dib"));

        Assert.Contains("slow.dib  1/1  Reading faces: [###", seen, StringComparison.Ordinal);
        Assert.Contains("ok: 1 cell in ", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_terminal_keeps_room_for_the_names_of_files()
    {
        string path = _folder.Bytes("a-name-of-30-letters-in-all.png", Photos.Grey(8, 8));

        string seen = OnTerminal(80, "measure", Path.GetFileName(path));

        Assert.Contains("│ a-name-of-30-letters-in-all.png │", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Yaw/pitch/roll", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_or_a_program_gets_no_bar_and_no_colours()
    {
        Ended ended = SmileProcess.Run("measure", _folder.File("in"));

        Assert.DoesNotContain("Measuring", ended.Output + ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ended.Output + ended.Error);
    }

    /// <summary>All that a terminal of so many columns shows.</summary>
    private string OnTerminal(int columns, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "script, which plays a terminal, is absent: apt-get install bsdutils");
        string command = string.Join(' ', ((string[])["stty", "cols", $"{columns};", "dotnet", "exec", SmileProcess.Dll, .. arguments]).Select(word => word.EndsWith(';') ? word : $"'{word}'"));
        using Process process = SmileProcess.Start("script", _folder.Path, new() { ["TERM"] = "xterm" }, ["--quiet", "--command", command, "/dev/null"]);
        return SmileProcess.End(process).Output;
    }
}
