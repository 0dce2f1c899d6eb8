// An estimate in the unit of the data with its interval: as many decimals as its standard error justifies, the same in both.
namespace SmileNotebooks;

internal static class EstimateFormat
{
    private const int MostDecimals = 6;

    /// <summary>As in <c>0.146, 95% CI [0.062, 0.229]</c>.</summary>
    public static string WithInterval(double estimate, double standardError, ConfidenceInterval interval) =>
        $"{Number(estimate, standardError)}, {Apa.Percent(interval.Level)}% CI {Limits(interval, standardError)}";

    /// <summary>As in <c>[0.062, 0.229]</c>.</summary>
    public static string Limits(ConfidenceInterval interval, double standardError) => $"[{Number(interval.Lower, standardError)}, {Number(interval.Upper, standardError)}]";

    /// <summary>The number with two significant digits of its standard error, and at least two decimals.</summary>
    public static string Number(double value, double standardError)
    {
        int decimals = standardError > 0 ? Math.Max(2, 1 - (int)Math.Floor(Math.Log10(standardError))) : 2;
        return decimals <= MostDecimals ? Apa.Number(value, decimals) : Apa.Quantity(value);
    }
}
