using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>The settings of a trainer by name, such as <c>penalty</c> 0.1. Equal by value.</summary>
/// <param name="Values">Name and value.</param>
public sealed record TrainerSettings(ImmutableSortedDictionary<string, double> Values)
{
    /// <summary>One setting.</summary>
    /// <exception cref="KeyNotFoundException">It is not set; the message lists those that are.</exception>
    public double this[string name] => Values.TryGetValue(name, out double value)
        ? value
        : throw new KeyNotFoundException($"The setting '{name}' is not set. Set are: {string.Join(", ", Values.Keys)}.");

    /// <summary>Settings of pairs of name and value.</summary>
    public static TrainerSettings Of(params ReadOnlySpan<(string Name, double Value)> values)
    {
        ImmutableSortedDictionary<string, double>.Builder builder = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach ((string name, double value) in values)
        {
            builder.Add(name, value);
        }

        return new TrainerSettings(builder.ToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(TrainerSettings? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    /// <summary>As in <c>mixing 0.5, penalty 0.01</c>.</summary>
    public override string ToString() => string.Join(", ", Values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:G4}")));
}
