// Smiles as figures.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of smiles.</summary>
public static class SmileFigures
{
    /// <summary>What stands under every smile score.</summary>
    public const string Caption = "Descriptive geometry, not a measure of felt emotion";

    /// <summary>A smile's score on a gauge, its type in words, and the engagement of the eyes.</summary>
    /// <param name="smile">A smile.</param>
    /// <returns>A figure; <see cref="Caption"/> stands under it.</returns>
    public static Figure Gauge(this Smile smile) =>
        WithCrowsFeet(Gauge(smile.Score, smile.Type, smile.EyeEngagement), smile) with { Description = smile.ToString() };

    /// <summary>A smile score on a gauge, its type in words, and the engagement of the eyes.</summary>
    /// <param name="score">0 to 100; NaN shows an empty gauge.</param>
    /// <param name="type">The kind of smile.</param>
    /// <param name="eyeEngagement">0 to 100; NaN shows an empty bar.</param>
    /// <returns>A figure; <see cref="Caption"/> stands under it.</returns>
    public static Figure Gauge(double score, SmileType type, double eyeEngagement) => new(
        Dial("Smile score", score),
        Bullet("Eyes", eyeEngagement))
    {
        Layout = new()
        {
            Height = 380,
            Margin = new() { L = 56, R = 48, T = 72, B = 64 },
            Annotations =
            [
                Note($"<b>{InWords(type)}</b>", y: 0.35, size: 17),
                Note(double.IsNaN(eyeEngagement) ? "Eye engagement" : FormattableString.Invariant($"Eye engagement {eyeEngagement:F0}"), y: 0.16, size: 13) with { YAnchor = "bottom" },
                Note(Caption, y: 0, size: 12) with { YAnchor = "top", YShift = -36 },
            ],
        },
        Description = FormattableString.Invariant(
            $"Smile score {score:F0} of 100, {InWords(type)}, eye engagement {eyeEngagement:F0} of 100. {Caption}."),
    };

    /// <summary>The smile scores of many files as dots, the greatest at the top.</summary>
    /// <param name="smiles">A file's name or path, and its smile; null where no face was found.</param>
    /// <returns>A figure; with more than 40 files their names stand beside the mouse only.</returns>
    public static Figure Ranking(IEnumerable<(string File, Smile? Smile)> smiles) =>
        Ranking([.. smiles.Select(entry => (entry.File, entry.Smile?.Score ?? double.NaN, entry.Smile?.Type ?? SmileType.None))]);

    /// <summary>The smile scores of many files as dots, the greatest at the top.</summary>
    /// <param name="smiles">A file's name or path, the score (0 to 100; NaN where no face was found) and the type.</param>
    /// <returns>A figure; with more than 40 files their names stand beside the mouse only.</returns>
    public static Figure Ranking(IReadOnlyList<(string File, double Score, SmileType Type)> smiles) => SmileRanking.Make(smiles);

    /// <summary>A kind of smile as people read it.</summary>
    internal static string InWords(SmileType type) => type switch
    {
        SmileType.Duchenne => "Duchenne",
        SmileType.NonDuchenne => "non-Duchenne",
        _ => "no smile",
    };

    /// <summary>What the skin shows stands beside the geometry of AU6, under the eyes' bar.</summary>
    private static Figure WithCrowsFeet(Figure gauge, Smile smile)
    {
        if (smile.Wrinkles is not { } wrinkles)
        {
            return gauge;
        }

        const double Line = 20;
        string text = FormattableString.Invariant($"AU06 {smile.AU06.Intensity:0.0}, crow's feet {Wrinkles.Sides(wrinkles.CrowsFeetRight, wrinkles.CrowsFeetLeft)}");
        return gauge with
        {
            Layout = gauge.Layout with
            {
                Height = gauge.Layout.Height + Line,
                Margin = gauge.Layout.Margin! with { B = gauge.Layout.Margin.B + Line },
                Annotations = [.. gauge.Layout.Annotations!.Value, Note(PlotlyText.Escape(text), y: 0, size: 12) with { YAnchor = "top", YShift = -36 - Line }],
            },
        };
    }

    private static Indicator Dial(string title, double score) => new()
    {
        Name = title,
        Value = Math.Round(score, 1),
        Mode = IndicatorMode.GaugeNumber,
        Title = new() { Text = title, Font = new() { Size = 14 } },
        Number = new() { ValueFormat = ".0f", Font = new() { Size = 44 } },
        Domain = new() { X = [0, 1], Y = [0.44, 1] },
        Gauge = Scale("angular", Palette.Blue),
    };

    private static Indicator Bullet(string title, double engagement) => new()
    {
        Name = title,
        Value = Math.Round(engagement, 1),
        Mode = IndicatorMode.Gauge,
        Domain = new() { X = [0.2, 0.8], Y = [0.06, 0.14] },
        Gauge = Scale("bullet", Palette.Green),
    };

    private static Gauge Scale(string shape, string color) => new()
    {
        Shape = shape,
        BorderWidth = 0,
        BgColor = "rgba(128,140,155,0.2)",
        Axis = new() { Range = [0, 100], DTick = 25 },
        Bar = new() { Color = color, Thickness = shape == "bullet" ? 1 : 0.72 },
    };

    private static Annotation Note(string text, double y, double size) => new()
    {
        Text = text,
        X = 0.5,
        Y = y,
        XRef = "paper",
        YRef = "paper",
        XAnchor = "center",
        YAnchor = "middle",
        ShowArrow = false,
        Font = new() { Size = size },
    };
}
