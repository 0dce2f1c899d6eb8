namespace SmileNotebooks;

/// <summary>How well a smile of a series was seen: by the nine tenths of its frames that were seen best, so that a single bad frame decides nothing.</summary>
internal static class SeriesEvidence
{
    private const double Share = 0.9;

    public static SmileEvidence Of(FaceSeries series, SmileEpisode episode)
    {
        int[] rows = [.. Enumerable.Range(0, series.Count).Where(row => series.Times[row] >= episode.From && series.Times[row] <= episode.Until)];
        double yaw = Largest(rows, series, FaceColumns.Yaw);
        double pitch = Largest(rows, series, FaceColumns.Pitch);
        return new SmileEvidence
        {
            // The larger of two of which one may be missing.
            Turn = double.RadiansToDegrees(double.MaxNumber(yaw, pitch)),
            EyeDistance = -Largest(rows, series, FaceColumns.EyeDistance, value => -value),
            Confidence = -Largest(rows, series, FaceColumns.Confidence, value => -value),
            Duration = episode.Until - episode.From,
        };
    }

    private static double Largest(int[] rows, FaceSeries series, string column) => Largest(rows, series, column, Math.Abs);

    private static double Largest(int[] rows, FaceSeries series, string column, Func<double, double> badness)
    {
        if (!series.Has(column))
        {
            return double.NaN;
        }

        double[] values = [.. rows.Select(row => badness(series[column][row])).Where(value => !double.IsNaN(value)).Order()];
        return values.Length == 0 ? double.NaN : values[(int)(Share * (values.Length - 1))];
    }
}
