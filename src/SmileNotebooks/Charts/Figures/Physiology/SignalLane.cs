// One lane of a figure of signals: a channel, thinned to what a screen can show.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>A channel as it is drawn.</summary>
/// <param name="Name">The channel.</param>
/// <param name="Unit">Its unit; empty where unknown.</param>
/// <param name="SamplingRate">In Hz.</param>
/// <param name="Signal">Its values.</param>
internal sealed record SignalLane(string Name, string Unit, double SamplingRate, ThinnedSignal Signal)
{
    /// <summary>A screen is less than 4,000 pixels high and its lines are wider than one: finer steps are not seen.</summary>
    private const double ScreenSteps = 4000;

    /// <summary>Name and unit.</summary>
    public string Label => Unit.Length > 0 ? $"{Name} ({Unit})" : Name;

    public bool IsEmpty => double.IsNaN(Signal.Least);

    /// <summary>Reads what a window holds of a channel.</summary>
    public static SignalLane Of(Channel channel, double from, double to, int mostPoints)
    {
        long first = Math.Clamp((long)Math.Ceiling(from * channel.SamplingRate), 0, channel.SampleCount);
        long until = Math.Clamp((long)Math.Ceiling(to * channel.SamplingRate), first, channel.SampleCount);
        return new(channel.Name, channel.Unit, channel.SamplingRate, ThinnedSignal.Of(channel, first, until - first, mostPoints));
    }

    /// <summary>Least and greatest value with some room; a constant signal lies in the middle.</summary>
    public (double Low, double High) Range()
    {
        if (IsEmpty)
        {
            return (-1, 1);
        }

        double span = Signal.Greatest - Signal.Least;
        double room = span > 0 ? 0.08 * span : Signal.Least == 0 ? 1 : 0.5 * Math.Abs(Signal.Least);
        // Near the greatest double the sum has no room left.
        return (Math.Max(Signal.Least - room, double.MinValue / 4), Math.Min(Signal.Greatest + room, double.MaxValue / 4));
    }

    public Scatter Trace(string axis) => new()
    {
        Name = PlotlyText.Escape(Name),
        X0 = Signal.Start,
        DX = Signal.Step,
        Y = [.. Rounded().Select(value => (Value)value)],
        YAxis = axis,
        Mode = Mode.Lines,
        Line = new() { Color = Palette.Blue, Width = 1 },
        HoverTemplate = $"%{{x:.6~g}} s: %{{y:.4~g}} {PlotlyText.Escape(Unit)}<extra>{PlotlyText.Escape(Name)}</extra>",
        ShowLegend = false,
    };

    /// <summary>Coloured stretches of time over the height of the lane; null where there are none.</summary>
    public Scatter? Spans(string name, string color, double opacity, IReadOnlyList<(double From, double Until)> spans, string axis)
    {
        if (spans.Count == 0)
        {
            return null;
        }

        (double low, double high) = Range();
        List<double> x = [];
        List<double> y = [];
        foreach ((double from, double until) in spans)
        {
            x.AddRange([from, from, until, until, from, double.NaN]);
            y.AddRange([low, high, high, low, low, double.NaN]);
        }

        return new()
        {
            Name = name,
            X = Marks.Rounded(x),
            Y = Marks.Rounded(y),
            YAxis = axis,
            Mode = Mode.Lines,
            Fill = "toself",
            FillColor = Marks.Pale(color, opacity),
            // A line, so that a span narrower than a pixel is seen.
            Line = new() { Color = color, Width = 0.6 },
            HoverInfo = "skip",
            LegendGroup = name,
        };
    }

    /// <summary>The lane in words.</summary>
    public string Describe() => IsEmpty
        ? $"{Label}: no value."
        : FormattableString.Invariant($"{Label} at {SamplingRate:0.###} Hz: {Apa.Quantity(Signal.Least)} to {Apa.Quantity(Signal.Greatest)}")
            + (Signal.GapCount == 0 ? "." : FormattableString.Invariant($", {Signal.GapCount} gap{(Signal.GapCount == 1 ? "" : "s")}, {Signal.Missing / SamplingRate:0.###} s in all."));

    private IEnumerable<double> Rounded()
    {
        double step = (Signal.Greatest - Signal.Least) / ScreenSteps;
        int decimals = step > 0 ? (int)Math.Ceiling(-Math.Log10(step)) : 16;
        return Signal.Values.Select(value => decimals is >= 0 and <= 15 ? Math.Round(value, decimals) : Marks.Round(value));
    }
}
