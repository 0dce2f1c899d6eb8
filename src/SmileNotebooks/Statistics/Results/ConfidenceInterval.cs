// An interval estimate: two limits and the confidence with which they were made.
namespace SmileNotebooks;

/// <summary>A confidence interval. A limit is infinite where the interval is one-sided and NaN where it does not exist.</summary>
/// <param name="Lower">Lower limit, in the unit of the estimate.</param>
/// <param name="Upper">Upper limit, in the unit of the estimate.</param>
/// <param name="Level">Coverage, between 0 and 1, as in .95.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Level)
{
    /// <summary>Upper less lower limit.</summary>
    public double Width => Upper - Lower;

    /// <summary>Whether a value lies between the limits or on one.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>As in <c>95% CI [0.26, 0.75]</c>.</summary>
    public override string ToString() => Apa.Interval(this);
}
