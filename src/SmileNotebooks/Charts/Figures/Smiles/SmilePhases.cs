// The phases of a smile as areas behind its movement: one look and one line in the legend for each phase.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws phases.</summary>
internal static class SmilePhases
{
    private static readonly (string Name, string Color, Func<SmileEpisode, (double From, double Until)> Span)[] s_phases =
    [
        ("onset", Palette.Green, smile => (Seen(smile.OnsetStart, smile.From), Seen(smile.ApexStart, smile.From))),
        ("apex", Palette.Orange, smile => (Seen(smile.ApexStart, smile.From), Seen(smile.OffsetStart, smile.Until))),
        ("offset", Palette.Purple, smile => (Seen(smile.OffsetStart, smile.Until), Seen(smile.OffsetEnd, smile.Until))),
    ];

    /// <summary>An area from bottom to top for each phase of each smile that is seen.</summary>
    public static IEnumerable<Shape> Areas(IEnumerable<SmileEpisode> smiles) =>
        from smile in smiles
        from phase in s_phases
        let span = phase.Span(smile)
        where span.Until > span.From
        select new Shape
        {
            Type = "rect",
            X0 = Marks.Round(span.From),
            X1 = Marks.Round(span.Until),
            XRef = "x",
            Y0 = 0,
            Y1 = 1,
            YRef = "paper",
            FillColor = Marks.Pale(phase.Color, 0.2),
            Line = new() { Width = 0 },
            Layer = "below",
        };

    /// <summary>What the areas mean, in the legend.</summary>
    public static IEnumerable<Trace> Legend() => s_phases.Select(phase => new Scatter
    {
        Name = phase.Name,
        X = [double.NaN],
        Y = [double.NaN],
        Mode = Mode.Markers,
        Marker = new() { Color = Marks.Pale(phase.Color, 0.5), Symbol = "square", Size = 12 },
        HoverInfo = "skip",
    });

    private static double Seen(double time, double otherwise) => double.IsNaN(time) ? otherwise : time;
}
