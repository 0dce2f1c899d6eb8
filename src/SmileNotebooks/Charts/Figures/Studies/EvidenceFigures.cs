// Figures of published results.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of evidence tables.</summary>
public static class EvidenceFigures
{
    /// <summary>The published estimates with their intervals, one below the other, beside the value of no effect: 0, or 1 for odds and risk ratios. Results without an estimate or an
    /// interval are not drawn; the subtitle says how many.</summary>
    /// <param name="evidence">An evidence table.</param>
    /// <param name="metric">The scale, as "d"; null for the one that most results with an interval are on. Estimates on different scales cannot share an axis.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">No result on that scale has an interval; the scales that have are named.</exception>
    public static Figure Forest(this EvidenceTable evidence, string? metric = null, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        EvidenceRow[] drawable = [.. evidence.Rows.Where(row => row.Result.Interval is not null)];
        string[] metrics = [.. drawable.CountBy(row => row.Result.Metric!).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key)];
        string? scale = metric ?? metrics.FirstOrDefault();
        EvidenceRow[] rows = [.. drawable.Where(row => row.Result.Metric == scale)];
        if (rows.Length == 0)
        {
            throw new ArgumentException(
                metrics.Length == 0
                    ? "No result of this table has an interval, so that there is nothing to draw."
                    : $"No result of this table has an interval on the scale \"{scale}\"; there are {string.Join(", ", metrics)}.",
                nameof(metric));
        }

        int left = evidence.Rows.Length - rows.Length;
        string levels = string.Join(" and ", rows.Select(row => $"{Apa.Percent(row.Result.Interval!.Value.Level)}%").Distinct());
        string subtitle = $"published estimates with {levels} intervals{(left == 0 ? "" : $"; {Plural.Of(left, "result")} without one on this scale not drawn")}";
        options ??= new();
        return StatisticsFigures.Forest(
            [.. rows.Select(row => new ForestRow(LabelOf(row, rows), row.Result.Estimate!.Value, row.Result.Interval!.Value))],
            reference: null,
            isRatio: PublishedResult.IsRatio(scale!),
            options.Titled("Published estimates", scale) with { Subtitle = options.Subtitle ?? subtitle });
    }

    // The id of a result where a study has several: a forest plot has room for few letters.
    private static string LabelOf(EvidenceRow row, EvidenceRow[] rows)
    {
        string study = row.Study.Reference.Short;
        return rows.Count(other => other.Study.Key == row.Study.Key) > 1 ? $"{study}, {row.Result.Id.Replace('-', ' ')}" : study;
    }
}
