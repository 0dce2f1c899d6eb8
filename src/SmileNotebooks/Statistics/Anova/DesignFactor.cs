using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A factor of a design: its name and its levels in their order.</summary>
/// <param name="Name">As in the data.</param>
/// <param name="Levels">At least two.</param>
public sealed record DesignFactor(string Name, ImmutableArray<string> Levels)
{
    /// <inheritdoc/>
    public bool Equals(DesignFactor? other) => other is not null && Name == other.Name && Levels.SequenceEqual(other.Levels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Levels.Length);

    /// <summary>The labels of the cells of crossed factors, the last factor running fastest, joined by ':'; one cell "" for no factor.</summary>
    internal static ImmutableArray<string> CellNames(IReadOnlyList<DesignFactor> factors)
    {
        IEnumerable<string> names = [""];
        foreach (DesignFactor factor in factors)
        {
            string[] outer = [.. names];
            names = outer.SelectMany(name => factor.Levels.Select(level => name.Length == 0 ? level : $"{name}:{level}"));
        }

        return [.. names];
    }

    internal static int CellCount(IReadOnlyList<DesignFactor> factors) => factors.Aggregate(1, (cells, factor) => cells * factor.Levels.Length);
}
