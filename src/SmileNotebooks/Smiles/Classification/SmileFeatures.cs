// One name for each feature that a classifier may use, in tables, models and notebooks. Units are in the names where they are not plain from docs/methods.md.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The features of smiles. The formulae are in docs/methods.md.</summary>
public static class SmileFeatures
{
    /// <summary>Features of a smile in a clip.</summary>
    public static ImmutableArray<string> OfClip { get; } =
    [
        "onset_duration_s", "apex_duration_s", "offset_duration_s",
        "onset_amplitude", "offset_amplitude",
        "onset_speed_mean", "onset_speed_max", "offset_speed_mean", "offset_speed_max",
        "onset_acceleration_max", "offset_acceleration_max",
        "onset_duration_amplitude_ratio", "irregularity", "asymmetry",
        "au12_apex", "au06_apex", "au06_beyond_au12", "au06_onset_lag_s",
        "eye_closing", "crows_feet",
    ];

    /// <summary>Features of a smile in a still picture.</summary>
    public static ImmutableArray<string> OfPicture { get; } =
        ["au12", "au06", "au06_beyond_au12", "asymmetry", "mouth_opening", "eye_opening", "crows_feet"];
}
