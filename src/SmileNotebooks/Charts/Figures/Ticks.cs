namespace SmileNotebooks;

/// <summary>Numbers along axes.</summary>
internal static class Ticks
{
    /// <summary>Plotly's exponent format for an axis of these values. Never prefixes: <c>150µ</c> beside the unit mV would be read twice.</summary>
    public static string ExponentFormat(IEnumerable<double> values) =>
        values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() is 0 or (>= 1e-5 and < 1e6) ? "none" : "e";
}
