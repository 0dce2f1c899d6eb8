// The conditional modes ("best linear unbiased predictions") of the random effects, level by level.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The predicted random effects of one random term.</summary>
/// <param name="Group">Grouping factor.</param>
/// <param name="Effects">Names of the effects.</param>
/// <param name="Values">Level by level, within a level effect by effect.</param>
/// <param name="Level">Level of the intervals in the table.</param>
public sealed partial record RandomEffects(string Group, ImmutableArray<string> Effects, ImmutableArray<RandomEffect> Values, double Level) : IStatisticalResult
{
    /// <summary>The effects of one level.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public ImmutableArray<RandomEffect> Of(string level)
    {
        ImmutableArray<RandomEffect> found = [.. Values.Where(value => value.Level == level)];
        return found.IsEmpty ? throw new ArgumentException($"'{Group}' has no level '{level}'.", nameof(level)) : found;
    }

    /// <inheritdoc/>
    public string Apa =>
        $"{Values.Length / Effects.Length} levels of {Group}: " + string.Join("; ", Effects.Select(effect =>
        {
            IEnumerable<double> values = Values.Where(value => value.Effect == effect).Select(value => value.Value);
            return $"{effect} from {SmileNotebooks.Apa.Quantity(values.Min())} to {SmileNotebooks.Apa.Quantity(values.Max())}";
        }));

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        double z = Normal.UpperQuantile((1 - Level) / 2);
        return new ResultTable(
            $"Random effects of {Group}",
            ["level", "effect", "mode", "SD", $"{SmileNotebooks.Apa.Percent(Level)}% interval"],
            [.. Values.Select(value => ImmutableArray.Create(
                value.Level,
                value.Effect,
                SmileNotebooks.Apa.Quantity(value.Value),
                SmileNotebooks.Apa.Quantity(value.StandardDeviation),
                $"[{SmileNotebooks.Apa.Quantity(value.Value - (z * value.StandardDeviation))}, {SmileNotebooks.Apa.Quantity(value.Value + (z * value.StandardDeviation))}]"))])
        {
            Note = "Conditional modes; intervals are conditional on the estimated parameters.",
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Apa;
}
