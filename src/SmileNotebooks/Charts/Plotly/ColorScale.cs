using System.Collections.Immutable;

namespace SmileNotebooks.Charts;

/// <summary>Colours for the numbers from a least (0) to a greatest (1).</summary>
/// <param name="Stops">Positions from 0 to 1, ascending, each with its colour; between them Plotly interpolates.</param>
public sealed record ColorScale(ImmutableArray<(double At, string Color)> Stops)
{
    /// <summary>Little to much, pale blue to dark blue: even steps of lightness, so it survives a grey print.</summary>
    public static ColorScale Sequential { get; } =
        new([(0, "#eaf2f8"), (0.25, "#a9cce3"), (0.5, "#5499c7"), (0.75, "#1f6391"), (1, "#0b2f4a")]);

    /// <summary>Less and more than the middle, vermilion to blue by way of near-white: told apart in all common forms of
    /// colour blindness.</summary>
    public static ColorScale Diverging { get; } =
        new([(0, "#a63603"), (0.25, "#e6864a"), (0.5, "#f4f4f2"), (0.75, "#5499c7"), (1, "#0b4a75")]);
}
