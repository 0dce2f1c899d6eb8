// Spreadsheets of many countries write semicolons, and decimal commas with them.
namespace SmileNotebooks;

/// <summary>Tells a table whose fields are parted by something else than commas. It is refused and not read: with semicolons go decimal commas, which cannot be told from thousands.</summary>
internal static class CsvSeparators
{
    /// <param name="path">What errors call the file.</param>
    /// <param name="header">The first record.</param>
    /// <param name="problem">Makes the error of the room that reads.</param>
    /// <exception cref="Exception">That of the room: the header is one field that holds semicolons or tabs.</exception>
    public static void RefuseOthers(string path, CsvRow header, FileProblem problem)
    {
        if (header.Fields.Length != 1)
        {
            return;
        }

        string? found = header.Fields[0].Contains(';', StringComparison.Ordinal) ? "semicolons" : header.Fields[0].Contains('\t', StringComparison.Ordinal) ? "tabs" : null;
        if (found is not null)
        {
            throw problem(path, $"line {header.Line}", $"{found} between fields", "commas between fields and points in numbers", null);
        }
    }
}
