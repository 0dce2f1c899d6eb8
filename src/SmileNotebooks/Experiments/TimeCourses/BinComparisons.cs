// t tests of one bin after the other.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The t test of one bin.</summary>
/// <param name="From">Where the bin begins: seconds from the event.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Test">Welch's t test.</param>
/// <param name="AdjustedP">p corrected after Holm (1979) for the number of bins that were tested.</param>
public sealed record BinComparison(double From, double To, TTestResult Test, double AdjustedP)
{
    /// <summary>When the bin is, in seconds, as in <c>0.5 to 0.6</c>; <c>0.5</c> for a sample that is a moment.</summary>
    public string Name => From == To ? FormattableString.Invariant($"{From:0.###}") : FormattableString.Invariant($"{From:0.###} to {To:0.###}");
}

/// <summary>t tests of two groups in each bin of a stretch of time. Immutable.</summary>
/// <remarks>The first bin with a small p is no latency: see <see cref="GroupCourses.Latency"/>. For the course as a whole see <see cref="GroupCourses.Clusters"/>.</remarks>
/// <param name="First">The first group.</param>
/// <param name="Second">The second group: differences are first - second.</param>
/// <param name="Bins">At least one, in order of time.</param>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record BinComparisons(string First, string Second, ImmutableArray<BinComparison> Bins) : IStatisticalResult
{
    /// <summary>How many bins differ, with and without correction.</summary>
    public string Apa
    {
        get
        {
            BinComparison least = Bins.MinBy(bin => bin.Test.P)!;
            return $"Of {Plural.Of(Bins.Length, "bin")}, {Bins.Count(bin => bin.Test.P <= .05)} with uncorrected p at most .05 and {Bins.Count(bin => bin.AdjustedP <= .05)} after Holm; "
                + $"least p at {least.Name} s: " + least.Test.Apa;
        }
    }

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        string level = $"{SmileNotebooks.Apa.Percent(Bins[0].Test.Options.Level)}% CI";
        return new ResultTable($"{First} - {Second}, bin by bin", ["bin (s)", "M", level, "t", "df", "p", "p (Holm)", "d", $"d {level}"], [.. Bins.Select(Row)])
        {
            Note = $"Welch's t tests of {Bins[0].Test.First.Length} and {Bins[0].Test.Second.Length} participants; M of the differences of means; d: pooled standard deviation.",
        };
    }

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    private static ImmutableArray<string> Row(BinComparison bin)
    {
        TTestResult test = bin.Test;
        return
        [
            bin.Name, SmileNotebooks.Apa.Quantity(test.Estimate), SmileNotebooks.Apa.QuantityLimits(test.Interval), SmileNotebooks.Apa.Number(test.T),
            SmileNotebooks.Apa.DegreesOfFreedom(test.DegreesOfFreedom), SmileNotebooks.Apa.PCell(test.P), SmileNotebooks.Apa.PCell(bin.AdjustedP), SmileNotebooks.Apa.Number(test.Effect.Value),
            SmileNotebooks.Apa.Limits(test.Effect.Interval),
        ];
    }
}
