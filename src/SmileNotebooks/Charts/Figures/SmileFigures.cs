// Smiles as figures.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of smiles.</summary>
public static class SmileFigures
{
    /// <summary>What stands under every smile score.</summary>
    public const string Caption = "Descriptive geometry, not a measure of felt emotion";

    /// <summary>A smile's score on a gauge, its type in words, and the engagement of the eyes.</summary>
    /// <param name="score">0 to 100; NaN shows an empty gauge.</param>
    /// <param name="type">In words, such as <c>Duchenne</c>.</param>
    /// <param name="eyeEngagement">0 to 100; NaN shows an empty bar.</param>
    /// <returns>A figure; <see cref="Caption"/> stands under it.</returns>
    public static Figure Gauge(double score, string type, double eyeEngagement) => new(
        Dial("Smile score", score),
        Bullet("Eyes", eyeEngagement))
    {
        Layout = new()
        {
            Height = 380,
            Margin = new() { L = 56, R = 48, T = 72, B = 64 },
            Annotations =
            [
                Note($"<b>{PlotlyText.Escape(type)}</b>", y: 0.35, size: 17),
                Note(double.IsNaN(eyeEngagement) ? "Eye engagement" : FormattableString.Invariant($"Eye engagement {eyeEngagement:F0}"), y: 0.16, size: 13) with { YAnchor = "bottom" },
                Note(Caption, y: 0, size: 12) with { YAnchor = "top", YShift = -36 },
            ],
        },
        Description = FormattableString.Invariant(
            $"Smile score {score:F0} of 100, {type}, eye engagement {eyeEngagement:F0} of 100. {Caption}."),
    };

    /// <summary>The smile scores of many files as dots, the greatest at the top.</summary>
    /// <param name="smiles">A file's name or path, the score (0 to 100; NaN where no face was found) and the type.</param>
    /// <returns>A figure; with more than 40 files their names stand beside the mouse only.</returns>
    public static Figure Ranking(IReadOnlyList<(string File, double Score, string Type)> smiles) => SmileRanking.Make(smiles);

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
