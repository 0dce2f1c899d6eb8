namespace SmileNotebooks;

/// <summary>Counts of positive numbers in bins that are 1.1 % wide, for quantiles of a stream of any length in little memory.</summary>
internal sealed class LogHistogram
{
    // A bin keeps sign, exponent and the six highest digits of a number.
    private const int Dropped = 46;

    private readonly Dictionary<long, long> _counts = [];

    public long Count { get; private set; }

    /// <param name="value">Not negative.</param>
    public void Add(double value)
    {
        long bin = BitConverter.DoubleToInt64Bits(value) >> Dropped;
        _counts[bin] = _counts.GetValueOrDefault(bin) + 1;
        Count++;
    }

    /// <summary>The middle of the bin that a part of all values stay below; NaN where there is no value. 0 is 0.</summary>
    public double Quantile(double part)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(part * Count));
        foreach ((long bin, long count) in _counts.OrderBy(pair => pair.Key))
        {
            rank -= count;
            if (rank <= 0)
            {
                return bin == 0 ? 0 : BitConverter.Int64BitsToDouble((bin << Dropped) | (1L << (Dropped - 1)));
            }
        }

        return double.NaN;
    }
}
