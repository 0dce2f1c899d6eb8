namespace SmileNotebooks.Host;

internal static class PageFile
{
    /// <summary>Writes a page, whole or not at all; its folder is made if need be.</summary>
    public static void Write(string path, string html)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WholeFile.Write(path, html);
    }
}
