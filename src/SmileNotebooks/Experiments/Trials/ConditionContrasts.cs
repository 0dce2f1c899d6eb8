// Each condition against one, for each muscle.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One contrast of conditions.</summary>
/// <param name="Muscle">The muscle.</param>
/// <param name="Condition">The condition that is compared.</param>
/// <param name="Reference">The condition it is compared with.</param>
/// <param name="Test">The paired t test of condition - reference.</param>
/// <param name="AdjustedP">p corrected after Holm (1979) for the number of contrasts in the table.</param>
public sealed record ConditionContrast(string Muscle, string Condition, string Reference, TTestResult Test, double AdjustedP)
{
    /// <summary>As in <c>zygomaticus, Happy - Neutral</c>.</summary>
    public string Name => $"{Muscle}, {Condition} - {Reference}";
}

/// <summary>Contrasts of conditions, muscle by muscle. Immutable.</summary>
/// <param name="Contrasts">At least one.</param>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record ConditionContrasts(ImmutableArray<ConditionContrast> Contrasts) : IStatisticalResult
{
    /// <summary>The contrast of a muscle and condition.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those that there are.</exception>
    public ConditionContrast this[string muscle, string condition] =>
        Contrasts.FirstOrDefault(contrast => contrast.Muscle == muscle && contrast.Condition == condition)
        ?? throw new ArgumentException($"There is no contrast of {muscle} in {condition}; there are {string.Join("; ", Contrasts.Select(contrast => contrast.Name))}.", nameof(condition));

    /// <summary>A line a contrast.</summary>
    public string Apa => string.Join('\n', Contrasts.Select(contrast => $"{contrast.Name}: {contrast.Test.Apa}"));

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        string level = $"{SmileNotebooks.Apa.Percent(Contrasts[0].Test.Options.Level)}% CI";
        return new ResultTable("Contrasts", ["", "n", "M", "SD", level, "t", "df", "p", "p (Holm)", "dz", $"dz {level}"], [.. Contrasts.Select(Row)])
        {
            Note = "M and SD of the differences of participants' means.",
        };
    }

    /// <summary>The lines.</summary>
    public override string ToString() => Apa;

    private static ImmutableArray<string> Row(ConditionContrast contrast)
    {
        TTestResult test = contrast.Test;
        return
        [
            contrast.Name,
            $"{test.First.Length}",
            SmileNotebooks.Apa.Quantity(test.Estimate),
            SmileNotebooks.Apa.Quantity(test.StandardDeviation),
            SmileNotebooks.Apa.QuantityLimits(test.Interval),
            SmileNotebooks.Apa.Number(test.T),
            SmileNotebooks.Apa.DegreesOfFreedom(test.DegreesOfFreedom),
            SmileNotebooks.Apa.PCell(test.P),
            SmileNotebooks.Apa.PCell(contrast.AdjustedP),
            SmileNotebooks.Apa.Number(test.Effect.Value),
            SmileNotebooks.Apa.Limits(test.Effect.Interval),
        ];
    }
}
