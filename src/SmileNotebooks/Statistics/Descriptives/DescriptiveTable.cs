// Descriptives of samples side by side: one table for one and for many.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Descriptives of the groups of records, in the order of their names.</summary>
/// <param name="Groups">One result a group.</param>
public sealed partial record DescriptiveTable(ImmutableArray<DescriptiveResult> Groups) : IStatisticalResult
{
    /// <summary>The group of a name.</summary>
    /// <exception cref="ArgumentException">There is none; those there are are named.</exception>
    public DescriptiveResult this[string name] =>
        Groups.FirstOrDefault(group => group.Name == name)
        ?? throw new ArgumentException($"There is no group '{name}'; there are: {string.Join(", ", Groups.Select(group => group.Name))}.", nameof(name));

    /// <summary>One line a group.</summary>
    public string Apa => string.Join('\n', Groups.Select(group => $"{group.Name}: {group.Apa}"));

    /// <inheritdoc/>
    public ResultTable ToTable() => Of("Descriptives", Groups);

    /// <summary>The lines.</summary>
    public override string ToString() => Apa;

    internal static ResultTable Of(string title, ImmutableArray<DescriptiveResult> groups)
    {
        string level = groups.IsEmpty ? "CI" : $"{SmileNotebooks.Apa.Percent(groups[0].MeanInterval.Level)}% CI";
        int dropped = groups.Sum(group => group.Dropped.Count);
        return new ResultTable(
            title,
            ["", "n", "M", "SD", "SE", level, "Mdn", "IQR", "range", "skewness", "kurtosis"],
            [.. groups.Select(Row)])
        {
            Note = dropped == 0 ? null : $"{dropped} {(dropped == 1 ? "row" : "rows")} dropped.",
        };
    }

    private static ImmutableArray<string> Row(DescriptiveResult sample) =>
    [
        sample.Name,
        $"{sample.N}",
        SmileNotebooks.Apa.Quantity(sample.Mean),
        SmileNotebooks.Apa.Quantity(sample.StandardDeviation),
        SmileNotebooks.Apa.Quantity(sample.StandardError),
        SmileNotebooks.Apa.QuantityLimits(sample.MeanInterval),
        SmileNotebooks.Apa.Quantity(sample.Median),
        $"{SmileNotebooks.Apa.Quantity(sample.Quartiles.Lower)} to {SmileNotebooks.Apa.Quantity(sample.Quartiles.Upper)}",
        $"{SmileNotebooks.Apa.Quantity(sample.Minimum)} to {SmileNotebooks.Apa.Quantity(sample.Maximum)}",
        SmileNotebooks.Apa.Number(sample.Skewness),
        SmileNotebooks.Apa.Number(sample.ExcessKurtosis),
    ];
}
