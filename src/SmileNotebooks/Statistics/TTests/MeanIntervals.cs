// Intervals of means: estimate +- critical t x standard error.
namespace SmileNotebooks;

internal static class MeanIntervals
{
    // The last critical point: many intervals in a row share level and degrees of freedom. Immutable, so that a race costs a search, no more.
    private static CriticalPoint? s_last;

    /// <summary>The interval that goes with a test: two-sided, or open to the side of a one-sided alternative.</summary>
    public static ConfidenceInterval Of(double estimate, double standardError, double degrees, double level, Alternative alternative = Alternative.TwoSided)
    {
        double beyond = alternative == Alternative.TwoSided ? 0.5 * (1 - level) : 1 - level;
        double reach = Critical(beyond, degrees) * standardError;
        return new ConfidenceInterval(
            alternative == Alternative.Less ? double.NegativeInfinity : estimate - reach,
            alternative == Alternative.Greater ? double.PositiveInfinity : estimate + reach,
            level);
    }

    private static double Critical(double beyond, double degrees)
    {
        CriticalPoint? last = Volatile.Read(ref s_last);
        if (last is null || last.Beyond != beyond || last.Degrees != degrees)
        {
            last = new CriticalPoint(beyond, degrees, StudentT.UpperQuantile(beyond, degrees));
            Volatile.Write(ref s_last, last);
        }

        return last.T;
    }

    private sealed record CriticalPoint(double Beyond, double Degrees, double T);
}
