// Fisher's exact test of a two by two table.
namespace SmileNotebooks;

/// <summary>Fisher's (1935) exact test of independence in a two by two table with both margins given, with the conditional estimate of the odds
/// ratio and its exact interval (Cornfield, 1956).</summary>
public static class FisherExact
{
    /// <summary>Tests a table of counts.</summary>
    /// <param name="a">First row, first column; at least 0 like the others.</param>
    /// <param name="b">First row, second column.</param>
    /// <param name="c">Second row, first column.</param>
    /// <param name="d">Second row, second column.</param>
    /// <param name="options">Default: two-sided against an odds ratio of 1, 95 % interval. <see cref="ProportionOptions.Null"/> is not used.</param>
    /// <exception cref="ArgumentException">A negative count, or margins that allow more than 1e7 tables.</exception>
    public static FisherExactResult Test(long a, long b, long c, long d, ProportionOptions? options = null)
    {
        options ??= new ProportionOptions();
        options.Check();
        if (a < 0 || b < 0 || c < 0 || d < 0)
        {
            throw new ArgumentException($"Counts are at least 0; found {a}, {b}, {c}, {d}.");
        }

        ConditionalTables tables = new(a, b, c, d);
        (double atMost, double atLeast) = tables.Tails(0);
        return new FisherExactResult
        {
            Counts = (a, b, c, d),
            OddsRatio = tables.OddsRatio(),
            Interval = Interval(tables, options),
            P = options.Alternative switch
            {
                Alternative.Less => atMost,
                Alternative.Greater => atLeast,
                _ => tables.TwoSidedP(),
            },
            Options = options,
        };
    }

    private static ConfidenceInterval Interval(ConditionalTables tables, ProportionOptions options)
    {
        double tail = options.Alternative == Alternative.TwoSided ? 0.5 * (1 - options.Level) : 1 - options.Level;
        return new ConfidenceInterval(
            options.Alternative == Alternative.Less || tables.IsFirst ? 0 : Math.Exp(ConditionalTables.Solve(log => tables.Tails(log).AtLeast - tail)),
            options.Alternative == Alternative.Greater || tables.IsLast ? double.PositiveInfinity : Math.Exp(ConditionalTables.Solve(log => tail - tables.Tails(log).AtMost)),
            options.Level);
    }
}
