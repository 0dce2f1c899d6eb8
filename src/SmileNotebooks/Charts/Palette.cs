using System.Collections.Immutable;

namespace SmileNotebooks.Charts;

/// <summary>The colours of this house: those of Okabe and Ito (2008, "Color universal design", told apart in the common forms
/// of colour blindness), each moved in lightness until its contrast is at least 3:1 on both papers (WCAG 2.2, 1.4.11). Their
/// yellow has no such place and their two blues would meet: yellow and sky blue are left out.</summary>
public static class Palette
{
    /// <summary>Blue.</summary>
    public const string Blue = "#1a7fbd";

    /// <summary>Vermilion.</summary>
    public const string Vermilion = "#d55e00";

    /// <summary>Bluish green.</summary>
    public const string Green = "#00946c";

    /// <summary>Reddish purple.</summary>
    public const string Purple = "#c0669a";

    /// <summary>Orange.</summary>
    public const string Orange = "#b87d00";

    /// <summary>Grey: what is not of interest, or not to be trusted.</summary>
    public const string Grey = "#7f8791";

    /// <summary>Colours of series, in the order in which they are given out.</summary>
    public static ImmutableArray<string> Series { get; } = [Blue, Vermilion, Green, Purple, Orange, Grey];
}
