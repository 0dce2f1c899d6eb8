using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws the smile scores of many files.</summary>
internal static class SmileRanking
{
    private const int MostNames = 40;
    private const int LongestName = 24;
    private const double Surroundings = 185;

    /// <summary>Fixed for the known types, so that figures can be compared; others follow.</summary>
    private static readonly (string Type, string Color, string Symbol)[] Looks =
    [
        ("Duchenne", Palette.Vermilion, "circle"),
        ("non-Duchenne", Palette.Blue, "diamond"),
        ("none", Palette.Grey, "square"),
    ];

    private static readonly (string Color, string Symbol)[] OtherLooks =
        [(Palette.Green, "cross"), (Palette.Purple, "triangle-up"), (Palette.Orange, "star")];

    public static Figure Make(IReadOnlyList<(string File, double Score, string Type)> smiles)
    {
        (string File, double Score, string Type)[] ranked =
        [
            .. smiles.Where(smile => double.IsFinite(smile.Score))
                .OrderByDescending(smile => smile.Score).ThenBy(smile => smile.File, StringComparer.Ordinal),
        ];
        int without = smiles.Count - ranked.Length;
        return new(Types(ranked).Select((type, number) => Dots(type, number, ranked)))
        {
            Layout = LayoutOf(ranked, without),
            Description = Describe(ranked, without),
        };
    }

    private static IEnumerable<string> Types((string File, double Score, string Type)[] ranked) => ranked
        .Select(smile => smile.Type)
        .Distinct()
        .OrderBy(type => Array.FindIndex(Looks, look => look.Type == type) is >= 0 and int place ? place : Looks.Length)
        .ThenBy(type => type, StringComparer.Ordinal);

    private static Scatter Dots(string type, int number, (string File, double Score, string Type)[] ranked)
    {
        (int Rank, string File, double Score)[] shown =
            [.. ranked.Index().Where(entry => entry.Item.Type == type).Select(entry => (entry.Index, entry.Item.File, entry.Item.Score))];
        (string color, string symbol) = LookOf(type, number);
        return new()
        {
            Name = PlotlyText.Escape(type),
            ShowLegend = true,
            Mode = Mode.Markers,
            X = [.. shown.Select(smile => (Value)Math.Round(smile.Score, 1))],
            Y = [.. shown.Select(smile => (Value)smile.Rank)],
            Text = [.. shown.Select(smile => (Value)PlotlyText.Escape(Path.GetFileName(smile.File)))],
            Marker = new() { Color = color, Symbol = symbol, Size = 9 },
            HoverTemplate = "%{text}<br>score %{x:.0f}<extra></extra>",
            Raw = new() { ["cliponaxis"] = false },
        };
    }

    private static (string Color, string Symbol) LookOf(string type, int number)
    {
        foreach ((string known, string color, string symbol) in Looks)
        {
            if (known == type)
            {
                return (color, symbol);
            }
        }

        return OtherLooks[number % OtherLooks.Length];
    }

    private static Layout LayoutOf((string File, double Score, string Type)[] ranked, int without)
    {
        bool named = ranked.Length <= MostNames;
        string note = without == 0 ? "" : FormattableString.Invariant($"; {without} without a face");
        return new()
        {
            Title = new() { Text = "Smile scores", Raw = new() { ["subtitle"] = new Title { Text = SmileFigures.Caption, Font = new() { Size = 12 } } } },
            Margin = new() { T = 72 },
            Height = Surroundings + (named ? 22 : 8) * Math.Max(ranked.Length, 3),
            HoverMode = HoverMode.Closest,
            Legend = Legend.Below,
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

    private static string Describe((string File, double Score, string Type)[] ranked, int without)
    {
        string rest = without == 0 ? "" : FormattableString.Invariant($" {without} without a face.");
        return ranked.Length == 0
            ? $"No scores.{rest}"
            : FormattableString.Invariant($"{ranked.Length} files from {ranked[^1].Score:F0} to {ranked[0].Score:F0} of 100.{rest} ")
                + $"{SmileFigures.Caption}.";
    }
}
