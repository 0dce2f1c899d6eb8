using System.Runtime.InteropServices;
using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

public class PictureErrorTests
{
    [Fact]
    public void A_missing_file_is_an_error_that_names_it()
    {
        using TemporaryFolder folder = new();

        AssertFails(folder.File("absent.jpg"), "no such file");
        AssertFails(folder.File("absent/absent.jpg"), "no such file");
    }

    [Fact]
    public void A_folder_is_an_error_that_names_it()
    {
        using TemporaryFolder folder = new();

        AssertFails(folder.Path, "a folder");
    }

    [Fact]
    public void An_empty_file_is_an_error_that_names_it()
    {
        using TemporaryFolder folder = new();

        AssertFails(folder.File("empty.png", []), "empty");
    }

    [Fact]
    public void Text_named_jpg_is_an_error_that_shows_the_text()
    {
        using TemporaryFolder folder = new();

        AssertFails(folder.File("notes.jpg", "Dear diary,\nto-day"u8.ToArray()), "text that begins with \"Dear diary,\"");
    }

    [Fact]
    public void An_unknown_format_is_an_error_that_shows_the_first_bytes()
    {
        using TemporaryFolder folder = new();

        PictureException error = AssertFails(folder.File("data.png", [0, 1, 2, 0xFE, 4, 5, 6, 7, 8, 9]), "000102FE04050607");
        Assert.Equal("a JPEG, PNG, WebP, GIF or TIFF picture", error.Expected);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("P6 1 1 255 abc")]
    public void Formats_that_libvips_knows_but_we_do_not_promise_are_refused(string content)
    {
        using TemporaryFolder folder = new();

        AssertFails(folder.File("picture.png", System.Text.Encoding.ASCII.GetBytes(content)), "text that begins with");
    }

    public static TheoryData<string, double> Truncations
    {
        get
        {
            TheoryData<string, double> data = [];
            foreach (string name in (string[])["subsampled.jpg", "progressive.jpg", "rgba.png", "alpha.webp", "lossy.webp", "two-frames.gif", "rgb.tif", "float-rgb.tif"])
            {
                foreach (double kept in (double[])[0.15, 0.4, 0.8])
                {
                    data.Add(name, kept);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Truncations))]
    public void A_truncated_picture_is_an_error_that_names_the_file(string name, double kept)
    {
        using TemporaryFolder folder = new();
        byte[] bytes = File.ReadAllBytes(TestPictures.Oracle(name));

        // A GIF or TIFF whose first picture is whole may miss the rest: what is cut here is within it.
        string path = folder.File(name, bytes[..(int)(bytes.Length * kept * (name == "two-frames.gif" ? 0.5 : 1))]);

        AssertFails(path, "cut short or damaged");
    }

    [Fact]
    public void A_JPEG_that_lacks_its_last_rows_is_an_error_and_not_a_half_grey_picture()
    {
        using TemporaryFolder folder = new();
        byte[] bytes = TestPictures.Noise(200, 150, seed: 1).Encode(PictureFormat.Jpeg);

        foreach (int cut in (int[])[2, 3, 50, bytes.Length / 2])
        {
            AssertFails(folder.File("cut.jpg", bytes[..^cut]), "cut short or damaged");
        }
    }

    [Fact]
    public void Flipped_bytes_give_a_picture_or_a_PictureException_and_nothing_else()
    {
        Random random = new(7);
        foreach (string name in (string[])["subsampled.jpg", "palette.png", "lossy.webp", "two-frames.gif", "rgb.tif", "float-rgb.tif", "adobe-rgb.png", "orientation-6.jpg"])
        {
            byte[] bytes = File.ReadAllBytes(TestPictures.Oracle(name));
            for (int round = 0; round < 60; round++)
            {
                byte[] damaged = [.. bytes];
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                Exception? error = Record.Exception(() => Picture.Decode(damaged, name));
                Assert.True(error is null or PictureException, $"{name}, round {round}: {error}");
            }
        }
    }

    [Fact]
    public void Samples_of_a_type_that_is_not_read_are_an_error_that_names_the_type()
    {
        AssertFails(TestPictures.Oracle("signed32.tif"), "Int32 samples");
    }

    [Fact]
    public void A_file_without_read_permission_is_an_error_that_names_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using TemporaryFolder folder = new();
        string path = folder.File("locked.png", File.ReadAllBytes(TestPictures.Oracle("rgb.png")));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        AsNobody(() => AssertFails(path, "may not read"));
    }

    /// <summary>Root may read everything: for the time of an action this thread asks for files as a user who may not.</summary>
    private static void AsNobody(Action action)
    {
        const int Nobody = 65534;
        int before = Environment.IsPrivilegedProcess ? SetFileSystemUser(Nobody) : -1;
        try
        {
            action();
        }
        finally
        {
            if (before >= 0)
            {
                _ = SetFileSystemUser(before);
            }
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(int user);

    [Fact]
    public void An_input_error_while_reading_is_an_error_that_names_the_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The file that always fails is of Linux.");

        AssertFails("/proc/self/mem", "an error while reading");
    }

    [Fact]
    public void Bytes_in_memory_are_named_as_the_caller_says()
    {
        Assert.StartsWith("frame 12: ", Assert.Throws<PictureException>(() => Picture.Decode([1, 2, 3], "frame 12")).Message);
        Assert.StartsWith("picture in memory: ", Assert.Throws<PictureException>(() => Picture.Decode([])).Message);
    }

    private static PictureException AssertFails(string path, string found)
    {
        PictureException error = Assert.Throws<PictureException>(() => Picture.Load(path));
        Assert.StartsWith(path + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.Equal(path, error.Path);
        return error;
    }
}
