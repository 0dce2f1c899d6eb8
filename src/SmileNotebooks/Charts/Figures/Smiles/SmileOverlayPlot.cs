// Smiles over each other, from the beginning of their onsets.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws smiles over each other.</summary>
internal static class SmileOverlayPlot
{
    private const double PlotHeight = 320;
    private const double Before = 0.5;

    // More lines than this are a surface.
    private const int MostSmiles = 60;

    // So many have a colour and a name of their own.
    private const int MostNamed = 6;

    public static Figure Make(IReadOnlyList<SmileDynamics> clips, FigureOptions options)
    {
        (SmileDynamics Clip, SmileEpisode Smile)[] all = [.. clips.SelectMany(clip => clip.Episodes.Select(smile => (clip, smile)))];
        (SmileDynamics Clip, SmileEpisode Smile)[] seen = [.. all.Where(one => !one.Smile.IsCutAtStart)];
        FigureCheck.Any(seen.Length, "smiles of which the onset is seen");
        if (seen.Select(one => one.Clip.Signal).Distinct().Count() > 1)
        {
            throw new ArgumentException("Found smiles of lip corners and of AU12, expected one signal: their units differ.", nameof(clips));
        }

        (SmileDynamics Clip, SmileEpisode Smile)[] drawn = [.. seen.Take(MostSmiles)];
        bool areNamed = drawn.Length <= MostNamed;
        Trace[] traces = [.. drawn.Select((one, at) => Curve(one.Clip, one.Smile, at, areNamed)), Apexes(drawn)];
        FigureHead head = FigureHead.Of(
            options, seen.Length == 1 ? "A smile from its onset" : FormattableString.Invariant($"{seen.Length} smiles from their onsets"),
            string.Join("; ", clips.Select(clip => clip.Series.Simulated).OfType<string>().Distinct()),
            [
                seen.Length > drawn.Length ? FormattableString.Invariant($"the first {drawn.Length} drawn") : null,
                all.Length > seen.Length ? FormattableString.Invariant($"{all.Length - seen.Length} without an onset in sight left out") : null,
            ]);
        double bottom = LegendRoom.Below(traces);
        return new(traces)
        {
            Layout = new()
            {
                Title = head.Title,
                Height = PlotHeight + head.Height + bottom,
                Margin = new() { T = head.Height, B = bottom },
                ShowLegend = true,
                Legend = Legend.Below,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Time from the beginning of the onset (s)"), ZeroLine = true },
                YAxis = new()
                {
                    Title = Marks.AxisTitle(options.YTitle ?? (seen[0].Clip.Signal == SmileSignal.LipCorners ? "Amplitude (lip widths)" : "AU12 above rest")),
                    ZeroLine = true,
                },
            },
            Description = $"Smiles from their onsets. {string.Join(' ', drawn.Take(12).Select(one => one.Smile.ToString()))}",
        };
    }

    private static Scatter Curve(SmileDynamics clip, SmileEpisode smile, int at, bool isNamed)
    {
        (SmileCourse course, double rest) = CourseOf(clip, smile);
        int first = Math.Max(0, Moment(course, smile.From - Before));
        int last = Math.Min(course.Count - 1, Moment(course, smile.Until + Before));
        int[] moments = [.. Enumerable.Range(first, last - first + 1)];
        string name = PlotlyText.Escape(FormattableString.Invariant($"{Path.GetFileName(smile.Clip)}, {smile.Number}"));
        return new()
        {
            Name = name,
            X = Marks.Rounded(moments.Select(moment => course.TimeAt(moment) - smile.OnsetStart)),
            Y = Marks.Rounded(moments.Select(moment => course.Position[moment] - rest)),
            Mode = Mode.Lines,
            Line = new() { Color = isNamed ? Marks.Color(at) : Marks.Pale(Palette.Blue, 0.45), Width = isNamed ? 2 : 1.2, Dash = isNamed ? Marks.DashOf(at) : Dash.Solid },
            ShowLegend = isNamed,
            HoverTemplate = $"%{{x:.2f}} s: %{{y:.3f}}<extra>{name}</extra>",
        };
    }

    private static Scatter Apexes((SmileDynamics Clip, SmileEpisode Smile)[] drawn)
    {
        (double X, double Y)[] apexes =
        [
            .. from one in drawn
               where !double.IsNaN(one.Smile.ApexStart)
               let course = CourseOf(one.Clip, one.Smile)
               select (one.Smile.ApexStart - one.Smile.OnsetStart, course.Course.Position[Math.Clamp(Moment(course.Course, one.Smile.ApexStart), 0, course.Course.Count - 1)] - course.Start),
        ];
        return new()
        {
            Name = "apex begins",
            X = Marks.Rounded(apexes.Select(apex => apex.X)),
            Y = Marks.Rounded(apexes.Select(apex => apex.Y)),
            Mode = Mode.Markers,
            Marker = new() { Color = Palette.Grey, Symbol = "diamond", Size = drawn.Length <= MostNamed ? 10 : 6 },
            HoverTemplate = "apex begins %{x:.2f} s after the onset<extra></extra>",
        };
    }

    /// <summary>The course that a smile is on, and its level where the onset begins.</summary>
    private static (SmileCourse Course, double Start) CourseOf(SmileDynamics clip, SmileEpisode smile)
    {
        SmileCourse course = clip.Courses.First(one => one.Until >= smile.Until - SmileCourse.Step);
        return (course, course.Position[Math.Clamp(Moment(course, smile.OnsetStart), 0, course.Count - 1)]);
    }

    private static int Moment(SmileCourse course, double time) => (int)Math.Round((time - course.From) / SmileCourse.Step);
}
