// Which parts of the face are looked at. Looked up on the rectified faces of 61 people: skin in all but those whom glasses or hair cover.
namespace SmileNotebooks;

/// <summary>The regions in centimetres of the canonical face's frontal plane, on the subject's right side.</summary>
internal static class WrinkleRegions
{
    /// <summary>Outward of the outer corner of the eye, short of brow and hair. Folds radiate from within the eye.</summary>
    public static PatchShape CrowsFeet { get; } = new(
        [(-5.15, 3.1), (-6.6, 3.3), (-6.75, 1.7), (-6.0, 1.1), (-5.2, 1.75)], (x, y) => (x + 3.9, y - 2.6));

    /// <summary>Under the lower lid. Folds run on wide arcs around the eye.</summary>
    public static PatchShape LowerLid { get; } = new(
        [(-2.1, 1.7), (-4.5, 1.7), (-4.9, 1.2), (-4.4, 0.5), (-2.3, 0.7)], (x, y) => (4.5 - y, x + 3.3));

    /// <summary>From the wing of the nose to outward of the corner of the mouth; the fold runs straight.</summary>
    public static PatchShape Nasolabial { get; } = new(
        [(-1.95, -0.95), (-2.9, -0.5), (-4.4, -3.4), (-3.2, -3.95)], (_, _) => (-1.45, -3.0));

    /// <summary>The apple of the cheek: the reference. No direction is meant; the mean of both is taken.</summary>
    public static PatchShape Cheek { get; } = new(
        [(-3.5, -0.1), (-5.6, 0.2), (-5.8, -1.6), (-4.5, -1.9)], (_, _) => (1, 0));

    /// <summary>The open eye with its lids and lashes: where sharpness is told.</summary>
    public static PatchShape Eye { get; } = new(
        [(-4.6, 3.5), (-4.6, 1.9), (-1.7, 1.9), (-1.7, 3.5)], (_, _) => (1, 0));

    /// <summary>The bridge of the nose, over which every pair of glasses passes.</summary>
    public static PatchShape Bridge { get; } = new(
        [(-0.84, 3.1), (-0.84, 0.9), (0.84, 0.9), (0.84, 3.1)], (_, _) => (1, 0));

    /// <summary>Samples of the largest patch.</summary>
    public static int LargestCount { get; } =
        new[] { CrowsFeet, LowerLid, Nasolabial, Cheek, Eye, Bridge }.Max(shape => shape.Count);
}
