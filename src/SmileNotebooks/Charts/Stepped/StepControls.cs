// Puts the controls of a stepped figure below and above its plot, and makes the room for them.
using System.Collections.Immutable;

namespace SmileNotebooks.Charts;

/// <summary>Sliders, drop-downs and play buttons.</summary>
internal static class StepControls
{
    // In pixels: the words over a slider, the slider, and its labels.
    private const double SliderHeight = 76;
    private const double MenuHeight = 48;
    private const double ButtonsWidth = 92;

    /// <summary>Ticks and title of the axis above a slider.</summary>
    private const double AxisHeight = 52;

    private const double WordsHeight = 18;

    private const double DefaultHeight = 450;
    private const double DefaultTop = 56;

    /// <summary>The figure with a slider below the plot.</summary>
    /// <param name="stepped">The figure.</param>
    /// <param name="parameter">What the slider sets.</param>
    /// <param name="play">Seconds a step while it plays; null for no play button.</param>
    public static Figure WithSlider(this SteppedFigure stepped, string parameter, double? play)
    {
        Layout layout = stepped.Base.Layout;
        Margin margin = layout.Margin ?? new();
        double axis = AxisHeight + Marks.MoreLines(layout.XAxis?.Title?.Text);
        Slider slider = new()
        {
            Name = parameter,
            Active = stepped.Options.Shown,
            Steps = [.. stepped.Frames.Select(frame => ControlStep.ToFrame(PlotlyText.Escape(frame.Name!), frame.Name!))],
            CurrentValue = new() { Prefix = $"{PlotlyText.Escape(parameter)}: ", Suffix = stepped.Options.Unit is { } unit ? $" {PlotlyText.Escape(unit)}" : null, Font = new() { Size = 13 } },
            X = 0,
            XAnchor = "left",
            Y = 0,
            YAnchor = "top",
            Len = 1,
            Pad = new() { T = axis, B = 8, L = play is null ? 4 : ButtonsWidth, R = 4 },
        };
        return stepped.Base with
        {
            Frames = stepped.Frames,
            Layout = layout with
            {
                Height = (layout.Height ?? DefaultHeight) + SliderHeight,
                Margin = margin with { B = Math.Max(margin.B ?? 0, axis) + SliderHeight },
                Sliders = [.. layout.Sliders ?? [], slider],
                UpdateMenus = play is { } seconds ? [.. layout.UpdateMenus ?? [], Buttons(seconds, axis)] : layout.UpdateMenus,
            },
        };
    }

    /// <summary>The figure with a drop-down between title and plot.</summary>
    /// <param name="stepped">The figure.</param>
    /// <param name="parameter">What is chosen.</param>
    public static Figure WithMenu(this SteppedFigure stepped, string parameter)
    {
        Layout layout = stepped.Base.Layout;
        Margin margin = layout.Margin ?? new();
        UpdateMenu menu = new()
        {
            Name = parameter,
            Active = stepped.Options.Shown,
            Buttons = [.. stepped.Frames.Select(frame => ControlStep.ToFrame(PlotlyText.Escape(frame.Name!), frame.Name!))],
            X = 0,
            XAnchor = "left",
            Y = 1,
            YAnchor = "bottom",
            Pad = new() { B = 10 + HeightOfWords(layout) },
        };
        return stepped.Base with
        {
            Frames = stepped.Frames,
            Layout = layout with
            {
                Title = OnTop(layout.Title),
                Height = (layout.Height ?? DefaultHeight) + MenuHeight,
                Margin = margin with { T = (margin.T ?? DefaultTop) + MenuHeight },
                UpdateMenus = [.. layout.UpdateMenus ?? [], menu],
            },
        };
    }

    private static UpdateMenu Buttons(double seconds, double axis) => new()
    {
        Type = "buttons",
        Direction = "right",
        ShowActive = false,
        Active = -1,
        X = 0,
        XAnchor = "left",
        Y = 0,
        YAnchor = "top",
        Pad = new() { T = axis + 20 },
        Buttons =
        [
            new() { Name = "play", Label = "▶", Method = "animate", Args = [null, AnimationOptions.Each(1000 * seconds)] },
            // An array with null in it stops what plays.
            new() { Name = "stop", Label = "■", Method = "animate", Args = [new string?[] { null }, AnimationOptions.Immediate] },
        ],
    };

    /// <summary>The room of words that stand on the plot, such as latencies over their lines. Their figure's margin holds it already.</summary>
    private static double HeightOfWords(Layout layout) =>
        (layout.Annotations ?? []).Where(words => words is { YRef: "paper", YAnchor: "bottom" } && words.Y?.ToString() == "1").Select(words => WordsHeight + (words.YShift ?? 0)).DefaultIfEmpty(0).Max();

    /// <summary>From the upper border: a title that stands in the middle of its margin would come into the drop-down.</summary>
    private static Title? OnTop(Title? title) => title is null || title.Raw?.ContainsKey("y") == true ? title : FigureHead.Placed(title);
}
