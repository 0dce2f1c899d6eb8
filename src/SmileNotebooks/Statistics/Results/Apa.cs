// Numbers as the Publication Manual of the American Psychological Association (7th edition, 6.36 and 6.44-6.45) writes them.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Formats numbers in the style of the American Psychological Association (7th edition): invariant culture, hyphen for minus.
/// Never a negative zero; NaN is written <c>NA</c> and an infinity <c>Inf</c>.</summary>
public static class Apa
{
    // From here on decimals say nothing, and a number is written with an exponent.
    private const double LargestPlainNumber = 1e7;
    private const double LeastPlainQuantity = 1e-4;

    /// <summary>A probability with its relation: <c>p = .034</c>, <c>p &lt; .001</c>, <c>p &gt; .999</c>.</summary>
    /// <param name="p">Between 0 and 1, or NaN.</param>
    /// <param name="symbol">What stands before the relation.</param>
    public static string P(double p, string symbol = "p") => $"{symbol} {PRelation(p)}";

    /// <summary>A probability for a table cell: <c>.034</c>, <c>&lt; .001</c>, <c>&gt; .999</c>.</summary>
    public static string PCell(double p)
    {
        string relation = PRelation(p);
        return relation.StartsWith("= ", StringComparison.Ordinal) ? relation[2..] : relation;
    }

    /// <summary>A number that may exceed 1 (t, F, d): <c>4.39</c>, <c>-0.13</c>; with an exponent from 1e7.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="decimals">Digits after the point, 0 to 15.</param>
    public static string Number(double value, int decimals = 2) =>
        !double.IsFinite(value) ? NotFinite(value)
        : Math.Abs(value) >= LargestPlainNumber ? value.ToString("0.###e+0", CultureInfo.InvariantCulture)
        : Fixed(value, decimals);

    /// <summary>A number in the unit of the data (mean, standard deviation), which may be of any size: two decimals from 1,
    /// three significant digits below (<c>0.167</c>), with an exponent below 1e-4 and from 1e7.</summary>
    /// <param name="value">Any number.</param>
    public static string Quantity(double value)
    {
        double size = Math.Abs(value);
        return !double.IsFinite(value) ? NotFinite(value)
            : size is 0 or >= 1 and < LargestPlainNumber ? Fixed(value, 2)
            : size is < LeastPlainQuantity or >= LargestPlainNumber ? value.ToString("0.##e+0", CultureInfo.InvariantCulture)
            : Fixed(value, 2 - (int)Math.Floor(Math.Log10(size)));
    }

    /// <summary>A number that cannot exceed 1 (correlation, proportion, eta squared), without its leading zero: <c>.51</c>, <c>-.05</c>,
    /// <c>1.00</c>. What rounds to zero is written as zero.</summary>
    /// <param name="value">Any number; commonly between -1 and 1.</param>
    /// <param name="decimals">Digits after the point, 0 to 15.</param>
    public static string Bounded(double value, int decimals = 2)
    {
        string text = double.IsFinite(value) ? Fixed(value, decimals) : NotFinite(value);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..]
            : text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..]
            : text;
    }

    /// <summary>Degrees of freedom: whole numbers without decimals, others with two.</summary>
    public static string DegreesOfFreedom(double degrees) =>
        Math.Abs(degrees - Math.Round(degrees)) < 1e-9 * Math.Max(1, Math.Abs(degrees)) && Math.Abs(degrees) < 1e15
            ? Fixed(degrees, 0)
            : Number(degrees);

    /// <summary>An interval with its level: <c>95% CI [0.26, 0.75]</c>.</summary>
    /// <param name="interval">Limits and level.</param>
    /// <param name="bounded">Whether the estimate cannot exceed 1, so that leading zeros are left out.</param>
    /// <param name="decimals">Digits after the point.</param>
    public static string Interval(ConfidenceInterval interval, bool bounded = false, int decimals = 2) =>
        $"{Percent(interval.Level)}% CI {Limits(interval, bounded, decimals)}";

    /// <summary>The limits alone: <c>[0.26, 0.75]</c>.</summary>
    /// <param name="interval">Limits and level.</param>
    /// <param name="bounded">Whether the estimate cannot exceed 1, so that leading zeros are left out.</param>
    /// <param name="decimals">Digits after the point.</param>
    public static string Limits(ConfidenceInterval interval, bool bounded = false, int decimals = 2)
    {
        string Text(double limit) => bounded ? Bounded(limit, decimals) : Number(limit, decimals);
        return $"[{Text(interval.Lower)}, {Text(interval.Upper)}]";
    }

    /// <summary>The limits alone, in the unit of the data (see <see cref="Quantity"/>): <c>[0.0912, 0.243]</c>.</summary>
    internal static string QuantityLimits(ConfidenceInterval interval) => $"[{Quantity(interval.Lower)}, {Quantity(interval.Upper)}]";

    /// <summary>An interval with its level, in the unit of the data: <c>95% CI [0.0912, 0.243]</c>.</summary>
    internal static string QuantityInterval(ConfidenceInterval interval) => $"{Percent(interval.Level)}% CI {QuantityLimits(interval)}";

    /// <summary>A share of one as percent without its sign: .95 is <c>95</c>, .999 is <c>99.9</c>.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.####", CultureInfo.InvariantCulture);

    private static string PRelation(double p) =>
        double.IsNaN(p) ? "= NA"
        : p < 0.001 ? "< .001"
        : p > 0.999 ? "> .999"
        : "= " + Bounded(p, 3);

    private static string NotFinite(double value) => double.IsNaN(value) ? "NA" : value > 0 ? "Inf" : "-Inf";

    private static string Fixed(double value, int decimals)
    {
        string text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text[0] == '-' && text.AsSpan(1).IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }
}
