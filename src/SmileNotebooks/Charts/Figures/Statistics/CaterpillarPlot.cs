using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws the random effects of a mixed model, sorted by the first term: one row a level, one panel a term.</summary>
internal static class CaterpillarPlot
{
    private const double RowHeight = 17;
    private const double LeastRowHeight = 3;
    private const double GreatestHeight = 620;
    private const double Surroundings = 150;
    private const int MostLabels = 40;
    private const double Gap = 0.06;

    public static Figure Make(IReadOnlyList<CaterpillarRow> rows, string groupName, FigureOptions options)
    {
        FigureCheck.Any(rows.Count, "random effects");
        string[] terms = [.. rows.Select(row => row.Term).Distinct()];
        string[] groups = [.. rows.Where(row => row.Term == terms[0]).OrderBy(row => row.Estimate).Select(row => row.Group)];
        Dictionary<string, int> place = groups.Index().ToDictionary(group => group.Item, group => group.Index);
        return new(terms.Select((term, column) => Panel([.. rows.Where(row => row.Term == term && place.ContainsKey(row.Group))], place, column)))
        {
            Layout = LayoutOf(rows, terms, groups, groupName, options),
            Description = string.Join(" ", terms.Select(term => Describe(term, [.. rows.Where(row => row.Term == term)], groupName))),
        };
    }

    private static Scatter Panel(CaterpillarRow[] rows, Dictionary<string, int> place, int column) => new()
    {
        Name = PlotlyText.Escape(rows[0].Term),
        X = Marks.Rounded(rows.Select(row => row.Estimate)),
        Y = [.. rows.Select(row => (Value)place[row.Group])],
        XAxis = column == 0 ? "x" : $"x{column + 1}",
        Mode = Mode.Markers,
        Marker = new() { Color = Marks.Color(column), Symbol = Marks.Symbol(column), Size = rows.Length > 150 ? 3 : 6 },
        ErrorX = new()
        {
            Array = Marks.Rounded(rows.Select(row => row.Interval.Upper - row.Estimate)),
            Color = Marks.Color(column),
            Thickness = rows.Length > 150 ? 0.6 : 1.4,
            Width = 0,
        },
        Text = [.. rows.Select(row => (Value)$"{PlotlyText.Escape(row.Group)}: {Apa.Quantity(row.Estimate)} [{Apa.Quantity(row.Interval.Lower)}, {Apa.Quantity(row.Interval.Upper)}]")],
        HoverTemplate = "%{text}<extra></extra>",
    };

    private static Layout LayoutOf(IReadOnlyList<CaterpillarRow> rows, string[] terms, string[] groups, string groupName, FigureOptions options)
    {
        Axis[] columns = [.. terms.Select((term, column) => Column(PlotlyText.Escape(term), column, terms.Length))];
        bool isNamed = groups.Length <= MostLabels;
        double rowHeight = isNamed ? RowHeight : LeastRowHeight;
        return new()
        {
            Title = Marks.Title(options.Title ?? $"Random effects of {PlotlyText.Escape(groupName)}", options.Subtitle ?? $"conditional modes with {Apa.Percent(rows[0].Interval.Level)}% intervals"),
            Height = Surroundings + Math.Min(GreatestHeight, Math.Max(rowHeight * groups.Length, 120)),
            Margin = new() { T = 72 },
            ShowLegend = false,
            HoverMode = HoverMode.Closest,
            XAxis = columns[0],
            XAxis2 = columns.Length > 1 ? columns[1] : null,
            Raw = columns.Length > 2 ? columns.Index().Skip(2).ToDictionary(column => $"xaxis{column.Index + 1}", column => (object?)column.Item) : null,
            YAxis = new()
            {
                Title = Marks.AxisTitle(options.YTitle ?? (isNamed ? PlotlyText.Escape(groupName) : $"{groups.Length} levels of {PlotlyText.Escape(groupName)}")),
                Range = [-0.7, groups.Length - 0.3],
                TickVals = isNamed ? [.. groups.Select((_, row) => (Value)row)] : null,
                TickText = isNamed ? [.. groups.Select(group => (Value)PlotlyText.Escape(group))] : null,
                ShowTickLabels = isNamed,
                TickFont = new() { Size = 11 },
                ShowGrid = false,
                ZeroLine = false,
            },
        };
    }

    private static Axis Column(string term, int column, int count)
    {
        double width = (1 - (Gap * (count - 1))) / count;
        double left = column * (width + Gap);
        return new() { Title = Marks.AxisTitle(term), Domain = [Marks.Round(left), Marks.Round(Math.Min(1, left + width))], ZeroLine = true, Raw = new() { ["nticks"] = count > 1 ? 5 : 8 } };
    }

    private static string Describe(string term, CaterpillarRow[] rows, string groupName) =>
        $"{term}: {rows.Length} levels of {groupName} from {Apa.Quantity(rows.Min(row => row.Estimate))} to {Apa.Quantity(rows.Max(row => row.Estimate))}.";
}
