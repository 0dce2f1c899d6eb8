using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws the smile scores of many files.</summary>
internal static class SmileRanking
{
    private const int MostNames = 40;
    private const int LongestName = 24;
    private const double Surroundings = 185;

    private static readonly (SmileType Type, string Color, string Symbol)[] Looks =
    [
        (SmileType.Duchenne, Palette.Vermilion, "circle"),
        (SmileType.NonDuchenne, Palette.Blue, "diamond"),
        (SmileType.None, Palette.Grey, "square"),
    ];

    public static Figure Make(IReadOnlyList<(string File, double Score, SmileType Type)> smiles)
    {
        (string File, double Score, SmileType Type)[] ranked =
        [
            .. smiles.Where(smile => double.IsFinite(smile.Score))
                .OrderByDescending(smile => smile.Score).ThenBy(smile => smile.File, StringComparer.Ordinal),
        ];
        int without = smiles.Count - ranked.Length;
        return new(Looks.Select(look => Dots(look, ranked)).Where(dots => dots.PointCount > 0))
        {
            Layout = LayoutOf(ranked, without),
            Description = Describe(ranked, without),
        };
    }

    private static Scatter Dots(
        (SmileType Type, string Color, string Symbol) look, (string File, double Score, SmileType Type)[] ranked)
    {
        (int Rank, string File, double Score)[] shown =
        [
            .. ranked.Index().Where(entry => entry.Item.Type == look.Type)
                .Select(entry => (entry.Index, entry.Item.File, entry.Item.Score)),
        ];
        return new()
        {
            Name = SmileFigures.InWords(look.Type),
            ShowLegend = true,
            Mode = Mode.Markers,
            X = [.. shown.Select(smile => (Value)Math.Round(smile.Score, 1))],
            Y = [.. shown.Select(smile => (Value)smile.Rank)],
            Text = [.. shown.Select(smile => (Value)PlotlyText.Escape(Path.GetFileName(smile.File)))],
            Marker = new() { Color = look.Color, Symbol = look.Symbol, Size = 9 },
            HoverTemplate = "%{text}<br>score %{x:.0f}<extra></extra>",
            Raw = new() { ["cliponaxis"] = false },
        };
    }

    private static Layout LayoutOf((string File, double Score, SmileType Type)[] ranked, int without)
    {
        bool named = ranked.Length <= MostNames;
        string note = without == 0 ? "" : FormattableString.Invariant($"; {without} without a face");
        return new()
        {
            Title = new() { Text = "Smile scores", Raw = new() { ["subtitle"] = new Title { Text = SmileFigures.Caption, Font = new() { Size = 12 } } } },
            Margin = new() { T = 72 },
            Height = Surroundings + (named ? 22 : 8) * Math.Max(ranked.Length, 3),
            HoverMode = HoverMode.Closest,
            Legend = ranked.Length > 0 ? Legend.Below : null,
            XAxis = new()
            {
                Title = $"Score, 0 to 100{note}",
                Range = [0, 100],
                DTick = 25,
                ZeroLine = false,
            },
            YAxis = new()
            {
                Range = [Math.Max(ranked.Length, 1) - 0.4, -0.6],
                ZeroLine = false,
                ShowGrid = named,
                ShowTickLabels = named,
                TickVals = [.. Enumerable.Range(0, named ? ranked.Length : 0).Select(rank => (Value)rank)],
                TickText = [.. ranked.Take(named ? ranked.Length : 0).Select(smile => (Value)PlotlyText.Escape(Shorten(smile.File)))],
                Title = named ? null : FormattableString.Invariant($"{ranked.Length} files, the greatest score at the top"),
            },
        };
    }

    private static string Shorten(string file)
    {
        string name = Path.GetFileName(file);
        return name.Length <= LongestName ? name : $"{name[..(LongestName - 9)]}…{name[^8..]}";
    }

    private static string Describe((string File, double Score, SmileType Type)[] ranked, int without)
    {
        string rest = without == 0 ? "" : FormattableString.Invariant($" {without} without a face.");
        return ranked.Length == 0
            ? $"No scores.{rest}"
            : FormattableString.Invariant($"{ranked.Length} files from {ranked[^1].Score:F0} to {ranked[0].Score:F0} of 100.{rest} ")
                + $"{SmileFigures.Caption}.";
    }
}
