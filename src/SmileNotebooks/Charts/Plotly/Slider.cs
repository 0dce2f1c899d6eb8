using System.Collections.Immutable;

namespace SmileNotebooks.Charts;

/// <summary>A slider below or beside the plot; each of its steps calls a function of Plotly.</summary>
public sealed record Slider : PlotlyObject
{
    /// <summary>What it sets, in words: a page says it to those who use its own controls.</summary>
    public string? Name { get; init; }

    /// <summary>The steps, from the left.</summary>
    public ImmutableArray<ControlStep>? Steps { get; init; }

    /// <summary>Which step is shown first, counted from 0.</summary>
    public int? Active { get; init; }

    /// <summary>The words that say where the slider stands.</summary>
    public CurrentValue? CurrentValue { get; init; }

    /// <summary>Place of the <see cref="XAnchor"/>, in widths of the plot.</summary>
    public double? X { get; init; }

    /// <summary>Place of the <see cref="YAnchor"/>, in heights of the plot from below.</summary>
    public double? Y { get; init; }

    /// <summary>Which side stands at <see cref="X"/>: <c>left</c>, <c>center</c>, <c>right</c>.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side stands at <see cref="Y"/>: <c>top</c>, <c>middle</c>, <c>bottom</c>.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Length in widths of the plot, 1 by default.</summary>
    public double? Len { get; init; }

    /// <summary>Room around it, in pixels.</summary>
    public Margin? Pad { get; init; }

    /// <summary>The font of the labels.</summary>
    public Font? Font { get; init; }
}

/// <summary>The words that say where a slider stands.</summary>
public sealed record CurrentValue : PlotlyObject
{
    /// <summary>What stands before the label of the step.</summary>
    public string? Prefix { get; init; }

    /// <summary>What stands behind it.</summary>
    public string? Suffix { get; init; }

    /// <summary>Distance to the slider in pixels.</summary>
    public double? Offset { get; init; }

    /// <summary>The font.</summary>
    public Font? Font { get; init; }
}

/// <summary>A step of a slider, or a button of a menu: it calls a function of Plotly.</summary>
public sealed record ControlStep : PlotlyObject
{
    /// <summary>What it does, in words, where the label is a sign.</summary>
    public string? Name { get; init; }

    /// <summary>The words at the step or on the button.</summary>
    public string? Label { get; init; }

    /// <summary>The function: <c>restyle</c>, <c>relayout</c>, <c>update</c>, <c>animate</c>, or <c>skip</c> for none.</summary>
    public string? Method { get; init; }

    /// <summary>What it is given, as JSON: parts of figures, options, arrays, numbers, texts.</summary>
    public ImmutableArray<object?>? Args { get; init; }

    /// <summary>A step that goes to a frame at once.</summary>
    /// <param name="label">The words.</param>
    /// <param name="frame">The name of the frame.</param>
    public static ControlStep ToFrame(string label, string frame) => new()
    {
        Label = label,
        Method = "animate",
        Args = [ImmutableArray.Create(frame), AnimationOptions.Immediate],
    };
}
