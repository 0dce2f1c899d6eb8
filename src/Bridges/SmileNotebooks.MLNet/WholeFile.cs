namespace SmileNotebooks.MLNet;

/// <summary>Files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <exception cref="SmileModelException">It cannot be written.</exception>
    public static void Write(string path, byte[] contents)
    {
        string full = Path.GetFullPath(path);
        string written = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(written, contents);
            File.Move(written, full, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(written);
            throw new SmileModelException(path, null, $"an error while writing ({error.Message.TrimEnd('.')})", "a file that can be written", error);
        }
    }
}
