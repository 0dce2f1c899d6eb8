// A clip as figure: lip corners and cheeks of each person over time.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of measured clips.</summary>
public static class FaceVideoFigures
{
    /// <summary>More points than this are finer than a screen.</summary>
    private const int MostFrames = 1600;

    /// <summary>More people than colours would not be told apart.</summary>
    private const int MostPeople = 6;

    private const int MostShaded = 400;
    private const double PlotHeight = 290;

    /// <summary>AU12 and AU6 of each person over time. Lines have gaps where the person was not found; stretches in which nobody was found are shaded.</summary>
    /// <param name="result">A measured clip.</param>
    /// <param name="options">Words of one's own.</param>
    /// <returns>A figure; with more than six people those who are seen the longest.</returns>
    public static Figure TimeCourse(this FaceVideoResult result, FigureOptions? options = null)
    {
        options ??= new FigureOptions();
        ImmutableArray<FaceSeries> series = MostSeen(result);
        Trace[] traces = [.. series.SelectMany(one => Traces(one, many: series.Length > 1))];
        FigureHead head = FigureHead.Of(options, Path.GetFileName(result.Clip), null, Remarks(result, series));
        double bottom = LegendRoom.Below(traces);
        return new Figure(traces)
        {
            Layout = new()
            {
                Title = head.Title,
                Height = head.Height + PlotHeight + bottom,
                Margin = new() { T = head.Height, B = bottom },
                ShowLegend = true,
                Legend = Legend.Below,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"), Range = [0, Marks.Round(Math.Max(result.Duration, 1e-3))], ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Intensity (0 to 5)"), Range = [0, 5.1], ZeroLine = false },
                Shapes = [.. Shaded(result)],
            },
            Description = $"{result} {SmileFigures.Caption}.",
        };
    }

    private static ImmutableArray<FaceSeries> MostSeen(FaceVideoResult result)
    {
        HashSet<int> drawn = [.. result.People.OrderByDescending(person => person.FramesFound).Take(MostPeople).Select(person => person.Person)];
        return [.. result.Series.Where(series => drawn.Contains(series.Face))];
    }

    private static IEnumerable<string?> Remarks(FaceVideoResult result, ImmutableArray<FaceSeries> series)
    {
        yield return "the smile score is 20 times AU12";
        yield return series.Length < result.Series.Length ? $"the {series.Length} of {result.Series.Length} people who are seen the longest" : null;
        yield return result.FramesWithoutFace > 0 ? $"shaded: nobody found ({result.FramesWithoutFace} of {Plural.Of(result.Frames, "frame")})" : null;
        foreach (string remark in result.Remarks)
        {
            yield return remark;
        }

        yield return result.Problem is null ? null : $"ended early: {result.Problem}";
        yield return SmileFigures.Caption;
    }

    private static IEnumerable<Trace> Traces(FaceSeries series, bool many)
    {
        string person = many ? $"person {series.Face}: " : "";
        int every = (series.Count + MostFrames - 1) / MostFrames;
        int[] drawn = [.. Enumerable.Range(0, series.Count).Where(at => at % Math.Max(every, 1) == 0)];
        foreach ((int number, Dash dash, double width) in ((int, Dash, double)[])[(12, Dash.Solid, 2.2), (6, Dash.Dot, 1.6)])
        {
            ImmutableArray<double> values = series[FaceColumns.ActionUnit(number)];
            string name = $"{person}AU{number:00} {(number == 12 ? "lip corner puller" : "cheek raiser")}";
            yield return new Scatter
            {
                Name = name,
                X = Marks.Rounded(drawn.Select(at => series.Times[at])),
                Y = Marks.Rounded(drawn.Select(at => values[at])),
                Mode = Mode.Lines,
                Line = new() { Color = many ? Marks.Color(series.Face) : Marks.Color(number == 12 ? 0 : 1), Width = width, Dash = dash },
                HoverTemplate = $"%{{x:.4~g}} s: %{{y:.2f}}<extra>{name}</extra>",
            };
        }
    }

    /// <summary>Where nobody was found: from the last frame with somebody to the next.</summary>
    private static IEnumerable<Shape> Shaded(FaceVideoResult result)
    {
        foreach ((double from, double until) in Empty(result).Take(MostShaded))
        {
            yield return new Shape
            {
                X0 = Marks.Round(from),
                X1 = Marks.Round(until),
                Y0 = 0,
                Y1 = 1,
                XRef = "x",
                YRef = "paper",
                FillColor = Marks.Pale(Palette.Grey, 0.25),
                Line = new() { Width = 0 },
                Layer = "below",
            };
        }
    }

    private static List<(double From, double Until)> Empty(FaceVideoResult result)
    {
        if (result.Series.IsEmpty)
        {
            return [(0, Math.Max(result.Duration, 1e-3))];
        }

        ImmutableArray<double> times = result.Series[0].Times;
        List<(double From, double Until)> found = [];
        int? start = null;
        for (int i = 0; i <= times.Length; i++)
        {
            bool isEmpty = i < times.Length && result.Series.All(series => double.IsNaN(series[FaceColumns.Confidence][i]));
            if (isEmpty)
            {
                start ??= i;
            }
            else if (start is { } first)
            {
                found.Add((times[Math.Max(first - 1, 0)], times[Math.Min(i, times.Length - 1)]));
                start = null;
            }
        }

        return found;
    }
}
