// Where a Chromium, Chrome or Edge lies: none comes with this program, most machines have one.
namespace SmileNotebooks.Host;

/// <summary>Finds a browser that speaks the DevTools protocol; it makes PDFs and pictures of figures.</summary>
public static class BrowserFinder
{
    /// <summary>The environment variable that names a browser; it goes before all other places.</summary>
    public const string Variable = "CHROME_PATH";

    private static readonly string[] s_commands =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser"];

    private static readonly string[] s_macApplications = ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"];

    private static readonly string[] s_windowsPrograms =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    private static readonly string[] s_windowsRoots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    /// <summary>The browser that <c>CHROME_PATH</c> names, else the first on the <c>PATH</c>, else one in the usual places of Linux, macOS or Windows.</summary>
    /// <returns>The path of the program; null if there is none.</returns>
    public static string? Find() =>
        Find(Environment.GetEnvironmentVariable, File.Exists, OperatingSystem.IsWindows() ? PlatformID.Win32NT : OperatingSystem.IsMacOS() ? PlatformID.Other : PlatformID.Unix);

    /// <summary>As <see cref="Find()"/>, for a caller that cannot do without.</summary>
    /// <exception cref="BrowserException">There is none; the message says how to get one.</exception>
    public static string Require() => Find() ?? throw new BrowserException(
        "No Chromium, Chrome or Edge was found: install one (Debian and Ubuntu: apt-get install chromium; others: https://www.google.com/chrome), or set "
        + $"{Variable} to the path of one, then try again.");

    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="exists">Tells whether a file is there.</param>
    /// <param name="platform">Win32NT, Other for macOS, or Unix.</param>
    internal static string? Find(Func<string, string?> variable, Func<string, bool> exists, PlatformID platform) =>
        Candidates(variable, platform).FirstOrDefault(exists);

    private static IEnumerable<string> Candidates(Func<string, string?> variable, PlatformID platform)
    {
        bool isWindows = platform == PlatformID.Win32NT;
        if (variable(Variable) is { Length: > 0 } named)
        {
            yield return named;
        }

        string[] folders = (variable("PATH") ?? "").Split(isWindows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
        foreach (string command in s_commands)
        {
            foreach (string folder in folders)
            {
                yield return isWindows ? $@"{folder.TrimEnd('\\')}\{command}.exe" : $"{folder.TrimEnd('/')}/{command}";
            }
        }

        foreach (string place in platform switch { PlatformID.Win32NT => OnWindows(variable), PlatformID.Other => OnMac(variable), _ => ["/snap/bin/chromium", "/opt/google/chrome/chrome"] })
        {
            yield return place;
        }
    }

    private static IEnumerable<string> OnMac(Func<string, string?> variable) =>
        from root in new[] { "", variable("HOME") ?? "" }.Distinct()
        from name in s_macApplications
        select $"{root}/Applications/{name}.app/Contents/MacOS/{name}";

    private static IEnumerable<string> OnWindows(Func<string, string?> variable) =>
        from root in s_windowsRoots
        let folder = variable(root)
        where folder is { Length: > 0 }
        from program in s_windowsPrograms
        select $@"{folder.TrimEnd('\\')}\{program}";
}
