// A test as an article reports it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A published test statistic.</summary>
/// <param name="Name">Its symbol, as in "t", "F", "Q".</param>
/// <param name="Statistic">Its value.</param>
/// <param name="DegreesOfFreedom">None, one or two; empty where the article gives none.</param>
/// <param name="P">Its p; null where only a relation or nothing is given.</param>
public sealed record PublishedTest(string Name, double Statistic, ImmutableArray<double> DegreesOfFreedom, double? P)
{
    private ValueSequence<double> Degrees => new(DegreesOfFreedom);

    /// <summary>As in <c>t(73) = 4.39, p &lt; .001</c>.</summary>
    public override string ToString()
    {
        string degrees = DegreesOfFreedom.IsEmpty ? "" : $"({string.Join(", ", DegreesOfFreedom.Select(Apa.DegreesOfFreedom))})";
        return $"{Name}{degrees} = {Apa.Number(Statistic)}{(P is { } p ? $", {Apa.P(p)}" : "")}";
    }

    /// <summary>Equal by value.</summary>
    public bool Equals(PublishedTest? other) =>
        other is not null && Name == other.Name && Statistic.Equals(other.Statistic) && Nullable.Equals(P, other.P) && Degrees == other.Degrees;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Statistic, P, Degrees);
}
