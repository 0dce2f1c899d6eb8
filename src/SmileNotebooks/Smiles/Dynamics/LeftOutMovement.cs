namespace SmileNotebooks;

/// <summary>A movement of the mouth that was looked at and is not counted as a smile.</summary>
/// <param name="From">When it begins, seconds.</param>
/// <param name="Until">When it ends, seconds.</param>
/// <param name="Reason">Why it is left out, as "above half of its height for 0.21 s, a smile for at least 0.5 s".</param>
public sealed record LeftOutMovement(double From, double Until, string Reason)
{
    /// <summary>As in <c>2.10 to 2.50 s: above half of its height for 0.21 s, a smile for at least 0.5 s</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{From:0.00} to {Until:0.00} s: {Reason}");
}
