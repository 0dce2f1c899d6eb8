// How a meta-analysis hangs on single studies.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A meta-analysis without one study.</summary>
/// <param name="Study">The study left out.</param>
/// <param name="Analysis">The analysis of the others.</param>
public sealed record LeftOut(string Study, MetaAnalysisResult Analysis);

/// <summary>A meta-analysis repeated without each study in turn.</summary>
/// <param name="Analyses">In the order of the studies.</param>
public sealed partial record LeaveOneOutResult(ImmutableArray<LeftOut> Analyses) : IStatisticalResult
{
    /// <summary>The range of the mean effect and of p, and which studies are behind it.</summary>
    public string Apa
    {
        get
        {
            LeftOut least = Analyses.MinBy(left => left.Analysis.Estimate)!;
            LeftOut largest = Analyses.MaxBy(left => left.Analysis.Estimate)!;
            return $"Without one study at a time the mean effect lies between {SmileNotebooks.Apa.Number(least.Analysis.Estimate, 3)} (without {least.Study}) "
                + $"and {SmileNotebooks.Apa.Number(largest.Analysis.Estimate, 3)} (without {largest.Study}), "
                + $"p between {SmileNotebooks.Apa.PCell(Analyses.Min(left => left.Analysis.P))} and {SmileNotebooks.Apa.PCell(Analyses.Max(left => left.Analysis.P))}";
        }
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Meta-analysis without one study",
        ["left out", "effect", "SE", "CI", "p", "Q", "tau2", "I2"],
        [.. Analyses.Select(left => (ImmutableArray<string>)
        [
            left.Study,
            SmileNotebooks.Apa.Number(left.Analysis.Estimate, 3),
            SmileNotebooks.Apa.Number(left.Analysis.StandardError, 3),
            SmileNotebooks.Apa.Limits(left.Analysis.Interval, decimals: 3),
            SmileNotebooks.Apa.PCell(left.Analysis.P),
            SmileNotebooks.Apa.Number(left.Analysis.Q),
            SmileNotebooks.Apa.Number(left.Analysis.Tau2, 3),
            SmileNotebooks.Apa.Number(100 * left.Analysis.I2, 1) + "%",
        ])]);

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
