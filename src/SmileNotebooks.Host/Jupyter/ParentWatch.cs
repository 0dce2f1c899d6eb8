// Ends the kernel when the Jupyter that started it is gone: nobody could reach it any more.
using System.Globalization;
using System.Runtime.InteropServices;

namespace SmileNotebooks.Host;

internal static class ParentWatch
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    /// <summary>The process that Jupyter names. On Windows it is a handle and no process id: null there.</summary>
    public static int? FromEnvironment() =>
        !OperatingSystem.IsWindows()
        && int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
        && id > 1
            ? id
            : null;

    /// <summary>Returns when the process has ended. Where it is not this one's parent (a launcher stands between), never.</summary>
    public static async Task EndedAsync(int? parent, CancellationToken stop)
    {
        if (parent is null || OperatingSystem.IsWindows() || GetParentProcessId() != parent)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(false);
        }

        // The system gives an orphan to another parent at once.
        while (GetParentProcessId() == parent)
        {
            await Task.Delay(s_interval, stop).ConfigureAwait(false);
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetParentProcessId();
}
