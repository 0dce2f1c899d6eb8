// The rule of the current directory. It belongs to the process, and cells expect relative paths to start at their notebook's
// folder. So it is the notebook's folder while a cell runs and is put back afterwards; where a cell changes it, the next cell of
// that notebook goes on from there. Cells of notebooks with the same folder run side by side, those of other folders take turns.
namespace SmileNotebooks.Host;

internal static class WorkingFolder
{
    /// <summary>The current directory before any cell ran.</summary>
    public static string AtStart { get; } = Environment.CurrentDirectory;

    private static readonly Lock s_lock = new();
    private static string? s_folder;
    private static string s_before = "";
    private static int s_users;
    private static TaskCompletionSource s_released = new();

    /// <summary>Makes a folder the current directory; waits while cells run in another one.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static async Task EnterAsync(string folder, CancellationToken cancellation)
    {
        while (true)
        {
            Task released;
            lock (s_lock)
            {
                if (s_users == 0)
                {
                    s_before = Current() ?? AtStart;
                    Environment.CurrentDirectory = Directory.Exists(folder) ? folder
                        : throw new DirectoryNotFoundException($"The notebook's folder {folder} is gone.");
                    s_folder = folder;
                    s_released = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                if (s_folder == folder)
                {
                    s_users++;
                    return;
                }

                released = s_released.Task;
            }

            await released.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a cell's use of the folder.</summary>
    /// <returns>The folder to enter with the notebook's next cell: where this one left the current directory.</returns>
    public static string Leave()
    {
        lock (s_lock)
        {
            string left = Current() ?? s_folder!;
            if (--s_users == 0)
            {
                Environment.CurrentDirectory = Directory.Exists(s_before) ? s_before : AtStart;
                s_folder = null;
                s_released.SetResult();
                return left;
            }

            // Others still run here: whose change it was cannot be told, so none is kept.
            return s_folder!;
        }
    }

    // Null where a cell has deleted the folder that it stands in.
    private static string? Current()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
