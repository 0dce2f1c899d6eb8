namespace SmileNotebooks;

/// <summary>How a spectrum is estimated. Immutable.</summary>
public sealed record WelchOptions
{
    /// <summary>Samples of a segment; 256 by default. The lines of the spectrum lie one sampling rate divided by this apart. Shortened to the longest stretch without a gap.</summary>
    public int SegmentLength { get; init; } = 256;

    /// <summary>Samples that a segment shares with the one before it; null, the default, for half of a segment.</summary>
    public int? Overlap { get; init; }

    /// <summary>The taper; Hann's by default.</summary>
    public TaperWindow Window { get; init; } = TaperWindow.Hann;

    /// <summary>The unit of the samples, which the unit of the spectrum is made of; mV by default.</summary>
    public string Unit { get; init; } = "mV";
}
