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

    /// <summary>How far the evidence on each claim goes, and which side the strongest of it is on: a dot a claim, the best known first.</summary>
    /// <param name="claims">Claims; at least one.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">No claim.</exception>
    public static Figure Grades(this IEnumerable<Claim> claims, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(claims);
        Claim[] rows = [.. claims.OrderByDescending(claim => claim.Grade.Level)];
        FigureCheck.Any(rows.Length, "claims");
        EvidenceLevel[] levels = [.. Enum.GetValues<EvidenceLevel>().Where(level => level != EvidenceLevel.None || rows.Any(claim => claim.Grade.Level == level))];
        options ??= new();
        FigureHead head = FigureHead.Of(options, "How far the evidence goes", null, ["grades computed from the published records; colour: what the strongest evidence says of the claim"]);
        Trace[] traces = [.. rows.Index().GroupBy(row => row.Item.Grade.Verdict).OrderBy(side => side.Key is null).ThenBy(side => side.Key).Select(side => Side(side.Key, [.. side]))];
        double bottom = LegendRoom.Below(traces);
        return new(traces)
        {
            Layout = new()
            {
                Title = head.Title,
                Height = head.Height + (30 * rows.Length) + bottom,
                Margin = new() { T = head.Height, B = bottom },
                ShowLegend = true,
                Legend = Legend.Below,
                HoverMode = HoverMode.Closest,
                XAxis = new()
                {
                    Title = Marks.AxisTitle(options.XTitle ?? "Grade of the evidence"),
                    Range = [(int)levels[0] - 0.5, (int)levels[^1] + 0.5],
                    TickVals = [.. levels.Select(level => (Value)(int)level)],
                    TickText = [.. levels.Select(level => (Value)new EvidenceGrade(level, null, []).LevelInWords)],
                    TickFont = new() { Size = 11 },
                    ZeroLine = false,
                },
                YAxis = new()
                {
                    Range = [rows.Length - 0.5, -0.5],
                    TickVals = [.. rows.Select((_, row) => (Value)row)],
                    TickText = [.. rows.Select(claim => (Value)PlotlyText.Escape(Words(claim.Key)))],
                    ZeroLine = false,
                },
            },
            Description = string.Join(" ", rows.Select(claim => $"{Words(claim.Key)}: {claim.Grade}.")),
        };
    }

    private static Scatter Side(Bearing? verdict, (int Row, Claim Claim)[] claims)
    {
        int series = verdict is { } side ? (int)side : 3;
        return new()
        {
            Name = verdict is { } known ? EvidenceWords.Of(known) : "no study with data",
            Mode = Mode.Markers,
            X = [.. claims.Select(row => (Value)(int)row.Claim.Grade.Level)],
            Y = [.. claims.Select(row => (Value)row.Row)],
            Marker = new() { Size = 13, Color = Marks.Color(series), Symbol = Marks.Symbol(series) },
            Text = [.. claims.Select(row => (Value)string.Join("<br>", FigureHead.Wrap($"{row.Claim.Sentence} {row.Claim.Grade}.", 54).Select(PlotlyText.Escape)))],
            HoverTemplate = "%{text}<extra></extra>",
        };
    }

    private static string Words(string key) => key.Replace('-', ' ');

    // The id of a result where a study has several: a forest plot has room for few letters.
    private static string LabelOf(EvidenceRow row, EvidenceRow[] rows)
    {
        string study = row.Study.Reference.Short;
        return rows.Count(other => other.Study.Key == row.Study.Key) > 1 ? $"{study}, {row.Result.Id.Replace('-', ' ')}" : study;
    }
}
