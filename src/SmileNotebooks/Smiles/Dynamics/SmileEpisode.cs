using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>One smile of a clip: when its phases begin and end, and its measures. What belongs to a phase that the clip does not show is NaN, and so is what the series has
/// no column for. Formulae: docs/methods.md, "Smiles in time". Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record SmileEpisode
{
    /// <summary>Its number in the clip, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The clip, as the path of a file.</summary>
    public required string Clip { get; init; }

    /// <summary>Which face of the clip, from 0.</summary>
    public required int Face { get; init; }

    /// <summary>What it was measured on; amplitudes are lip widths or intensities (0 to 5) of AU12.</summary>
    public required SmileSignal Signal { get; init; }

    /// <summary>How it was simulated; null for what was recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>When the mouth leaves rest, seconds; NaN where the clip, or what was measured of it, begins later.</summary>
    public required double OnsetStart { get; init; }

    /// <summary>When the rise ends, seconds; NaN where it is not seen.</summary>
    public required double ApexStart { get; init; }

    /// <summary>When the fall begins, seconds; NaN where it is not seen.</summary>
    public required double OffsetStart { get; init; }

    /// <summary>When the mouth is at rest again, seconds; NaN where the clip, or what was measured of it, ends earlier.</summary>
    public required double OffsetEnd { get; init; }

    /// <summary>From when it is seen, seconds: <see cref="OnsetStart"/>, or the first frame where it is cut there.</summary>
    public required double From { get; init; }

    /// <summary>Until when it is seen, seconds.</summary>
    public required double Until { get; init; }

    /// <summary>Whether it begins before the clip does, or in a gap.</summary>
    public bool IsCutAtStart => double.IsNaN(OnsetStart);

    /// <summary>Whether it ends after the clip does, or in a gap.</summary>
    public bool IsCutAtEnd => double.IsNaN(OffsetEnd);

    /// <summary>How many peaks it has, at least 1.</summary>
    public required int Peaks { get; init; }

    /// <summary>The level of the apex above the lower rest that is seen, in the unit of the signal.</summary>
    public required double Height { get; init; }

    /// <summary>Seconds from <see cref="OnsetStart"/> to <see cref="ApexStart"/>.</summary>
    public double OnsetDuration => ApexStart - OnsetStart;

    /// <summary>Seconds from <see cref="ApexStart"/> to <see cref="OffsetStart"/>; 0 without a plateau.</summary>
    public double ApexDuration => OffsetStart - ApexStart;

    /// <summary>Seconds from <see cref="OffsetStart"/> to <see cref="OffsetEnd"/>.</summary>
    public double OffsetDuration => OffsetEnd - OffsetStart;

    /// <summary>The rise from rest to the apex.</summary>
    public required double OnsetAmplitude { get; init; }

    /// <summary>The fall from the apex to rest.</summary>
    public required double OffsetAmplitude { get; init; }

    /// <summary>Mean speed of the onset, per second.</summary>
    public required double OnsetSpeedMean { get; init; }

    /// <summary>Greatest speed of the onset, per second.</summary>
    public required double OnsetSpeedMax { get; init; }

    /// <summary>Mean speed of the offset, per second.</summary>
    public required double OffsetSpeedMean { get; init; }

    /// <summary>Greatest speed of the offset, per second, positive.</summary>
    public required double OffsetSpeedMax { get; init; }

    /// <summary>Greatest acceleration of the onset, per second squared.</summary>
    public required double OnsetAccelerationMax { get; init; }

    /// <summary>Greatest acceleration of the offset toward rest, per second squared, positive.</summary>
    public required double OffsetAccelerationMax { get; init; }

    /// <summary>Onset duration over onset amplitude, seconds per unit.</summary>
    public double OnsetDurationAmplitudeRatio => OnsetDuration / OnsetAmplitude;

    /// <summary>Share of the movement that goes against its phase, 0 for a smooth smile.</summary>
    public required double Irregularity { get; init; }

    /// <summary>(L - R) / (L + R) of the ways of the corners from rest to the apex; positive where the subject's left moves more.</summary>
    public required double Asymmetry { get; init; }

    /// <summary>How much later the left corner passes half of its way than the right, seconds.</summary>
    public required double OnsetAsymmetrySeconds { get; init; }

    /// <summary>AU12 at the apex, 0 to 5.</summary>
    public required double AU12Apex { get; init; }

    /// <summary>AU6 at the apex, 0 to 5.</summary>
    public required double AU06Apex { get; init; }

    /// <summary>AU6 at the apex less what AU12 leads to expect (<see cref="ActionUnits.AU06BeyondAU12"/>).</summary>
    public required double AU06BeyondAU12 { get; init; }

    /// <summary>How much later AU6 passes half of its rise than AU12, seconds; negative where AU6 is first.</summary>
    public required double AU06OnsetLag { get; init; }

    /// <summary>By what share the eyes are narrower at the apex than before, blinks left out; negative where they are wider.</summary>
    public required double EyeClosing { get; init; }

    /// <summary>Crow's feet at the apex less those before.</summary>
    public required double CrowsFeet { get; init; }

    /// <summary>Its measures as a row for classifiers, in the order of <see cref="SmileFeatures.OfClip"/>.</summary>
    /// <param name="person">Who smiled; null where that is not known.</param>
    /// <param name="label">Whether it is what the label names; null where that is not known.</param>
    public FeatureRow ToFeatures(string? person = null, bool? label = null) => new(
    [
        OnsetDuration, ApexDuration, OffsetDuration,
        OnsetAmplitude, OffsetAmplitude,
        OnsetSpeedMean, OnsetSpeedMax, OffsetSpeedMean, OffsetSpeedMax,
        OnsetAccelerationMax, OffsetAccelerationMax,
        OnsetDurationAmplitudeRatio, Irregularity, Asymmetry,
        AU12Apex, AU06Apex, AU06BeyondAU12, AU06OnsetLag,
        EyeClosing, CrowsFeet,
    ])
    {
        Person = person,
        Label = label,
        Clip = Clip,
    };

    /// <summary>One line, as in <c>Smile 1, 1.02 to 4.51 s: onset 0.80 s, apex 1.70 s, offset 0.99 s, amplitude 0.150 lip widths.</c></summary>
    public override string ToString()
    {
        string cut = (IsCutAtStart, IsCutAtEnd) switch
        {
            (true, true) => ", cut at its start and at its end",
            (true, false) => ", cut at its start",
            (false, true) => ", cut at its end",
            _ => "",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Smile {Number}, {From:0.00} to {Until:0.00} s{cut}: onset {Seconds(OnsetDuration)}, apex {Seconds(ApexDuration)}, offset {Seconds(OffsetDuration)}, "
            + $"height {Height:0.000} {MouthMovement.UnitOf(Signal)}{(Peaks > 1 ? $", {Peaks} peaks" : "")}.{(Simulated is null ? "" : $" {Simulated}")}");
    }

    private static string Seconds(double value) => double.IsNaN(value) ? "not seen" : string.Create(CultureInfo.InvariantCulture, $"{value:0.00} s");
}
