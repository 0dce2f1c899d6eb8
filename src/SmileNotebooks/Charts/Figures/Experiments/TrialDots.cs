// Every trial as a dot, with a drop-down that shows one participant among the others.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

public static partial class TrialFigures
{
    private const double DotSpread = 0.34;

    /// <summary>Every trial as a dot, participants' means joined over conditions, and a drop-down that shows one participant among the others. The mouse finds participant,
    /// trial and its place in the session.</summary>
    /// <param name="table">A trial table.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure; null for a table without rows.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, or a condition that the table does not name.</exception>
    public static Figure? HighlightParticipants(this TrialTable table, FigureOptions? options = null)
    {
        ImmutableArray<ParticipantMean> means = table.ParticipantMeans();
        if (means.IsEmpty)
        {
            return null;
        }

        options ??= new();
        (string Muscle, string Condition)[] cells = [.. table.Muscles.SelectMany(muscle => table.Conditions.Select(condition => (muscle, condition)))];
        Dictionary<(string, string), int> place = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        Trial[] trials = [.. table.Trials];
        double[] x = [.. trials.Select((trial, row) => place[(trial.Muscle, trial.Condition)] + (DotSpread * (Marks.Scattered(row) - 0.5)))];
        bool areJoined = means.GroupBy(mean => (mean.Participant, mean.Muscle)).Any(own => own.Count() > 1);
        FigureHead head = FigureHead.Of(
            options, $"{string.Join(" and ", table.Muscles)}, each trial", table.Simulated,
            [$"{Plural.Of(trials.Length, "trial")} of {Plural.Of(table.Participants.Length, "participant")}{(areJoined ? "; lines join means of participants" : "")}", LeftOut(table.Exclusions)]);
        Layout layout = new()
        {
            Title = head.Title,
            Height = head.Height + 380,
            Margin = new() { T = head.Height, B = 60 },
            ShowLegend = false,
            HoverMode = HoverMode.Closest,
            XAxis = new()
            {
                Title = Marks.AxisTitle(options.XTitle), Range = [-0.5, cells.Length - 0.5], TickVals = [.. cells.Select((_, at) => (Value)at)], ZeroLine = false, ShowGrid = false,
                TickText = [.. cells.Select(cell => (Value)(table.Muscles.Length > 1 ? $"{PlotlyText.Escape(cell.Condition)}<br>{PlotlyText.Escape(cell.Muscle)}" : PlotlyText.Escape(cell.Condition)))],
            },
            YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? PlotlyText.Escape(table.Measure).Replace(", ", ",<br>", StringComparison.Ordinal)), ZeroLine = true },
        };
        Trace[] all = [MeansOf("means", table.Participants, Palette.Grey, 1, Math.Clamp(12.0 / table.Participants.Length, 0.15, 0.6)), DotsOf("trials", _ => true, Palette.Blue, 4.5, 0.45)];
        return Figure.Choice("participant", [CourseMotion.Everyone, .. table.Participants], who => new Figure([.. all, MeansOf($"means of {who}", [who], Palette.Vermilion, 2.4, 1), DotsOf($"trials of {who}", trial => trial.Participant == who, Palette.Vermilion, 8, 1)])
        {
            Layout = layout,
            Description = who == CourseMotion.Everyone
                ? $"{Plural.Of(trials.Length, "trial")} of {Plural.Of(table.Participants.Length, "participant")}."
                : $"Participant {who}: {string.Join(", ", means.Where(mean => mean.Participant == who).Select(mean => $"{mean.Muscle} {mean.Condition} {Apa.Quantity(mean.Value)}"))}.",
        });

        // Muscles are not joined: they are no steps of one thing.
        Scatter MeansOf(string name, IEnumerable<string> whose, string color, double width, double opacity)
        {
            List<Value> xs = [], ys = [];
            foreach (IGrouping<(string, string), ParticipantMean> own in means.Where(mean => whose.Contains(mean.Participant)).GroupBy(mean => (mean.Participant, mean.Muscle)))
            {
                xs.AddRange(own.Select(mean => (Value)place[(mean.Muscle, mean.Condition)]).Append(double.NaN));
                ys.AddRange(own.Select(mean => (Value)Marks.Round(mean.Value)).Append(double.NaN));
            }

            return new() { Name = PlotlyText.Escape(name), X = [.. xs], Y = [.. ys], Mode = Mode.Lines, Line = new() { Color = color, Width = width }, Opacity = opacity, HoverInfo = "skip" };
        }

        Scatter DotsOf(string name, Func<Trial, bool> which, string color, double size, double opacity)
        {
            (Trial Trial, double X)[] shown = [.. trials.Zip(x).Where(one => which(one.First))];
            return new()
            {
                Name = PlotlyText.Escape(name),
                X = Marks.Rounded(shown.Select(one => one.X)),
                Y = Marks.Rounded(shown.Select(one => one.Trial.Value)),
                Mode = Mode.Markers,
                Marker = new() { Color = color, Size = size, Opacity = opacity },
                Text = [.. shown.Select(one => (Value)PlotlyText.Escape($"participant {one.Trial.Participant}, {one.Trial.Condition} {one.Trial.Number} (trial {one.Trial.Position})"))],
                HoverTemplate = "%{text}: %{y:.3~g}<extra></extra>",
            };
        }
    }
}
