namespace SmileNotebooks;

/// <summary>One index of a channel's quality beside its limit. Immutable.</summary>
/// <param name="Name">Such as line noise.</param>
/// <param name="Value">The index; larger is worse. NaN where it is withheld.</param>
/// <param name="Limit">The largest value that passes without a remark.</param>
/// <param name="Text">The value in words.</param>
public sealed record QualityIndex(string Name, double Value, double Limit, string Text)
{
    /// <summary>Whether the value is above its limit; false where it is withheld.</summary>
    public bool Exceeds => Value > Limit;

    /// <summary>As in <c>line noise: 12 % of the power at 50 Hz and its harmonics</c>.</summary>
    public override string ToString() => $"{Name}: {Text}";
}
