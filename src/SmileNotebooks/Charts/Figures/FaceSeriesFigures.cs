// What was measured of a face from frame to frame.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of a <see cref="FaceSeries"/>.</summary>
public static class FaceSeriesFigures
{
    /// <summary>AU12 and AU6, below them the amplitude of the lips, below that turn, nod and tilt of the head, on one time axis. Stretches in which the face was not found are
    /// shaded.</summary>
    /// <param name="series">The series; one without frames gives an empty chart. What it does not have is left out.</param>
    /// <param name="options">Words; by default the clip's name, and below it the remarks of the series. That data are simulated is said in any case.</param>
    /// <returns>A figure. The amplitude is that of docs/methods.md, counted from the first frame in which the face was found; angles are in degrees.</returns>
    public static Figure Plot(this FaceSeries series, FigureOptions? options = null) => FaceSeriesPlot.Make(series, options ?? new());
}
