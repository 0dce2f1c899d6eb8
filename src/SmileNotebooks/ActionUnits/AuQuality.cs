namespace SmileNotebooks;

/// <summary>How well the geometry of landmarks sees an action unit. The evidence for each grade is in docs/methods.md.</summary>
public enum AuQuality
{
    /// <summary>The movement changes mostly wrinkles, bulges or thin edges that landmarks hardly follow, or looks like
    /// another action unit. Do not conclude from it alone.</summary>
    Poor,

    /// <summary>The movement shows, but is mixed with other movements or was checked on few strong examples.</summary>
    Fair,

    /// <summary>The movement shifts landmarks plainly, and agreed with an independent measure on real portraits.</summary>
    Good,
}
