namespace SmileNotebooks;

/// <summary>One number that a smile's figures came from.</summary>
/// <param name="Name">What was measured, as "corner of the mouth, reach".</param>
/// <param name="Left">On the subject's left side; for a part without sides the same as <paramref name="Right"/>.</param>
/// <param name="Right">On the subject's right side.</param>
/// <param name="Unit">"cm" of the canonical face.</param>
/// <param name="UsedFor">Which figures it enters, as "AU12".</param>
public sealed record SmilePart(string Name, double Left, double Right, string Unit, string UsedFor)
{
    /// <summary>As in <c>corner of the mouth, reach: L 3.52, R 3.48 cm (AU12)</c>.</summary>
    public override string ToString() => $"{Name}: L {Left:0.00}, R {Right:0.00} {Unit} ({UsedFor})";
}
