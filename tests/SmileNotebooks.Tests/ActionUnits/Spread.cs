namespace SmileNotebooks.Tests;

/// <summary>How large changes are: their absolute values' median, 90th percentile (nearest rank) and largest, and how many reach a limit.</summary>
internal sealed record Spread(double Median, double Ninetieth, double Largest, int Count, int Reaching, double Limit)
{
    public static Spread Of(IEnumerable<double> changes, double limit)
    {
        double[] sorted = [.. changes.Select(Math.Abs).Order()];
        return new Spread(
            Agreement.Median(sorted), sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1], sorted[^1], sorted.Length, sorted.Count(change => change >= limit), limit);
    }

    public override string ToString() =>
        FormattableString.Invariant($"median {Median:0.00}, 90th percentile {Ninetieth:0.00}, largest {Largest:0.00}; {Reaching} of {Count} reach {Limit}");
}
