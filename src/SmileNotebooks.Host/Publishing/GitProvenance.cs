// The commit that a run started from, read with the git that is installed.
using System.ComponentModel;
using System.Diagnostics;

namespace SmileNotebooks.Host;

/// <summary>A git commit and whether the files still match it.</summary>
/// <param name="Commit">The full commit id, hexadecimal.</param>
/// <param name="IsDirty">True if a tracked file was changed, or an untracked file that git does not ignore was there.</param>
public sealed record GitProvenance(string Commit, bool IsDirty)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Reads the commit of the repository that a folder lies in.</summary>
    /// <param name="folder">A folder inside a working tree.</param>
    /// <param name="timeout">How long each call of git may take. Default: 10 seconds.</param>
    /// <returns>The commit; null where git is not installed, the folder is in no repository or has no commit, or git did not answer in time.</returns>
    public static GitProvenance? Read(string folder, TimeSpan? timeout = null)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        TimeSpan limit = timeout ?? DefaultTimeout;
        string? commit = Git(folder, limit, "rev-parse", "--verify", "HEAD");
        string? status = commit is null ? null : Git(folder, limit, "--no-optional-locks", "status", "--porcelain");
        return status is null ? null : new GitProvenance(commit!.Trim(), status.Trim().Length > 0);
    }

    private static string? Git(string folder, TimeSpan limit, params string[] arguments)
    {
        ProcessStartInfo start = new("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        try
        {
            using Process git = Process.Start(start)!;
            git.StandardInput.Close();
            Task<string> output = git.StandardOutput.ReadToEndAsync();
            Task<string> errors = git.StandardError.ReadToEndAsync();
            if (!git.WaitForExit(limit) || !Task.WaitAll([output, errors], limit))
            {
                git.Kill(entireProcessTree: true);
                return null;
            }

            return git.ExitCode == 0 ? output.Result : null;
        }
        catch (Win32Exception)
        {
            return null; // git is not installed
        }
    }
}
