namespace SmileNotebooks;

/// <summary>One action unit of the Facial Action Coding System, measured by geometry.</summary>
/// <param name="Number">FACS number, as 12.</param>
/// <param name="Name">FACS name, as "Lip corner puller".</param>
/// <param name="Intensity">0 to 5; the mean of both sides where there are sides. On the scale of FACS intensities (1 trace to
/// 5 maximum), but reckoned, not coded by a person.</param>
/// <param name="Left">The subject's left side, 0 to 5; null for an action unit without sides.</param>
/// <param name="Right">The subject's right side, 0 to 5; null for an action unit without sides.</param>
/// <param name="Quality">How well geometry sees this action unit.</param>
/// <param name="Caveat">What it is easily mistaken for; null where there is nothing particular.</param>
public sealed record ActionUnit(int Number, string Name, double Intensity, double? Left, double? Right, AuQuality Quality, string? Caveat)
{
    /// <summary>The number with two digits, as <c>AU06</c>.</summary>
    public string Code => $"AU{Number:00}";

    /// <summary>As in <c>AU12 Lip corner puller 4.3 (L 4.4, R 4.2)</c>; the quality is added where it is not good.</summary>
    public override string ToString()
    {
        string sides = Left is { } left && Right is { } right ? $" (L {left:0.0}, R {right:0.0})" : "";
        string quality = Quality == AuQuality.Good ? "" : $" [{(Quality == AuQuality.Fair ? "fair" : "poor")}]";
        return $"{Code} {Name} {Intensity:0.0}{sides}{quality}";
    }
}
