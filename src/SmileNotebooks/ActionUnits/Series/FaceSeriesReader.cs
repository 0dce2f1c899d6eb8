// From the rows of a table to one series a face.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Reads tables of OpenFace 2, py-feat and this library.</summary>
internal static class FaceSeriesReader
{
    /// <summary>Of a file, the faces in the order of the clips and of their numbers.</summary>
    public static ImmutableArray<FaceSeries> Read(string path, FaceSeriesOptions options)
    {
        FaceTable table = FaceTable.Open(path);
        FaceTableLayout layout = Recognise(table, options);
        if (table.Rows.Count == 0)
        {
            throw new TableException(path, null, "a header without rows", "a row for each frame");
        }

        ImmutableArray<FaceSeries>.Builder all = ImmutableArray.CreateBuilder<FaceSeries>();
        foreach (IGrouping<string, FaceTableRow> clip in table.Rows.Select(layout.Row).GroupBy(row => row.Clip, StringComparer.Ordinal).ToArray())
        {
            FaceTableRow[] rows = [.. clip];
            all.AddRange(layout.IsComplete ? CompleteSeries.Of(table, layout, rows, options) : MeasuredClip.Of(table, layout, rows, options));
        }

        return all.ToImmutable();
    }

    private static FaceTableLayout Recognise(FaceTable table, FaceSeriesOptions options)
    {
        if (OwnLayout.Fits(table))
        {
            return new OwnLayout(table, options);
        }

        if (OpenFaceLayout.Fits(table))
        {
            return new OpenFaceLayout(table, options);
        }

        if (PyFeatLayout.Fits(table))
        {
            return new PyFeatLayout(table, options);
        }

        string[] columns = [.. table.Columns];
        string found = columns.Length == 0 ? "a header without names" : $"the columns {string.Join(", ", columns.Take(8).Select(Shortened))}{(columns.Length > 8 ? ", ..." : "")}";
        throw new TableException(
            table.Path,
            "header",
            found,
            "frame, timestamp and success with AU12_r or x_0 (OpenFace 2), frame and FaceScore with AU12 or x_0 (py-feat), or a table that this library wrote");
    }

    // What is no table at all may hold anything.
    private static string Shortened(string column) => column.Length > 30 ? column[..30] + "..." : column;
}
