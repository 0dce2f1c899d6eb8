namespace SmileNotebooks.Host;

/// <summary>The folder beside the pages of a site that holds what they share.</summary>
internal static class SharedAssets
{
    private const string Folder = "assets";

    /// <summary>Where a page finds the library: a relative address, so that a site can lie anywhere.</summary>
    public static string AddressOf(PlotlyLibrary plotly) => $"{Folder}/{plotly.FileName}";

    /// <summary>Puts the library where pages of a folder look for it. A file that is there already has these contents: its name says so.</summary>
    public static void Write(PlotlyLibrary plotly, string plotlyPath, string reportFolder)
    {
        string folder = Path.Combine(reportFolder, Folder);
        string path = Path.Combine(folder, plotly.FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(path, File.ReadAllBytes(plotlyPath));
        }
    }
}
