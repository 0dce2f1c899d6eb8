// A power spectrum.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A one-sided power spectral density. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed record PowerSpectrum
{
    private readonly ValueSequence<double> _frequencies;
    private readonly ValueSequence<double> _density;

    internal PowerSpectrum(double[] frequencies, double[] density)
    {
        _frequencies = new([.. frequencies]);
        _density = new([.. density]);
    }

    /// <summary>Frequencies of the lines in Hz, from 0 to half the sampling rate.</summary>
    public ImmutableArray<double> Frequencies => _frequencies.Items;

    /// <summary>Power per Hz at each frequency, in <see cref="Unit"/>; the power at negative frequencies is added. Its sum times the distance of the lines is the variance.</summary>
    public ImmutableArray<double> Density => _density.Items;

    /// <summary>The unit of the density, such as mV²/Hz.</summary>
    public required string Unit { get; init; }

    /// <summary>The sampling rate of the signal in Hz.</summary>
    public required double SamplingRate { get; init; }

    /// <summary>Samples of a segment.</summary>
    public required int SegmentLength { get; init; }

    /// <summary>How many segments were averaged.</summary>
    public required int Segments { get; init; }

    /// <summary>How many samples are in no segment: gaps, stretches shorter than a segment, and what is left over at the end of a stretch.</summary>
    public required int SamplesLeftOut { get; init; }

    /// <summary>What it is the spectrum of, such as a muscle; empty where unknown.</summary>
    public string Name { get; init; } = "";

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The power between two frequencies, both included, in the squared unit of the signal: the density of the lines there times the distance of the lines.</summary>
    /// <param name="from">In Hz.</param>
    /// <param name="to">In Hz.</param>
    /// <exception cref="ArgumentException">No line lies there.</exception>
    public double BandPower(double from, double to)
    {
        double sum = 0;
        int lines = 0;
        for (int line = 0; line < Frequencies.Length; line++)
        {
            if (Frequencies[line] >= from && Frequencies[line] <= to)
            {
                sum += Density[line];
                lines++;
            }
        }

        return lines > 0 ? sum * SamplingRate / SegmentLength
            : throw new ArgumentException(FormattableString.Invariant($"No line lies from {from} to {to} Hz; lines are 0 to {SamplingRate / 2} Hz, {SamplingRate / SegmentLength} Hz apart."), nameof(from));
    }

    /// <summary>As in <c>spectrum of 1,171 segments of 1,024 samples at 1,000 Hz, mV²/Hz</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"spectrum of {Segments:#,0} segment{(Segments == 1 ? "" : "s")} of {SegmentLength:#,0} samples at {SamplingRate:#,0.######} Hz, {Unit}{(SamplesLeftOut > 0 ? $"; {SamplesLeftOut:#,0} samples left out" : "")}{(Simulated is null ? "" : $"; {Simulated}")}");
}
