// The criteria of rejection, one after the other.
using static System.FormattableString;

namespace SmileNotebooks;

internal sealed class EpochRejection
{
    private readonly Epochs _epochs;
    private readonly RejectionOptions _options;
    private readonly Range _baseline;

    public EpochRejection(Epochs epochs, RejectionOptions options)
    {
        options.Check();
        (_epochs, _options) = (epochs, options);
        if (options.BaselineDeviations is not null)
        {
            Baseline baseline = epochs.Baseline;
            double from = options.BaselineFrom ?? (baseline.HasWindow ? baseline.From : epochs.From);
            double to = options.BaselineTo ?? (baseline.HasWindow ? baseline.To : 0);
            _baseline = SampleWindow.Of(epochs, from, to, "baseline of the rejection");
        }
    }

    public Epochs Run()
    {
        List<Epoch> kept = [];
        List<Exclusion> exclusions = [.. _epochs.Exclusions];
        foreach (Epoch epoch in _epochs.Items)
        {
            if (Fault(epoch) is { } fault)
            {
                exclusions.Add(_epochs.Excluded(epoch, fault.Kind, fault.Reason));
            }
            else
            {
                kept.Add(epoch);
            }
        }

        List<string> remarks = [.. _epochs.Remarks];
        if (_options.BaselineDeviations is { } limit)
        {
            HashSet<Epoch> outlying = new(ReferenceEqualityComparer.Instance);
            foreach (IGrouping<string, Epoch> participant in kept.GroupBy(epoch => epoch.Participant))
            {
                outlying.UnionWith(Outlying([.. participant], limit, exclusions, remarks));
            }

            kept.RemoveAll(outlying.Contains);
        }

        return _epochs with { Items = [.. kept], Exclusions = [.. exclusions], Remarks = [.. remarks] };
    }

    private (ExclusionKind Kind, string Reason)? Fault(Epoch epoch)
    {
        ReadOnlySpan<double> samples = epoch.Samples.Span;
        int missing = 0;
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (double sample in samples)
        {
            bool isMissing = !double.IsFinite(sample);
            missing += isMissing ? 1 : 0;
            (lowest, highest) = isMissing ? (lowest, highest) : (Math.Min(lowest, sample), Math.Max(highest, sample));
        }

        double flat = LongestRun(samples) / _epochs.SamplingRate;
        double flatLimit = _options.FlatSeconds ?? (samples.Length / _epochs.SamplingRate);
        return missing > _options.MissingShare * samples.Length ? (ExclusionKind.Gap, Invariant($"{missing} of {samples.Length} samples are missing"))
            : samples.Length > 1 && flat >= flatLimit - 1e-9 ? (ExclusionKind.Flat, Invariant($"flat for {flat:0.######} s, limit {flatLimit:0.######} s"))
            : lowest < _options.Lowest ? (ExclusionKind.Amplitude, Invariant($"amplitude {lowest:G4} {_epochs.Unit}, lowest allowed {_options.Lowest}"))
            : highest > _options.Highest ? (ExclusionKind.Amplitude, Invariant($"amplitude {highest:G4} {_epochs.Unit}, highest allowed {_options.Highest}"))
            : null;
    }

    /// <summary>The length of the longest run of equal samples.</summary>
    private static int LongestRun(ReadOnlySpan<double> samples)
    {
        int longest = 0, run = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            run = i > 0 && samples[i] == samples[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>The epochs of one participant whose baselines lie beyond the limit.</summary>
    private List<Epoch> Outlying(Epoch[] epochs, double limit, List<Exclusion> exclusions, List<string> remarks)
    {
        double[] baselines = [.. epochs.Select(epoch => EpochMath.Mean(epoch.Samples.Span[_baseline]))];
        double[] there = [.. baselines.Where(double.IsFinite)];
        List<Epoch> outlying = [];
        if ((there.Length - 1) / Math.Sqrt(there.Length) <= limit)
        {
            remarks.Add(Invariant($"{epochs[0].Participant}: no baseline of {there.Length} can lie beyond {limit} SD"));
        }

        if (there.Length < 2)
        {
            return outlying;
        }

        Moments moments = Moments.Of(there);
        foreach ((Epoch epoch, double baseline) in epochs.Zip(baselines))
        {
            // Not above the limit where it is NaN: a gap in the baseline that was allowed, or baselines without spread.
            double deviations = Math.Abs(baseline - moments.Mean) / moments.StandardDeviation;
            if (deviations > limit)
            {
                outlying.Add(epoch);
                exclusions.Add(_epochs.Excluded(epoch, ExclusionKind.Baseline, Invariant($"baseline {deviations:0.00} SD from the participant's mean, limit {limit}")));
            }
        }

        return outlying;
    }
}
