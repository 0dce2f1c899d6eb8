// A filter of second-order sections, and how it is applied.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A recursive filter as a cascade of second-order sections. Immutable; may be used by several threads at once.</summary>
/// <remarks>Sections, states and padding are those of SciPy's <c>sosfilt</c> and <c>sosfiltfilt</c>, and so are the numbers.</remarks>
public sealed partial record SosFilter
{
    private readonly ValueSequence<SecondOrderSection> _sections;

    /// <summary>Makes a filter of sections, first to last.</summary>
    /// <param name="sections">At least one; finite, with poles within the unit circle.</param>
    /// <param name="samplingRate">The rate that the filter was designed for, in Hz; null where it is not known, and then it is not checked.</param>
    /// <exception cref="ArgumentException">No section, one that is not stable (it is named), or a rate that is not a positive number.</exception>
    public SosFilter(IEnumerable<SecondOrderSection> sections, double? samplingRate = null)
    {
        _sections = new([.. sections]);
        if (_sections.Items.IsEmpty)
        {
            throw new ArgumentException("A filter has no section, expected at least one.", nameof(sections));
        }

        int bad = Sections.Select((section, index) => (section, index)).FirstOrDefault(one => !one.section.IsFinite || !one.section.IsStable, (default, -1)).index;
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"Section {bad} of the filter is {Sections[bad]}, expected finite coefficients with poles within the unit circle; cut-offs too near to 0, to each other or to half the sampling rate lose them to rounding.",
                nameof(sections));
        }

        if (samplingRate is double rate)
        {
            CutOff.CheckRate(rate);
        }

        SamplingRate = samplingRate;
    }

    /// <summary>The sections in the order in which they work.</summary>
    public ImmutableArray<SecondOrderSection> Sections => _sections.Items;

    /// <summary>The rate that the filter was designed for, in Hz; null where it is not known.</summary>
    public double? SamplingRate { get; }

    /// <summary>By how many samples each end is extended in zero-phase filtering: three times the number of coefficients, as SciPy counts them.</summary>
    public int PadLength => 3 * ((2 * Sections.Length) + 1 - Math.Min(Sections.Count(section => section.B2 == 0), Sections.Count(section => section.A2 == 0)));

    /// <summary>Filters once, from rest: delays and distorts phases as every causal filter does.</summary>
    /// <param name="samples">Samples; NaN is a gap. Each stretch between gaps is filtered by itself, from rest; gaps stay NaN. Empty gives empty.</param>
    /// <exception cref="ArgumentException">An infinite sample, which is named.</exception>
    /// <exception cref="OverflowException">Samples so large that the filter left the range of numbers.</exception>
    public double[] Apply(ReadOnlySpan<double> samples)
    {
        var cascade = new SectionCascade(Sections.AsSpan());
        return FiniteStretches.Process(samples, (stretch, result) =>
        {
            cascade.Settle(0);
            cascade.Forwards(stretch, result);
            CheckRange(result[^1]);
        });
    }

    /// <summary>Filters forwards and then backwards: no delay, no phase, and twice the attenuation in dB.</summary>
    /// <param name="samples">Samples; NaN is a gap. Each stretch between gaps is filtered by itself; gaps stay NaN. Empty gives empty.</param>
    /// <remarks>Each end is extended by <see cref="PadLength"/> samples, turned about the end sample (odd), and the filter begins as if the first of them had gone on for ever
    /// (Gustafsson, 1996, discusses such starts). A stretch of n samples that is not longer than that is extended by n - 1; there SciPy refuses. One sample is extended by none,
    /// and gives itself times the squared gain at 0 Hz.</remarks>
    /// <exception cref="ArgumentException">An infinite sample, which is named.</exception>
    /// <exception cref="OverflowException">Samples so large that the filter left the range of numbers.</exception>
    public double[] ApplyZeroPhase(ReadOnlySpan<double> samples)
    {
        var cascade = new SectionCascade(Sections.AsSpan());
        int longest = PadLength;
        double[] before = new double[longest], after = new double[longest];
        return FiniteStretches.Process(samples, (stretch, result) =>
        {
            int pad = Math.Min(longest, stretch.Length - 1);
            ZeroPhase(cascade, stretch, result, before.AsSpan(0, pad), after.AsSpan(0, pad));
        });
    }

    private static void ZeroPhase(SectionCascade cascade, ReadOnlySpan<double> samples, Span<double> result, Span<double> before, Span<double> after)
    {
        OddExtension.Before(samples, before);
        OddExtension.After(samples, after);
        cascade.Settle(before.IsEmpty ? samples[0] : before[0]);
        cascade.Forwards(before, before);
        cascade.Forwards(samples, result);
        cascade.Forwards(after, after);
        double last = after.IsEmpty ? result[^1] : after[^1];
        cascade.Settle(last);
        cascade.Backwards(after);
        cascade.Backwards(result);
        CheckRange(result[0]);
    }

    /// <summary>What is not finite never leaves the states of a recursive filter: the last output tells for all.</summary>
    private static void CheckRange(double last)
    {
        if (!double.IsFinite(last))
        {
            throw new OverflowException("The filter left the range of numbers; divide the samples by their size first.");
        }
    }

    /// <summary>As in <c>4 sections for 1,000 Hz</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Sections.Length} section{(Sections.Length == 1 ? "" : "s")}{(SamplingRate is null ? "" : $" for {SamplingRate:#,0.######} Hz")}");
}
