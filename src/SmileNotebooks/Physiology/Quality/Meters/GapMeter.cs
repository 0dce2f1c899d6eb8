namespace SmileNotebooks;

/// <summary>Counts missing samples and gaps.</summary>
internal sealed class GapMeter : QualityMeter
{
    private long _run;

    /// <summary>Samples that are missing.</summary>
    public long Missing { get; private set; }

    public int Count { get; private set; }

    /// <summary>The longest gap, in samples.</summary>
    public long Longest { get; private set; }

    public override void Add(ReadOnlySpan<double> samples)
    {
        if (!Gaps.In(samples))
        {
            _run = 0;
            return;
        }

        foreach (double sample in samples)
        {
            if (!double.IsNaN(sample))
            {
                _run = 0;
                continue;
            }

            Missing++;
            Count += _run++ == 0 ? 1 : 0;
            Longest = Math.Max(Longest, _run);
        }
    }
}
