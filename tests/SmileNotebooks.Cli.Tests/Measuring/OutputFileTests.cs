using SmileNotebooks.Cli.Measuring;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Measuring;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_appears_when_it_is_complete_and_not_before()
    {
        string path = _folder.File("out.csv");
        using (OutputFile file = new(path))
        {
            file.WriteLine("a");
            Assert.False(File.Exists(path));
            file.WriteLine("ü");
            file.Complete();
        }

        Assert.Equal("a\nü\n"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal(["out.csv"], _folder.Files());
    }

    [Fact]
    public void What_was_there_stays_when_the_work_is_given_up()
    {
        string path = _folder.Text("out.csv", "before");
        using (OutputFile file = new(path))
        {
            file.WriteLine("half");
        }

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal(["out.csv"], _folder.Files());
    }

    [Fact]
    public void A_link_is_written_through()
    {
        string target = _folder.Text("real/target.csv", "before");
        File.CreateSymbolicLink(_folder.File("link.csv"), target);
        using (OutputFile file = new(_folder.File("link.csv")))
        {
            file.WriteLine("after");
            file.Complete();
        }

        Assert.Equal("after\n", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(_folder.File("link.csv")).LinkTarget);
    }

    [Fact]
    public void A_folder_in_its_place_or_no_folder_to_lie_in_is_an_error_that_names_the_file()
    {
        string absent = Path.Combine(_folder.Path, "absent", "out.csv");

        Assert.Equal($"{_folder.Path}: cannot be written: there is a folder of that name.", Refused(_folder.Path));
        Assert.Equal($"{absent}: cannot be written: there is no folder {Path.Combine(_folder.Path, "absent")}.", Refused(absent));
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is of Linux.");
        using OutputFile file = new("/dev/full");
        file.WriteLine("a");

        CommandException error = Assert.Throws<CommandException>(file.Complete);

        Assert.StartsWith("/dev/full: cannot be written: No space left", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failure, error.ExitCode);
    }

    private static string Refused(string path)
    {
        CommandException error = Assert.Throws<CommandException>(() => new OutputFile(path));
        Assert.Equal(ExitCode.Failure, error.ExitCode);
        return error.Message;
    }
}
