// Wrinkles as bars.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of wrinkles.</summary>
public static class WrinkleFigures
{
    private const double BarWidth = 0.36;
    private const double SideOffset = 0.2;

    /// <summary>The folds of both sides as bars in decibels; what is not measurable says so in its place.</summary>
    /// <param name="wrinkles">Measured wrinkles.</param>
    /// <returns>A figure; its description has the reasons.</returns>
    public static Figure Bars(this Wrinkles wrinkles)
    {
        (string Name, Wrinkle Right, Wrinkle Left)[] rows = RowsOf(wrinkles);
        return new(
            Side("subject's right", [.. rows.Select(row => row.Right)], -SideOffset, Palette.Green),
            Side("subject's left", [.. rows.Select(row => row.Left)], SideOffset, Palette.Vermilion))
        {
            Layout = new()
            {
                Title = "Wrinkles",
                Height = 330,
                BarMode = BarMode.Overlay,
                Legend = Legend.Below,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = wrinkles.IsAboveNeutral ? "dB above the resting face" : "dB above the skin of the cheek", FixedRange = true },
                YAxis = new()
                {
                    // The first at the top.
                    Range = [rows.Length - 0.5, -0.5],
                    TickVals = [.. rows.Select((_, row) => (Value)row)],
                    TickText = [.. rows.Select(row => (Value)row.Name)],
                    ZeroLine = false,
                    ShowGrid = false,
                    AutoMargin = true,
                    FixedRange = true,
                },
                Annotations =
                [
                    .. rows.Index().Where(row => row.Item.Right.Value is null).Select(row => Missing(row.Index - SideOffset, row.Item.Right, "right")),
                    .. rows.Index().Where(row => row.Item.Left.Value is null).Select(row => Missing(row.Index + SideOffset, row.Item.Left, "left")),
                ],
            },
            Description = wrinkles.ToString(),
        };
    }

    /// <summary>The regions from top to bottom.</summary>
    internal static (string Name, Wrinkle Right, Wrinkle Left)[] RowsOf(Wrinkles wrinkles) =>
    [
        ("Crow's feet", wrinkles.CrowsFeetRight, wrinkles.CrowsFeetLeft),
        ("Under the lower lid", wrinkles.LowerLidRight, wrinkles.LowerLidLeft),
        ("Naso-labial fold", wrinkles.NasolabialRight, wrinkles.NasolabialLeft),
    ];

    private static Bar Side(string name, Wrinkle[] wrinkles, double offset, string color)
    {
        (int Row, double Value)[] shown = [.. wrinkles.Index().Where(one => one.Item.Value is not null).Select(one => (one.Index, one.Item.Value!.Value))];
        return new()
        {
            Name = name,
            Orientation = "h",
            Width = BarWidth,
            X = [.. shown.Select(one => (Value)Math.Round(one.Value, 2))],
            Y = [.. shown.Select(one => (Value)(one.Row + offset))],
            Marker = new() { Color = color },
            HoverTemplate = name + ": %{x:.1f} dB<extra></extra>",
        };
    }

    private static Annotation Missing(double y, Wrinkle wrinkle, string side) => new()
    {
        Text = $"{side}: {InBrief(wrinkle.Problem)}",
        X = 0,
        Y = y,
        XAnchor = "left",
        YAnchor = "middle",
        XShift = 4,
        ShowArrow = false,
        Font = new() { Size = 11, Color = Palette.Grey },
    };

    private static string InBrief(WrinkleProblem problem) => problem switch
    {
        WrinkleProblem.NoPicture => "no picture",
        WrinkleProblem.FaceTooSmall => "face too small",
        WrinkleProblem.HeadTurned => "head turned too far",
        WrinkleProblem.OutsidePicture => "out of the picture",
        WrinkleProblem.Blurred => "picture blurred",
        WrinkleProblem.Glasses => "glasses or hair",
        WrinkleProblem.Exposure => "glare or black",
        WrinkleProblem.NoReference => "no cheek to compare with",
        WrinkleProblem.NotInNeutral => "not measurable at rest",
        _ => "",
    };
}
