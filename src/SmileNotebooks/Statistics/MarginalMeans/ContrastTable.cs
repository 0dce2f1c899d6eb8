using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Contrasts of marginal means, corrected for their number. Immutable.</summary>
/// <param name="Contrasts">Family by family.</param>
/// <param name="Adjustment">How they are corrected.</param>
public sealed partial record ContrastTable(ImmutableArray<ContrastEstimate> Contrasts, ContrastAdjustment Adjustment) : IStatisticalResult
{
    /// <summary>A line a contrast.</summary>
    public string Apa => string.Join('\n', Contrasts);

    /// <summary>The contrast of this name.</summary>
    /// <param name="name">As in <c>happy - neutral</c>.</param>
    /// <param name="group">The levels of the "by" factors joined by ':'. Default: none.</param>
    /// <exception cref="ArgumentException">There is no such contrast.</exception>
    public ContrastEstimate Contrast(string name, string group = "") =>
        Contrasts.FirstOrDefault(contrast => contrast.Name == name && contrast.Group == group)
        ?? throw new ArgumentException($"There is no contrast '{name}' in '{group}'; there are: {string.Join(", ", Contrasts.Select(contrast => contrast.Name).Distinct())}.", nameof(name));

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        bool grouped = Contrasts.Any(contrast => contrast.Group.Length > 0);
        ImmutableArray<string> columns = ["contrast", "estimate", "SE", "df", "t", "p", Contrasts.IsEmpty ? "CI" : $"{SmileNotebooks.Apa.Percent(Contrasts[0].Interval.Level)}% CI"];
        return new ResultTable("Contrasts", grouped ? columns.Insert(1, "within") : columns, [.. Contrasts.Select(contrast => Row(contrast, grouped))])
        {
            Note = Adjustment switch
            {
                ContrastAdjustment.None => "p values and intervals not corrected for the number of contrasts.",
                ContrastAdjustment.Tukey => "p values and intervals by Tukey's studentised range.",
                ContrastAdjustment.Holm => "p values by Holm's procedure, intervals by Bonferroni's, within each family.",
                _ => "p values and intervals by Bonferroni's procedure, within each family.",
            },
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Apa;

    private static ImmutableArray<string> Row(ContrastEstimate contrast, bool grouped)
    {
        ImmutableArray<string> row =
        [
            contrast.Name,
            EstimateFormat.Number(contrast.Estimate, contrast.StandardError),
            SmileNotebooks.Apa.Quantity(contrast.StandardError),
            SmileNotebooks.Apa.DegreesOfFreedom(contrast.Degrees),
            SmileNotebooks.Apa.Number(contrast.T),
            SmileNotebooks.Apa.PCell(contrast.P),
            EstimateFormat.Limits(contrast.Interval, contrast.StandardError),
        ];
        return grouped ? row.Insert(1, contrast.Group) : row;
    }
}
