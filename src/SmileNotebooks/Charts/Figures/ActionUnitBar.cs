namespace SmileNotebooks;

/// <summary>An action unit in a bar chart.</summary>
/// <param name="Name">Its FACS name, such as <c>AU12</c>.</param>
/// <param name="Label">Its name in words, such as <c>lip corner puller</c>.</param>
/// <param name="Value">Intensity, 0 to 5; NaN leaves the bar away.</param>
/// <param name="Left">Intensity on the subject's left, 0 to 5; null where FACS has no sides.</param>
/// <param name="Right">Intensity on the subject's right, 0 to 5; null where FACS has no sides.</param>
/// <param name="Quality"><see cref="GoodQuality"/>, or why the value is not to be trusted, in words.</param>
public sealed record ActionUnitBar(string Name, string Label, double Value, double? Left, double? Right, string Quality)
{
    /// <summary>The quality of a value that is to be trusted.</summary>
    public const string GoodQuality = "good";

    /// <summary>Whether the value is to be trusted.</summary>
    public bool IsGood => Quality == GoodQuality;
}
