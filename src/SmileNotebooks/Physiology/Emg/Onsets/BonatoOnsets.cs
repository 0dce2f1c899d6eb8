// The statistical detector of Bonato, D'Alessio and Knaflitz.
namespace SmileNotebooks;

/// <summary>Statistical double-threshold detector (Bonato, D'Alessio and Knaflitz, 1998, IEEE Transactions on Biomedical Engineering 45, 287).</summary>
/// <remarks>
/// <para>The signal is whitened, so that samples of rest are independent with variance σ². The sum of the squares of two successive samples, divided by σ², then has a
/// chi-square distribution with two degrees of freedom, and exceeds ζ with the probability p = exp(-ζ / 2). A muscle is active where at least
/// <see cref="Exceedances"/> of <see cref="Window"/> successive sums exceed ζ; ζ follows from the probability that this happens at rest, <see cref="FalseAlarm"/>. A burst
/// reaches from the first to the last exceedance of adjoining active windows.</para>
/// <para>Whitening: an autoregression fitted to the baseline (Levinson and Durbin), whose prediction errors are used. The signal must be as recorded or filtered: neither
/// rectified nor smoothed.</para>
/// </remarks>
public sealed record BonatoOnsets : OnsetMethod
{
    /// <summary>m: how many successive sums are looked at. Default 5, which is 10 ms at 1,000 Hz, as in the paper.</summary>
    public int Window { get; init; } = 5;

    /// <summary>r0: how many of them must exceed the threshold. Default 1, as in the paper.</summary>
    public int Exceedances { get; init; } = 1;

    /// <summary>The probability that a window at rest counts as active, before short bursts are left out; between 0 and 1. Default .01.</summary>
    public double FalseAlarm { get; init; } = 0.01;

    /// <summary>The order of the autoregression that whitens the signal; 0 for none. Default 10.</summary>
    public int WhiteningOrder { get; init; } = 10;

    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant($"Bonato, {Exceedances} of {Window} above the threshold, false alarm {FalseAlarm:0.######}");

    internal override void Check()
    {
        base.Check();
        if (Window < 1 || Exceedances < 1 || Exceedances > Window)
        {
            throw new ArgumentException($"{Exceedances} of {Window} sums were asked to exceed the threshold, expected from 1 of 1 to {Math.Max(1, Window)} of {Math.Max(1, Window)}.");
        }

        if (!(FalseAlarm is > 0 and < 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"The probability of a false alarm is {FalseAlarm}, expected more than 0 and less than 1."), nameof(FalseAlarm));
        }

        if (WhiteningOrder is < 0 or > 1000)
        {
            throw new ArgumentException($"The order of the whitening is {WhiteningOrder}, expected 0 to 1000.", nameof(WhiteningOrder));
        }
    }

    internal override BurstCandidates Detect(double[] samples, EmgSignal signal, double peak)
    {
        signal.RequireUnrectified("Bonato's detector");
        double[] white = WhiteningOrder == 0 ? samples : Whitening.Apply(samples, signal, Baseline, WhiteningOrder);
        double variance = RestLevel.VarianceOf(white, signal, Baseline, peak);
        double zeta = -2 * Math.Log(BinomialTail.ProbabilityFor(FalseAlarm, Exceedances, Window));
        List<(int, int)> ranges = [];
        foreach ((int start, int end) in Gaps.StretchesOf(white))
        {
            AddRanges(white.AsSpan(start..end), start, zeta * variance, ranges);
        }

        return new BurstCandidates(ranges, 0, Math.Sqrt(variance), zeta * variance, signal.Unit.Length > 0 ? $"{signal.Unit}²" : "")
        {
            Reach = 2 * Window,
        };
    }

    private void AddRanges(ReadOnlySpan<double> white, int offset, double threshold, List<(int Start, int End)> ranges)
    {
        // Pairs do not overlap, as whitened samples must be independent. An odd last sample has no partner.
        int pairs = white.Length / 2;
        int[] recent = new int[Exceedances];
        int count = 0;
        int from = -1;
        int last = -1;
        int latest = 0;
        for (int i = 0; i < pairs; i++)
        {
            double a = white[2 * i];
            double b = white[(2 * i) + 1];
            if (!((a * a) + (b * b) > threshold))
            {
                continue;
            }

            // The r0 last exceedances lie in one window of m where the oldest is less than m before this one.
            recent[count++ % Exceedances] = i;
            int oldest = count >= Exceedances ? recent[count % Exceedances] : int.MinValue;
            bool active = oldest >= 0 && i - oldest < Window;
            if (!active)
            {
                continue;
            }

            // The latest active window began at an exceedance: the next one adjoins it where no window between them is inactive, and overlaps it where they share an exceedance.
            if (from >= 0 && i - latest > Window && oldest > last)
            {
                ranges.Add((offset + (2 * from), offset + (2 * last) + 2));
                from = -1;
            }

            from = from < 0 ? oldest : from;
            last = i;
            latest = oldest;
        }

        if (from >= 0)
        {
            ranges.Add((offset + (2 * from), offset + (2 * last) + 2));
        }
    }
}
