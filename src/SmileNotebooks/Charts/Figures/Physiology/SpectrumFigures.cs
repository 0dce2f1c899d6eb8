// The figures of spectra.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of power spectra.</summary>
/// <remarks>More than 1,600 frequencies are drawn as the greatest of each stretch, which the figure says: a line of the mains does not vanish.</remarks>
public static class SpectrumFigures
{
    /// <summary>The density against frequency, with the mains and their harmonics as dashed lines.</summary>
    /// <param name="spectrum">A spectrum.</param>
    /// <param name="mains">The frequency of the mains in Hz: 50 by default, 60 in the Americas; null marks none.</param>
    /// <param name="scale">Decibels by default.</param>
    /// <param name="options">Words.</param>
    public static Figure ToFigure(this PowerSpectrum spectrum, double? mains = 50, SpectrumScale scale = SpectrumScale.Decibel, FigureOptions? options = null) =>
        Spectra([(spectrum.Name.Length > 0 ? spectrum.Name : "spectrum", spectrum)], mains, scale, options);

    /// <summary>Several spectra in one figure, as before and after a filter.</summary>
    /// <param name="spectra">The spectra with their names; all of one unit.</param>
    /// <param name="mains">The frequency of the mains in Hz: 50 by default, 60 in the Americas; null marks none.</param>
    /// <param name="scale">Decibels by default.</param>
    /// <param name="options">Words.</param>
    /// <param name="highest">The highest frequency that is drawn, in Hz; by default all are.</param>
    /// <exception cref="ArgumentException">No spectrum, spectra of different units, or no frequency to draw.</exception>
    public static Figure Spectra(
        IReadOnlyList<(string Name, PowerSpectrum Spectrum)> spectra, double? mains = 50, SpectrumScale scale = SpectrumScale.Decibel, FigureOptions? options = null,
        double highest = double.PositiveInfinity)
    {
        FigureCheck.Any(spectra.Count, "spectra");
        if (spectra.Select(one => one.Spectrum.Unit).Distinct().ToArray() is not [string unit])
        {
            throw new ArgumentException($"Spectra of one unit can be drawn on one axis; these are in {string.Join(" and ", spectra.Select(one => one.Spectrum.Unit).Distinct())}.", nameof(spectra));
        }

        PowerSpectrum first = spectra[0].Spectrum;
        string? how = spectra.Count == 1 ? FormattableString.Invariant($"Welch: {first.Segments:#,0} segment{(first.Segments == 1 ? "" : "s")} of {first.SegmentLength / first.SamplingRate:0.###} s") : null;
        return SpectrumPlot.Make(
            [.. spectra.Select(one => CurveOf(one.Name, one.Spectrum, highest))], unit, mains, scale,
            spectra.Count > 1 ? "Power spectra" : first.Name.Length > 0 ? $"Power spectrum of {first.Name}" : "Power spectrum",
            how, Origins.Join(spectra.Select(one => one.Spectrum.Simulated)), options ?? new());
    }

    private static SpectrumCurve CurveOf(string name, PowerSpectrum spectrum, double highest)
    {
        int drawn = spectrum.Frequencies.Count(frequency => frequency <= highest);
        return new(name, spectrum.Frequencies[..drawn], spectrum.Density[..drawn]);
    }
}
