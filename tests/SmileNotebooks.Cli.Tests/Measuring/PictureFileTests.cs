using SmileNotebooks.Cli.Tests.Support;
using PictureFile = SmileNotebooks.Cli.Measuring.PictureFile;

namespace SmileNotebooks.Cli.Tests.Measuring;

public sealed class PictureFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> problems = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_gives_its_pictures_and_those_of_its_subfolders_in_the_order_of_their_paths()
    {
        foreach (string name in (string[])["b.JPG", "a.png", "sub/c.tiff", "sub/deep/d.webp", "e.gif", "notes.txt", "f.jpeg.bak"])
        {
            folder.Text(name, "");
        }

        Assert.Equal(["a.png", "b.JPG", "e.gif", "sub/c.tiff", "sub/deep/d.webp"], Expand(folder.Path).Select(file => file.Relative));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_file_is_taken_whatever_its_name_and_missing_ones_are_left_to_who_reads_them()
    {
        string odd = folder.Text("photo", "");

        Assert.Equal([odd, folder.File("absent.jpg")], Expand(odd, folder.File("absent.jpg")).Select(file => file.Path));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_measured_once()
    {
        string photo = folder.Text("a.png", "");

        Assert.Equal(photo, Assert.Single(Expand(photo, folder.Path, photo)).Path);
        Assert.Empty(problems);
    }

    [Fact]
    public void A_folder_without_pictures_is_a_problem_that_says_what_was_looked_for()
    {
        folder.Text("notes.txt", "");

        Assert.Empty(Expand(folder.Path));
        Assert.Equal($"{folder.Path}: no picture in this folder (looked for .jpg, .jpeg, .jpe, .png, .webp, .gif, .tif, .tiff, in subfolders too).", Assert.Single(problems));
    }

    [Fact]
    public void Hidden_files_are_left_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names that begin with a dot are hidden on Unix.");
        folder.Text("._a.png", "");
        folder.Text(".thumbnails/a.png", "");
        folder.Text("a.png", "");

        Assert.Equal("a.png", Assert.Single(Expand(folder.Path)).Relative);
    }

    [Fact]
    public void A_link_that_leads_up_is_not_followed_and_one_that_leads_elsewhere_is()
    {
        using TemporaryFolder elsewhere = new();
        elsewhere.Text("b.png", "");
        folder.Text("sub/a.png", "");
        Directory.CreateSymbolicLink(folder.File("sub", "loop"), folder.Path);
        Directory.CreateSymbolicLink(folder.File("more"), elsewhere.Path);

        Assert.Equal(["more/b.png", "sub/a.png"], Expand(folder.Path).Select(file => file.Relative));
    }

    [Fact]
    public void Overlays_of_an_earlier_run_are_no_pictures_to_measure()
    {
        folder.Text("a.png", "");
        folder.Text("overlays/a.overlay.png", "");
        folder.Text("b.overlay.png", "");

        Assert.Equal(["a.png", "b.overlay.png"], Expand(folder.File("overlays"), folder.Path).Select(file => file.Relative));

        List<PictureFile> Expand(string overlays, string path) => PictureFile.Expand([path], overlays, problems.Add);
    }

    private List<PictureFile> Expand(params string[] paths) => PictureFile.Expand(paths, null, problems.Add);
}
