// What a person calls a cell.
namespace SmileNotebooks.Host;

internal static class CellNames
{
    /// <summary>Its first line that is not empty.</summary>
    public static string FirstLine(this NotebookCell cell) =>
        cell.Source.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";
}
