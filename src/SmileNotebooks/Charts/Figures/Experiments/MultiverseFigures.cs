// Figures of multiverses.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of multiverses.</summary>
public static class MultiverseFigures
{
    /// <summary>The specification curve: effects by size with their intervals, and below them the options of each.</summary>
    /// <param name="multiverse">A multiverse that was run.</param>
    /// <param name="options">Words.</param>
    public static Figure Curve(this MultiverseResult multiverse, FigureOptions? options = null) => SpecificationCurvePlot.Make(multiverse, options ?? new());
}
