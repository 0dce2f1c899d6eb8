namespace SmileNotebooks.Benchmarks;

/// <summary>The checkout that the benchmarks were built from, and the pictures and models found in and beside it.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static Picture Astronaut() => Picture.Load(Path.Combine(Root, "data-samples", "photos", "astronaut.png"));

    /// <summary>Some portraits of the reference data beside the checkout; none where those are absent.</summary>
    public static IEnumerable<string> Portraits(int count)
    {
        string folder = Path.Combine(Root, "..", "shared", "data", "congress", "photos");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Take(count) : [];
    }

    /// <summary>The folder that holds <c>face_landmarker.task</c>; null where there is none.</summary>
    public static string? BundleFolder()
    {
        string[] folders = [FaceModelFolder.Default, Path.Combine(Root, "..", "shared", "models")];
        return folders.FirstOrDefault(FaceModelBundle.IsPresent);
    }

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
