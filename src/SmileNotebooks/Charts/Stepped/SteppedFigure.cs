// Makes one figure of many: what differs between them goes into frames.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>A step: its words and its figure.</summary>
internal sealed record FigureStep(string Label, Figure Figure);

/// <summary>A figure with a frame for each step, without the controls that go to them.</summary>
/// <param name="Base">The figure of the step that is shown first.</param>
/// <param name="Frames">The frames.</param>
/// <param name="Options">Options.</param>
internal sealed record SteppedFigure(Figure Base, ImmutableArray<Frame> Frames, StepOptions Options)
{
    public static FigureStep[] StepsOf<T>(IEnumerable<T> values, Func<T, Figure> figureFor, StepOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(figureFor);
        T[] all = [.. values];
        if (options.Labels is { } labels && labels.Count != all.Length)
        {
            throw new ArgumentException($"There are {labels.Count} labels, expected one for each of the {all.Length} values.", nameof(options));
        }

        return [.. all.Select((value, at) => new FigureStep(options.Labels?[at] ?? Words(value), figureFor(value)))];
    }

    public static SteppedFigure Make(FigureStep[] steps, StepOptions options)
    {
        Check(steps, options);
        Figure[] figures = StepAxes.Unite(SameKinds(steps));
        figures = SameColours(SameRoom(figures));
        JsonObject[][] traces = [.. Enumerable.Range(0, figures[0].Data.Length).Select(at => StepDifferences.Of([.. figures.Select(figure => JsonOf(figure.Data[at]))]))];
        JsonObject[] layouts = StepDifferences.Of([.. figures.Select(figure => JsonOf(figure.Layout))]);
        int[] changing = [.. Enumerable.Range(0, traces.Length).Where(at => traces[at].Any(part => part.Count > 0))];
        return new(figures[options.Shown], [.. steps.Select((step, at) => FrameOf(step, at))], options);

        Frame FrameOf(FigureStep step, int at) => new()
        {
            Name = step.Label,
            Data = [.. changing.Select(trace => new TracePart(figures[at].Data[trace].Type) { Raw = Raw(traces[trace][at]) })],
            Traces = [.. changing],
            Layout = layouts[at].Count == 0 ? null : new() { Meta = null, Raw = Raw(layouts[at]) },
            Description = step.Figure.ToString(),
        };
    }

    private static string Words<T>(T value) => value switch
    {
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static void Check(FigureStep[] steps, StepOptions options)
    {
        if (steps.Length == 0)
        {
            throw new ArgumentException("There is no value, expected at least one: each value is a step.", nameof(steps));
        }

        if (options.Shown < 0 || options.Shown >= steps.Length)
        {
            throw new ArgumentException($"{nameof(StepOptions.Shown)} is {options.Shown}, expected 0 to {steps.Length - 1}: one of the {steps.Length} steps.", nameof(options));
        }

        if (!(options.SecondsPerStep is >= 0 and <= 3600))
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(StepOptions.SecondsPerStep)} is {options.SecondsPerStep}, expected 0 to 3600 seconds."), nameof(options));
        }

        if (steps.GroupBy(step => step.Label).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Count()} steps are called \"{twice.Key}\", expected a label of its own for each step.", nameof(steps));
        }

        if (steps.FirstOrDefault(step => step.Figure.Frames is not null) is { } nested)
        {
            throw new ArgumentException($"The figure for \"{nested.Label}\" has frames of its own, expected a figure without a slider, drop-down or animation.", nameof(steps));
        }
    }

    /// <summary>The figures with as many traces each: where one has fewer, unseen ones follow.</summary>
    private static Figure[] SameKinds(FigureStep[] steps)
    {
        Trace[] longest = [.. steps.MaxBy(step => step.Figure.Data.Length)!.Figure.Data];
        foreach (FigureStep step in steps)
        {
            for (int at = 0; at < step.Figure.Data.Length; at++)
            {
                if (step.Figure.Data[at].Type != longest[at].Type)
                {
                    throw new ArgumentException(
                        $"Trace {at + 1} of the figure for \"{step.Label}\" is a {step.Figure.Data[at].Type}, and elsewhere a {longest[at].Type}; expected the same kinds of traces in the same order at each step.",
                        nameof(steps));
                }
            }
        }

        return [.. steps.Select(step => step.Figure with { Data = [.. step.Figure.Data, .. longest.Skip(step.Figure.Data.Length).Select(trace => new TracePart(trace.Type) { Raw = new() { ["visible"] = false } })] })];
    }

    /// <summary>The figures with the height and margins of the one that needs most.</summary>
    private static Figure[] SameRoom(Figure[] figures)
    {
        double? height = figures.Max(figure => figure.Layout.Height);
        Margin?[] margins = [.. figures.Select(figure => figure.Layout.Margin)];
        Margin? margin = margins.All(one => one is null) ? null : new()
        {
            L = margins.Max(one => one?.L), R = margins.Max(one => one?.R), T = margins.Max(one => one?.T), B = margins.Max(one => one?.B), Raw = margins.FirstOrDefault(one => one?.Raw is not null)?.Raw,
        };
        return [.. figures.Select(figure => figure with { Layout = figure.Layout with { Height = height, Margin = margin } })];
    }

    /// <summary>The figures with one scale of colours for each heat map.</summary>
    private static Figure[] SameColours(Figure[] figures)
    {
        Figure[] same = figures;
        for (int at = 0; at < figures[0].Data.Length; at++)
        {
            Heatmap[] maps = [.. figures.Select(figure => figure.Data[at]).OfType<Heatmap>()];
            double[] values = [.. maps.SelectMany(map => map.Z ?? []).SelectMany(row => row).Where(double.IsFinite)];
            if (values.Length == 0 || maps.All(map => map.ZMin is not null && map.ZMax is not null))
            {
                continue;
            }

            (double least, double greatest) = (values.Min(), values.Max());
            if (maps[0].ZMid is double middle)
            {
                double reach = Math.Max(greatest - middle, middle - least);
                (least, greatest) = (middle - reach, middle + reach);
            }

            int place = at;
            same = [.. same.Select(figure => figure.Data[place] is Heatmap map ? figure with { Data = figure.Data.SetItem(place, map with { ZMin = least, ZMax = greatest }) } : figure)];
        }

        return same;
    }

    private static JsonObject JsonOf(object part) => JsonNode.Parse(FigureJson.Write(part))!.AsObject();

    private static Dictionary<string, object?> Raw(JsonObject part) => part.ToDictionary(pair => pair.Key, pair => (object?)pair.Value?.DeepClone());

    /// <summary>Some options of a trace.</summary>
    private sealed record TracePart : Trace
    {
        private readonly string _type;

        public TracePart(string type) => _type = type;

        [JsonPropertyOrder(-1)]
        public override string Type => _type;

        internal override int? PointCount => null;
    }
}
