using System.Globalization;

namespace SmileNotebooks;

/// <summary>What landmarks cannot see: crow's feet (the visible mark of orbicularis oculi), the folds under the lower lids and the naso-labial folds,
/// measured from the pixels of rectified patches. Immutable. Formulas, constants and limits: docs/methods.md.</summary>
/// <remarks>Lines of age, make-up, retouching and hard light are in the numbers too; only <see cref="WrinkleOptions.Neutral"/> takes a person's own lines out.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed record Wrinkles
{
    /// <summary>What every rendering of wrinkles says.</summary>
    public const string Caveat =
        "Lines in the skin of one picture: a face at rest has some too, and more with age; counted against the person's own neutral face they say more.";

    internal Wrinkles()
    {
    }

    /// <summary>Folds outward of the subject's right eye.</summary>
    public required Wrinkle CrowsFeetRight { get; init; }

    /// <summary>Folds outward of the subject's left eye.</summary>
    public required Wrinkle CrowsFeetLeft { get; init; }

    /// <summary>Folds under the right lower lid.</summary>
    public required Wrinkle LowerLidRight { get; init; }

    /// <summary>Folds under the left lower lid.</summary>
    public required Wrinkle LowerLidLeft { get; init; }

    /// <summary>The fold from the right wing of the nose to outward of the corner of the mouth.</summary>
    public required Wrinkle NasolabialRight { get; init; }

    /// <summary>The fold from the left wing of the nose.</summary>
    public required Wrinkle NasolabialLeft { get; init; }

    /// <summary>Distance of the pupils in pixels.</summary>
    public required double PupilPixels { get; init; }

    /// <summary>Fine over coarse edge energy of the eyes, the sharper eye; null without a picture or for a small face.</summary>
    public required double? Sharpness { get; init; }

    /// <summary>The face that was measured: its display shows the patches.</summary>
    public required Face Face { get; init; }

    /// <summary>Whether the values are the rise over a resting face.</summary>
    public required bool IsAboveNeutral { get; init; }

    /// <summary>Mean of the crow's feet that were measurable, in decibels; NaN where neither was: a classifier's <c>crows_feet</c>.</summary>
    public double CrowsFeet => MeanOf(CrowsFeetRight, CrowsFeetLeft);

    /// <summary>Mean of the folds under the lower lids that were measurable, in decibels; NaN where neither was.</summary>
    public double LowerLid => MeanOf(LowerLidRight, LowerLidLeft);

    /// <summary>Mean of the naso-labial folds that were measurable, in decibels; NaN where neither was.</summary>
    public double Nasolabial => MeanOf(NasolabialRight, NasolabialLeft);

    /// <summary>Measures the wrinkles of a face. Thread-safe; about a millisecond.</summary>
    /// <param name="face">A face with 478 landmarks and its picture. Without picture nothing is measurable, and the result says so.</param>
    /// <param name="options">Default: values count from the skin of the cheek.</param>
    /// <returns>A value or a reason for each region.</returns>
    /// <exception cref="ArgumentException">Not 478 points, or one that is not finite (its index is in the message).</exception>
    public static Wrinkles Measure(Face face, WrinkleOptions? options = null) => WrinkleMeasurement.Measure(face, options?.Neutral);

    /// <summary>One line of all regions and the caveat.</summary>
    public override string ToString() =>
        $"Crow's feet {Sides(CrowsFeetRight, CrowsFeetLeft)}; lower lids {Sides(LowerLidRight, LowerLidLeft)}; "
        + $"naso-labial folds {Sides(NasolabialRight, NasolabialLeft)}; {(IsAboveNeutral ? "above the resting face" : "above the skin of the cheek")}. {Caveat}";

    /// <summary>Both sides as in <c>R 6.8 dB, L not measurable: glasses cross the region</c>; one reason is said once.</summary>
    internal static string Sides(Wrinkle right, Wrinkle left) =>
        right.Reason is { } reason && reason == left.Reason ? $"not measurable: {reason}" : string.Create(CultureInfo.InvariantCulture, $"R {right}, L {left}");

    private static double MeanOf(Wrinkle right, Wrinkle left) => (right.Value, left.Value) switch
    {
        ({ } a, { } b) => (a + b) / 2,
        ({ } a, null) => a,
        (null, { } b) => b,
        _ => double.NaN,
    };
}
