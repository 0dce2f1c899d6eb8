// Smiles in time as figures.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of smiles in time.</summary>
public static class SmileDynamicsFigures
{
    /// <summary>The movement of the mouth with the phases of each smile shaded, its speed below, and AU6 beside AU12 where the series has them.</summary>
    /// <param name="dynamics">Measured smiles.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure that begins and ends with the clip.</returns>
    public static Figure ToFigure(this SmileDynamics dynamics, FigureOptions? options = null) => SmileDynamicsPlot.Make(dynamics, options ?? new());

    /// <summary>Several smiles over each other, each from its rest, with the beginning of its onset at 0.</summary>
    /// <param name="clips">Measured clips of the same signal; smiles of which the onset is not seen are left out and counted.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">No smile with an onset, or lip corners and AU12 together.</exception>
    public static Figure Overlay(this IEnumerable<SmileDynamics> clips, FigureOptions? options = null) => SmileOverlayPlot.Make([.. clips], options ?? new());

    /// <summary>The measures of the smiles, one a row.</summary>
    /// <param name="dynamics">Measured smiles.</param>
    public static ResultTable ToTable(this SmileDynamics dynamics) => SmileEpisodeTable.Of(dynamics.Episodes, dynamics.Signal, dynamics.Series.Simulated);
}
