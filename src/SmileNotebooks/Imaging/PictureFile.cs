namespace SmileNotebooks;

/// <summary>Reads and writes the bytes of picture files, with messages that name the file.</summary>
internal static class PictureFile
{
    /// <summary>The whole file; an error above <paramref name="maxBytes"/>, found without reading further.</summary>
    public static byte[] Read(string path, long maxBytes)
    {
        if (Directory.Exists(path))
        {
            throw new PictureException(path, "a folder", "a picture file");
        }

        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return Read(file, path, Math.Min(maxBytes, Array.MaxLength));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PictureException(path, "no such file", "a picture file", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new PictureException(path, "a file that this user may not read", "permission to read it", exception);
        }
        catch (IOException exception)
        {
            throw new PictureException(path, $"an error while reading ({exception.Message})", "a readable file", exception);
        }
    }

    /// <summary>Writes beside the file and renames, so that nobody sees half a file.</summary>
    public static void Write(string path, byte[] bytes)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            throw new PictureException(path, $"an error while writing ({exception.Message})", "a file in a folder that can be written to", exception);
        }
    }

    private static byte[] Read(FileStream file, string path, long maxBytes)
    {
        // Devices and pipes say length 0 or none: the limit holds for what is read, too.
        long length = file.CanSeek ? file.Length : 0;
        using MemoryStream bytes = new((int)Math.Min(length, maxBytes));
        byte[] part = new byte[81920];
        for (int count; (count = file.Read(part)) > 0;)
        {
            if (length > maxBytes || bytes.Length + count > maxBytes)
            {
                throw new PictureException(path, $"a file of {Math.Max(length, bytes.Length + count)} bytes or more", $"at most {maxBytes} bytes");
            }

            bytes.Write(part, 0, count);
        }

        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }
}
