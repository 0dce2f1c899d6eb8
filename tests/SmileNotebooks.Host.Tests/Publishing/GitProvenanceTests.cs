using System.Diagnostics;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class GitProvenanceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-git-").FullName;

    public void Dispose()
    {
        foreach (string file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal); // git's objects are read-only
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_clean_tree_becomes_dirty_with_a_file()
    {
        Git("init", "-q");
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "a");
        Git("add", "a.txt");
        Git("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "a");

        GitProvenance? clean = GitProvenance.Read(_folder);
        File.WriteAllText(Path.Combine(_folder, "b.txt"), "b");
        GitProvenance? dirty = GitProvenance.Read(_folder);

        Assert.NotNull(clean);
        Assert.Matches("^[0-9a-f]{40,64}$", clean.Commit);
        Assert.False(clean.IsDirty);
        Assert.Equal(clean with { IsDirty = true }, dirty);
    }

    [Fact]
    public void A_folder_in_no_repository_has_no_commit() => Assert.Null(GitProvenance.Read(_folder));

    [Fact]
    public void A_repository_without_a_commit_has_no_commit()
    {
        Git("init", "-q");

        Assert.Null(GitProvenance.Read(_folder));
    }

    [Fact]
    public void A_missing_folder_has_no_commit() => Assert.Null(GitProvenance.Read(Path.Combine(_folder, "missing")));

    private void Git(params string[] arguments)
    {
        try
        {
            using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder })!;
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("git is not installed.");
        }
    }
}
