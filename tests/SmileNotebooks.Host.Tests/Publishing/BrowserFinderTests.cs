using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class BrowserFinderTests
{
    [Theory]
    [InlineData(PlatformID.Unix, "/usr/local/bin:/usr/bin", "/usr/bin/chromium")]
    [InlineData(PlatformID.Unix, "/usr/bin/", "/usr/bin/google-chrome-stable")]
    [InlineData(PlatformID.Unix, "", "/snap/bin/chromium")]
    [InlineData(PlatformID.Other, "/usr/bin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    [InlineData(PlatformID.Other, "/usr/bin", "/home/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge")]
    [InlineData(PlatformID.Win32NT, @"C:\tools;D:\bin\", @"D:\bin\chrome.exe")]
    [InlineData(PlatformID.Win32NT, "", @"C:\Program Files\Google\Chrome\Application\chrome.exe")]
    [InlineData(PlatformID.Win32NT, "", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe")]
    public void A_browser_is_found_on_the_path_or_in_the_usual_places(PlatformID platform, string path, string place) =>
        Assert.Equal(place, Find(platform, path, named: null, place));

    [Fact]
    public void The_named_browser_goes_first_and_a_wrong_name_is_passed_over()
    {
        Assert.Equal("/my/browser", Find(PlatformID.Unix, "/usr/bin", "/my/browser", "/usr/bin/chromium", "/my/browser"));
        Assert.Equal("/usr/bin/chromium", Find(PlatformID.Unix, "/usr/bin", "/gone", "/usr/bin/chromium"));
    }

    [Theory]
    [InlineData(PlatformID.Unix)]
    [InlineData(PlatformID.Other)]
    [InlineData(PlatformID.Win32NT)]
    public void Without_a_browser_there_is_none(PlatformID platform)
    {
        Assert.Null(Find(platform, "/usr/bin", named: null));
        Assert.Null(BrowserFinder.Find(_ => null, _ => false, platform));
    }

    private static string? Find(PlatformID platform, string path, string? named, params string[] files) =>
        BrowserFinder.Find(name => name switch
        {
            "PATH" => path,
            BrowserFinder.Variable => named,
            "HOME" => "/home/me",
            "ProgramFiles" => @"C:\Program Files",
            "ProgramFiles(x86)" => @"C:\Program Files (x86)",
            _ => null,
        }, files.Contains, platform);
}
