// A series that was saved with all that makes it: read back as it was, to the last bit.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Makes series of the rows of one clip of a saved table.</summary>
internal static class CompleteSeries
{
    public static IEnumerable<FaceSeries> Of(FaceTable table, FaceTableLayout layout, FaceTableRow[] rows, FaceSeriesOptions options)
    {
        foreach (IGrouping<string, FaceTableRow> face in rows.GroupBy(row => row.Face!).OrderBy(face => layout.NumberOf(face.Key, 0)))
        {
            FaceTableRow[] own = [.. face];
            CheckOrder(table, own, options.FrameRate is null);
            FaceSeries series = new()
            {
                Clip = own[0].Clip,
                Face = layout.NumberOf(face.Key, 0),
                Source = SourceOf(table, own),
                IntensityMaximum = MaximumOf(table, own),
                Times = [.. own.Select(row => row.Time)],
                Frames = [.. own.Select(row => row.Frame)],
                Columns = layout.Kept.ToImmutableSortedDictionary(
                    kept => kept.Name,
                    kept => own.Select(row => row.Found ? table.Number(row.Source, kept.Column) : double.NaN).ToImmutableArray(),
                    StringComparer.Ordinal),
                Remarks = Same(table, own, OwnLayout.Remarks) is { Length: > 0 } text ? [.. text.Split('\n')] : [],
                Simulated = Same(table, own, OwnLayout.Simulated) is { Length: > 0 } how ? how : null,
            };
            yield return options.FrameRate is { } rate
                ? series with
                {
                    Times = [.. own.Select(row => row.Frame / rate)],
                    Remarks = [.. series.Remarks, FormattableString.Invariant($"times are those of {rate} frames per second, as was asked")],
                }
                : series;
        }
    }

    private static void CheckOrder(FaceTable table, FaceTableRow[] rows, bool withTimes)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (i > 0 && rows[i].Frame <= rows[i - 1].Frame)
            {
                throw table.Problem(rows[i].Source, OwnLayout.Frame, $"{rows[i].Frame + 1} after {rows[i - 1].Frame + 1}", "ascending frames, one row each");
            }

            if (withTimes && !(i == 0 ? !double.IsNaN(rows[i].Time) : rows[i].Time > rows[i - 1].Time))
            {
                throw table.Problem(rows[i].Source, OwnLayout.Timestamp, $"'{table.Text(rows[i].Source, OwnLayout.Timestamp)}'", "ascending times in seconds");
            }
        }
    }

    private static FaceSeriesSource SourceOf(FaceTable table, FaceTableRow[] rows)
    {
        string text = Same(table, rows, OwnLayout.SourceColumn);
        return Enum.GetNames<FaceSeriesSource>().Contains(text)
            ? Enum.Parse<FaceSeriesSource>(text)
            : throw table.Problem(rows[0].Source, OwnLayout.SourceColumn, $"'{text}'", $"one of {string.Join(", ", Enum.GetNames<FaceSeriesSource>())}");
    }

    private static double MaximumOf(FaceTable table, FaceTableRow[] rows)
    {
        string text = Same(table, rows, OwnLayout.Intensity);
        double maximum = table.Number(rows[0].Source, OwnLayout.Intensity);
        return maximum > 0 ? maximum : throw table.Problem(rows[0].Source, OwnLayout.Intensity, $"'{text}'", "a number above 0");
    }

    /// <summary>What all rows of a face have in common.</summary>
    private static string Same(FaceTable table, FaceTableRow[] rows, string column)
    {
        string first = table.RawText(rows[0].Source, column);
        return rows.FirstOrDefault(row => table.RawText(row.Source, column) != first) is { } other
            ? throw table.Problem(other.Source, column, $"'{table.RawText(other.Source, column)}'", $"'{first}', as in the other rows of the face")
            : first;
    }
}
