// Where tests find the repository and the reference data beside it.
using Xunit;

namespace TestSupport;

/// <summary>The checkout that the running tests were built from.</summary>
public static class Repository
{
    /// <summary>Absolute path of the folder that holds <c>SmileNotebooks.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Absolute path of a file or folder of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SmileNotebooks.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No SmileNotebooks.sln above {AppContext.BaseDirectory}.");
    }
}

/// <summary>Reference data that may not be committed: the folder <c>shared</c> beside the checkout, where there is one.</summary>
public static class SharedData
{
    /// <summary>Absolute path of a file or folder of the reference data; skips the running test where it is absent.</summary>
    public static string PathOf(params string[] parts)
    {
        string path = Path.GetFullPath(Path.Combine([Repository.Root, "..", "shared", .. parts]));
        Assert.SkipUnless(Path.Exists(path), $"../shared is absent: {string.Join('/', parts)}");
        return path;
    }
}
