// What a table of smiles draws of itself.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of a feature table.</summary>
public static class FeatureTableFigures
{
    private const int MostDistributions = 3;
    private const double CellHeight = 26;
    private const double Surroundings = 110;
    private const double LetterWidth = 8;

    /// <summary>The features whose classes differ most (by AUC), each class as a raincloud in standard deviations from the mean of all; null for a table without both
    /// classes. Which features these are was chosen on these very rows: they look better here than they are.</summary>
    /// <param name="table">A table.</param>
    /// <param name="options">Words.</param>
    public static Figure? ClassFigure(this FeatureTable table, FigureOptions? options = null)
    {
        (string Feature, double Auc, double[] Named, double[] Others)[] separated = [.. Enumerable.Range(0, table.Features.Length).Select(feature => Separated(table, feature))
            .OfType<(string, double, double[], double[])>().OrderByDescending(feature => Math.Abs(feature.Item2 - 0.5)).Take(MostDistributions)];
        return separated.Length == 0 ? null : Said(table, StatisticsFigures.Raincloud(
            [.. separated.SelectMany(feature => new[]
            {
                new NamedSample($"{feature.Feature}, {table.LabelName ?? "true"}", [.. feature.Named]), new NamedSample($"{feature.Feature}, other", [.. feature.Others]),
            })],
            reference: 0,
            (options ?? new()) with
            {
                Title = options?.Title ?? "Features that differ most between the classes",
                XTitle = options?.XTitle ?? "Standard deviations from the mean of all",
            }));
    }

    /// <summary>Spearman's correlations of all pairs of features, over the rows that have both.</summary>
    /// <param name="table">A table.</param>
    /// <param name="options">Words.</param>
    public static Figure CorrelationFigure(this FeatureTable table, FigureOptions? options = null)
    {
        int count = table.Features.Length;
        double[][] correlations = [.. Enumerable.Range(0, count).Select(row => Enumerable.Range(0, count).Select(column => Correlation(table, row, column)).ToArray())];
        Values at = [.. Enumerable.Range(0, count).Select(feature => (Value)feature)];
        double namesHeight = LetterWidth * table.Features.Select(name => name.Length).DefaultIfEmpty(0).Max();
        Values names = [.. table.Features.Select(name => (Value)PlotlyText.Escape(name))];
        return Said(table, new Figure(new Heatmap
        {
            X = at,
            Y = at,
            Z = correlations,
            ZMin = -1,
            ZMax = 1,
            ColorScale = ColorScale.Diverging,
            XGap = 1,
            YGap = 1,
            HoverTemplate = "%{z:.2f}<extra></extra>",
        })
        {
            Layout = new()
            {
                Title = Marks.Title(options?.Title ?? "How features go together", options?.Subtitle ?? "Spearman's correlation over rows that have both"),
                Height = Surroundings + namesHeight + (CellHeight * count),
                Margin = new() { T = 72, B = namesHeight },
                XAxis = new() { TickVals = at, TickText = names, ShowGrid = false, ZeroLine = false, Raw = new() { ["tickangle"] = -90 } },
                YAxis = new() { TickVals = at, TickText = names, Range = [count - 0.5, -0.5], ShowGrid = false, ZeroLine = false },
            },
            Description = string.Join(" ", table.Features.SelectMany((name, row) => Enumerable.Range(row + 1, count - row - 1)
                .Where(column => Math.Abs(correlations[row][column]) >= 0.5).Select(column => $"{name} and {table.Features[column]}: {Apa.Bounded(correlations[row][column])}."))),
        });
    }

    /// <summary>The features by class: means, standard deviations, the AUC of each alone, and what is missing.</summary>
    internal static ResultTable Summary(FeatureTable table)
    {
        bool hasClasses = table.Rows.Any(row => row.Label == true) && table.Rows.Any(row => row.Label == false);
        ImmutableArray<int> missing = table.MissingValues();
        return new ResultTable(
            "Features", hasClasses ? ["feature", $"{table.LabelName ?? "true"}, M (SD)", "other, M (SD)", "AUC alone", "missing"] : ["feature", "M (SD)", "missing"],
            [.. table.Features.Select((name, feature) =>
            {
                string lost = $"{missing[feature]}";
                return hasClasses
                    ? (ImmutableArray<string>)[name, Moments(table, feature, true), Moments(table, feature, false), Separated(table, feature) is { } separated ? Apa.Bounded(separated.Auc) : "", lost]
                    : [name, Moments(table, feature, null), lost];
            })])
        {
            Note = hasClasses ? "AUC of a feature alone over all rows, above .5 where the named class has higher values." : null,
        };
    }

    private static string Moments(FeatureTable table, int feature, bool? label)
    {
        double[] values = [.. table.Rows.Where(row => label is null || row.Label == label).Select(row => row.Values[feature]).Where(double.IsFinite)];
        if (values.Length == 0)
        {
            return "";
        }

        double mean = values.Average();
        string spread = values.Length < 2 ? "" : $" ({Apa.Quantity(Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)))})";
        return $"{Apa.Quantity(mean)}{spread}";
    }

    private static (string Feature, double Auc, double[] Named, double[] Others)? Separated(FeatureTable table, int feature)
    {
        (double Value, bool Label)[] rows = [.. table.Rows.Where(row => row.Label is not null && double.IsFinite(row.Values[feature])).Select(row => (row.Values[feature], row.Label!.Value))];
        double mean = rows.Length == 0 ? 0 : rows.Average(row => row.Value);
        double spread = rows.Length == 0 ? 0 : Math.Sqrt(rows.Average(row => (row.Value - mean) * (row.Value - mean)));
        if (spread == 0 || rows.All(row => row.Label) || !rows.Any(row => row.Label))
        {
            return null;
        }

        double auc = RocPlacements.Of((double[])[.. rows.Select(row => row.Value)], (bool[])[.. rows.Select(row => row.Label)]).Auc;
        double[] Standardised(bool label) => [.. rows.Where(row => row.Label == label).Select(row => (row.Value - mean) / spread)];
        return (table.Features[feature], auc, Standardised(true), Standardised(false));
    }

    private static double Correlation(FeatureTable table, int first, int second)
    {
        FeatureRow[] rows = [.. table.Rows.Where(row => double.IsFinite(row.Values[first]) && double.IsFinite(row.Values[second]))];
        if (rows.Length < 3)
        {
            return double.NaN;
        }

        double[] one = Midranks.Of((double[])[.. rows.Select(row => row.Values[first])]);
        double[] other = Midranks.Of((double[])[.. rows.Select(row => row.Values[second])]);
        double middle = (rows.Length + 1) / 2.0;
        double products = one.Zip(other, (x, y) => (x - middle) * (y - middle)).Sum();
        double squares = one.Sum(x => (x - middle) * (x - middle)) * other.Sum(y => (y - middle) * (y - middle));
        return squares > 0 ? products / Math.Sqrt(squares) : double.NaN;
    }

    private static Figure Said(FeatureTable table, Figure figure) => table.Simulated is null ? figure : FigureHead.Add(figure, $"smiles {SimulatedNote.Of(table.Simulated)}");
}
