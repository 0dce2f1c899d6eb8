using System.Collections.Immutable;

namespace SmileNotebooks.Charts;

/// <summary>A drop-down or a row of buttons; each calls a function of Plotly.</summary>
public sealed record UpdateMenu : PlotlyObject
{
    /// <summary>What it sets, in words: a page says it to those who use its own controls.</summary>
    public string? Name { get; init; }

    /// <summary><c>dropdown</c> (default) or <c>buttons</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The buttons.</summary>
    public ImmutableArray<ControlStep>? Buttons { get; init; }

    /// <summary>Which button is chosen at first, counted from 0; -1 for none.</summary>
    public int? Active { get; init; }

    /// <summary>Whether the chosen button is marked; true by default.</summary>
    public bool? ShowActive { get; init; }

    /// <summary>Where further buttons are: <c>down</c> (default), <c>up</c>, <c>left</c> or <c>right</c> (beside each other).</summary>
    public string? Direction { get; init; }

    /// <summary>Place of the <see cref="XAnchor"/>, in widths of the plot.</summary>
    public double? X { get; init; }

    /// <summary>Place of the <see cref="YAnchor"/>, in heights of the plot from below.</summary>
    public double? Y { get; init; }

    /// <summary>Which side stands at <see cref="X"/>: <c>left</c>, <c>center</c>, <c>right</c>.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side stands at <see cref="Y"/>: <c>top</c>, <c>middle</c>, <c>bottom</c>.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Room around it, in pixels.</summary>
    public Margin? Pad { get; init; }

    /// <summary>The font of the buttons.</summary>
    public Font? Font { get; init; }
}
