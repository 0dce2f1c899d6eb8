// The one table of action units. docs/methods.md writes it out with its reasons and says how the numbers were found.
using System.Collections.Immutable;
using static SmileNotebooks.AuQuality;

namespace SmileNotebooks;

/// <summary>The formula of every action unit, in the order of their numbers. Names: Ekman, Friesen and Hager,
/// Facial Action Coding System: The Manual (2002).</summary>
internal static class AuFormulas
{
    /// <summary>Number, name, sides, measure, direction, neutral, start, full, quality, caveat.</summary>
    public static ImmutableArray<AuFormula> All { get; } =
    [
        new(1, "Inner brow raiser", true, FaceMeasures.InnerBrowHeight, 1, 1.279, 0, 0.90, Good, null),
        new(2, "Outer brow raiser", true, FaceMeasures.OuterBrowHeight, 1, 1.404, 0, 0.90, Good, null),
        new(4, "Brow lowerer", true, FaceMeasures.BrowGathering, 1, -2.843, 0, 0.80, Good, "Low brows at rest read as AU4; a personal neutral helps."),
        new(5, "Upper lid raiser", true, FaceMeasures.EyeOpening, 1, 0.272, 0.04, 0.20, Fair, "Naturally wide eyes read as AU5; looking up opens the eye too."),
        new(6, "Cheek raiser", true, FaceMeasures.CheekRaise, 1, -3.616, 0, 1.00, Poor, "A strong AU12 lifts the cheek by itself, and crow's feet are not seen: see AU06BeyondAU12."),
        new(7, "Lid tightener", true, FaceMeasures.LowerLidHeight, 1, -0.222, 0, 0.30, Fair, "AU6 and a closing eye lift the lower lid too."),
        new(9, "Nose wrinkler", true, FaceMeasures.NoseWingHeight, 1, -4.151, 0, 0.60, Poor, "Wrinkles are not seen; AU10 lifts the wing of the nose too. Not checked: nobody in the portraits wrinkles the nose."),
        new(10, "Upper lip raiser", true, FaceMeasures.UpperLipHeight, 1, -1.807, 0, 1.00, Good, "An open smile lifts the upper lip too."),
        new(12, "Lip corner puller", true, FaceMeasures.CornerPull, 1, 1.841, 0, 1.24, Good, null),
        new(14, "Dimpler", true, FaceMeasures.CornerPress, 1, -0.830, 0, 0.45, Poor, "Dimples are not seen; AU23 and AU24 press the lips too, and parted lips hide it."),
        new(15, "Lip corner depressor", true, FaceMeasures.CornerDrop, 1, -0.070, 0, 0.60, Fair, "AU17 lifts the middle of the lips, which looks alike. Not checked: nobody in the portraits frowns."),
        new(17, "Chin raiser", false, FaceMeasures.LowerLipEdgeHeight, 1, 2.772, 0, 1.00, Fair, "The boss of the chin is not seen."),
        new(20, "Lip stretcher", true, FaceMeasures.CornerStretch, 1, 5.412, 0, 1.20, Fair, "A wide mouth, or AU12 with AU15, looks alike."),
        new(23, "Lip tightener", false, FaceMeasures.LipThinness, 1, -1.572, 0, 0.70, Poor, "Naturally thin lips read as AU23, and so do AU24 and AU28; a personal neutral helps."),
        new(25, "Lips part", false, FaceMeasures.LipGap, 1, 0.019, 0, 2.00, Good, null),
        new(26, "Jaw drop", false, FaceMeasures.JawDrop, 1, 5.228, 0, 1.50, Fair, "Long chins read as AU26; a personal neutral helps."),
        new(27, "Mouth stretch", false, FaceMeasures.JawDrop, 1, 5.228, 1.50, 3.50, Fair, "Begins where AU26 ends. Not checked: nobody in the portraits opens the mouth so far."),
        new(43, "Eyes closed", true, FaceMeasures.EyeOpening, -1, 0.272, 0.05, 0.24, Good, "Naturally narrow eyes and eyes that look down read as partly closed."),
    ];
}
