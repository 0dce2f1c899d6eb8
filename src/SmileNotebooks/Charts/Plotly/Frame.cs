// States of a figure that its controls switch between: Plotly's frames.
using System.Collections.Immutable;

namespace SmileNotebooks.Charts;

/// <summary>A state of a figure: what differs from the others. Sliders, menus and <c>Plotly.animate</c> go to it by its name.</summary>
public sealed record Frame : PlotlyObject
{
    /// <summary>What steps and buttons call it; different from the names of the other frames.</summary>
    public string? Name { get; init; }

    /// <summary>Parts of traces: the options that are given replace those of the trace, all others stay.</summary>
    public ImmutableArray<Trace>? Data { get; init; }

    /// <summary>Which traces of the figure <see cref="Data"/> are parts of, counted from 0; the first ones by default.</summary>
    public ImmutableArray<int>? Traces { get; init; }

    /// <summary>A part of the layout: what is given replaces that of the figure. Without <see cref="Layout.Meta"/>.</summary>
    public Layout? Layout { get; init; }

    /// <summary>What the figure shows in this state, in a sentence. Plotly passes it over; a page may say it when the state is shown.</summary>
    public string? Description { get; init; }
}

/// <summary>How <c>Plotly.animate</c> goes to frames.</summary>
public sealed record AnimationOptions : PlotlyObject
{
    /// <summary>At once, without a transition: for controls, whose user waits for the state.</summary>
    public static AnimationOptions Immediate { get; } = Each(0);

    /// <summary><c>immediate</c>: what is under way is dropped; <c>next</c>: its frame is finished; <c>afterall</c> (default): it is finished.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether all frames from the present one on are shown, and not from the first one.</summary>
    public bool? FromCurrent { get; init; }

    /// <summary>How long frames stand.</summary>
    public FrameTiming? Frame { get; init; }

    /// <summary>How long it takes from one frame to the next.</summary>
    public Transition? Transition { get; init; }

    /// <summary>Frames that follow each other in even steps.</summary>
    /// <param name="milliseconds">How long each one stands; 0 for as short as it takes.</param>
    public static AnimationOptions Each(double milliseconds) => new()
    {
        Mode = "immediate",
        FromCurrent = true,
        // Without redraw only the points of scatters move, and neither bars nor the layout change.
        Frame = new(milliseconds, true),
        Transition = new(0),
    };
}

/// <summary>How long a frame stands.</summary>
/// <param name="Duration">Milliseconds.</param>
/// <param name="Redraw">Whether all of the figure is drawn again: what any trace but a scatter, and any change of the layout, asks for.</param>
public sealed record FrameTiming(double Duration, bool Redraw);

/// <summary>How long it takes from one frame to the next.</summary>
/// <param name="Duration">Milliseconds.</param>
public sealed record Transition(double Duration);
