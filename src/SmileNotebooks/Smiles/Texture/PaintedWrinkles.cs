namespace SmileNotebooks;

/// <summary>How deep folds are painted: the share of light that a line takes away in its middle, 0 (none, the default) to 1. Sides are the subject's.</summary>
public sealed record PaintedWrinkles
{
    /// <summary>Four lines that radiate from the right eye's outer corner.</summary>
    public double CrowsFeetRight { get; init; }

    /// <summary>Four lines that radiate from the left eye's outer corner.</summary>
    public double CrowsFeetLeft { get; init; }

    /// <summary>Two arcs under the right lower lid.</summary>
    public double LowerLidRight { get; init; }

    /// <summary>Two arcs under the left lower lid.</summary>
    public double LowerLidLeft { get; init; }

    /// <summary>The fold between the right wing of the nose and the mouth.</summary>
    public double NasolabialRight { get; init; }

    /// <summary>The fold between the left wing of the nose and the mouth.</summary>
    public double NasolabialLeft { get; init; }

    /// <summary>Standard deviation of the profile of crow's feet in millimetres on a face of average size. Default 0.6. Lines under the lids are half as
    /// wide again, naso-labial folds two and a half times as wide: conventions.</summary>
    public double WidthMillimetres { get; init; } = 0.6;
}
