// Power spectral densities, one or several in one figure, with the frequencies of the mains marked.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>How a spectrum is drawn.</summary>
public enum SpectrumScale
{
    /// <summary>Decibels, 10 log10 of the density, against frequency.</summary>
    Decibel,

    /// <summary>Density against frequency, both on logarithmic axes; the frequency 0 has no place there.</summary>
    LogLog,
}

/// <summary>A spectrum as it is drawn.</summary>
/// <param name="Name">What stands in the legend.</param>
/// <param name="Frequencies">In Hz, ascending.</param>
/// <param name="Density">As many densities.</param>
internal sealed record SpectrumCurve(string Name, IReadOnlyList<double> Frequencies, IReadOnlyList<double> Density);

/// <summary>Draws spectra.</summary>
internal static class SpectrumPlot
{
    /// <summary>More points than this are finer than a screen.</summary>
    private const int MostPoints = 1600;

    /// <summary>Harmonics of the mains that are marked; beyond them the lines are too close to each other.</summary>
    private const int MostHarmonics = 10;

    private const double PlotHeight = 320;

    public static Figure Make(
        IReadOnlyList<SpectrumCurve> curves, string unit, double? mains, SpectrumScale scale, string title, string? remark, string? simulated, FigureOptions options)
    {
        FigureCheck.Any(curves.Count, "spectra");
        foreach (SpectrumCurve curve in curves)
        {
            FigureCheck.Any(curve.Frequencies.Count, $"frequencies of {curve.Name}");
            FigureCheck.SameLength(curve.Density.Count, curve.Frequencies.Count, curve.Name, "frequency");
        }

        double highest = curves.Max(curve => curve.Frequencies[^1]);
        double[] lines = LinesOf(mains, highest);
        int stretch = curves.Max(curve => StretchOf(curve));
        Trace[] traces = [.. curves.Select((curve, at) => Curve(curve, at, scale, unit))];
        string?[] all =
        [
            remark, lines.Length > 0 ? FormattableString.Invariant($"dashed: mains, {mains:0.###} Hz{(lines.Length > 1 ? " and its harmonics" : "")}") : null,
            stretch > 1 ? $"drawn: the greatest of every {stretch} frequencies" : null,
        ];
        FigureHead head = FigureHead.Of(options, title, simulated, all);
        return new(traces)
        {
            Layout = LayoutOf(traces, lines, unit, scale, head, options),
            Description = string.Join(' ', curves.Select(curve => Describe(curve, unit))),
        };
    }

    private static double[] LinesOf(double? mains, double highest) => mains is > 0 and { } frequency
        ? [.. Enumerable.Range(1, MostHarmonics).Select(harmonic => harmonic * frequency).Where(line => line <= highest)]
        : [];

    private static int StretchOf(SpectrumCurve curve) => (curve.Frequencies.Count + MostPoints - 1) / MostPoints;

    private static Scatter Curve(SpectrumCurve curve, int at, SpectrumScale scale, string unit)
    {
        // The greatest of each stretch, at its own frequency: a line of the mains must not vanish.
        int[] drawn =
        [
            .. Enumerable.Range(0, curve.Frequencies.Count).Where(point => scale == SpectrumScale.Decibel || curve.Frequencies[point] > 0)
                .Chunk(StretchOf(curve)).Select(chunk => chunk.MaxBy(point => double.IsNaN(curve.Density[point]) ? double.NegativeInfinity : curve.Density[point])),
        ];
        bool isDecibel = scale == SpectrumScale.Decibel;
        return new()
        {
            Name = PlotlyText.Escape(curve.Name),
            X = Marks.Rounded(drawn.Select(point => curve.Frequencies[point])),
            // A density of 0 has no logarithm: a gap.
            Y = Marks.Rounded(drawn.Select(point => curve.Density[point] > 0 ? isDecibel ? Math.Round(10 * Math.Log10(curve.Density[point]), 2) : curve.Density[point] : double.NaN)),
            Mode = drawn.Length == 1 ? Mode.Markers : Mode.Lines,
            Line = drawn.Length == 1 ? null : new() { Color = Marks.Color(at), Width = 1.6, Dash = Marks.DashOf(at) },
            Marker = drawn.Length == 1 ? new() { Color = Marks.Color(at), Symbol = Marks.Symbol(at), Size = 8 } : null,
            HoverTemplate = $"%{{x:.4~g}} Hz: %{{y:.3~g}} {(isDecibel ? "dB" : PlotlyText.Escape(unit))}<extra>{PlotlyText.Escape(curve.Name)}</extra>",
        };
    }

    private static Layout LayoutOf(Trace[] traces, double[] lines, string unit, SpectrumScale scale, FigureHead head, FigureOptions options)
    {
        bool isLog = scale == SpectrumScale.LogLog;
        bool hasLegend = traces.Length > 1;
        double bottom = hasLegend ? LegendRoom.Below(traces) : LegendRoom.Below([]);
        return new()
        {
            Title = head.Title,
            Height = head.Height + PlotHeight + bottom,
            Margin = new() { T = head.Height, B = bottom },
            ShowLegend = hasLegend,
            Legend = hasLegend ? Legend.Below : null,
            HoverMode = HoverMode.Closest,
            XAxis = new()
            {
                Title = Marks.AxisTitle(options.XTitle ?? "Frequency (Hz)"),
                Type = isLog ? "log" : null,
                ZeroLine = false,
                // On a logarithmic axis only the powers of ten, and 2 and 5 between them, have room.
                Raw = isLog ? new() { ["dtick"] = "D2" } : null,
            },
            YAxis = new()
            {
                Title = Marks.AxisTitle(options.YTitle ?? (isLog ? $"Power density ({unit})" : $"Power density (dB re 1 {unit})")),
                Type = isLog ? "log" : null,
                ZeroLine = false,
                Raw = isLog ? new() { ["dtick"] = 1, ["exponentformat"] = "power" } : null,
            },
            Shapes = [.. lines.Select(MainsLine)],
        };
    }

    private static Shape MainsLine(double frequency) => new()
    {
        Type = "line", X0 = Marks.Round(frequency), X1 = Marks.Round(frequency), XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = Marks.Reference, Layer = "below",
    };

    private static string Describe(SpectrumCurve curve, string unit)
    {
        int peak = Enumerable.Range(0, curve.Density.Count).MaxBy(point => double.IsNaN(curve.Density[point]) ? double.NegativeInfinity : curve.Density[point]);
        int zeros = curve.Density.Count(density => !(density > 0));
        return $"{curve.Name}: {curve.Frequencies.Count} frequencies from {Apa.Quantity(curve.Frequencies[0])} to {Apa.Quantity(curve.Frequencies[^1])} Hz, greatest density "
            + $"{Apa.Quantity(curve.Density[peak])} {unit} at {Apa.Quantity(curve.Frequencies[peak])} Hz{(zeros > 0 ? $", {zeros} without power" : "")}.";
    }
}
