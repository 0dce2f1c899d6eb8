using SmileNotebooks.Cli.Tests.Support;
using PictureFile = SmileNotebooks.Cli.Measuring.PictureFile;

namespace SmileNotebooks.Cli.Tests.Measuring;

public sealed class PictureFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_pictures_and_those_of_its_subfolders_in_the_order_of_their_paths()
    {
        foreach (string name in (string[])["b.JPG", "a.png", "sub/c.tiff", "sub/deep/d.webp", "e.gif", "notes.txt", "f.jpeg.bak"])
        {
            _folder.Text(name, "");
        }

        Assert.Equal(["a.png", "b.JPG", "e.gif", "sub/c.tiff", "sub/deep/d.webp"], Expand(_folder.Path).Select(file => file.Relative));
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_file_is_taken_whatever_its_name_and_missing_ones_are_left_to_who_reads_them()
    {
        string odd = _folder.Text("photo", "");

        Assert.Equal([odd, _folder.File("absent.jpg")], Expand(odd, _folder.File("absent.jpg")).Select(file => file.Path));
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_measured_once()
    {
        string photo = _folder.Text("a.png", "");

        Assert.Equal(photo, Assert.Single(Expand(photo, _folder.Path, photo)).Path);
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_folder_without_pictures_is_a_problem_that_says_what_was_looked_for()
    {
        _folder.Text("notes.txt", "");

        Assert.Empty(Expand(_folder.Path));
        Assert.Equal($"{_folder.Path}: no picture in this folder (looked for .jpg, .jpeg, .jpe, .png, .webp, .gif, .tif, .tiff, in subfolders too).", Assert.Single(_problems));
    }

    [Fact]
    public void Hidden_files_are_left_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names that begin with a dot are hidden on Unix.");
        _folder.Text("._a.png", "");
        _folder.Text(".thumbnails/a.png", "");
        _folder.Text("a.png", "");

        Assert.Equal("a.png", Assert.Single(Expand(_folder.Path)).Relative);
    }

    [Fact]
    public void A_link_that_leads_up_is_not_followed_and_one_that_leads_elsewhere_is()
    {
        using TemporaryFolder elsewhere = new();
        elsewhere.Text("b.png", "");
        _folder.Text("sub/a.png", "");
        Directory.CreateSymbolicLink(_folder.File("sub", "loop"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.File("more"), elsewhere.Path);

        Assert.Equal(["more/b.png", "sub/a.png"], Expand(_folder.Path).Select(file => file.Relative));
    }

    [Fact]
    public void Overlays_of_an_earlier_run_are_no_pictures_to_measure()
    {
        _folder.Text("a.png", "");
        _folder.Text("overlays/a.overlay.png", "");
        _folder.Text("b.overlay.png", "");

        Assert.Equal(["a.png", "b.overlay.png"], Expand(_folder.File("overlays"), _folder.Path).Select(file => file.Relative));

        List<PictureFile> Expand(string overlays, string path) => PictureFile.Expand([path], overlays, _problems.Add);
    }

    private List<PictureFile> Expand(params string[] paths) => PictureFile.Expand(paths, null, _problems.Add);
}
