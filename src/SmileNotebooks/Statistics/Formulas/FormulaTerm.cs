using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A term of a model: a variable, or an interaction of variables. Equal by value.</summary>
/// <param name="Variables">The variables crossed, each by its text in the formula (<c>emotion</c>, <c>log(x)</c>), in the order of the formula.</param>
public sealed record FormulaTerm(ImmutableArray<string> Variables)
{
    /// <summary>The name of the term, as R writes it: <c>emotion:muscle</c>.</summary>
    public string Name => string.Join(':', Variables);

    /// <summary>How many variables are crossed: 1 for a main effect.</summary>
    public int Order => Variables.Length;

    /// <summary>Whether the variables of <paramref name="other"/> are all among this term's.</summary>
    public bool Contains(FormulaTerm other) => other.Variables.All(variable => Variables.Contains(variable));

    /// <inheritdoc/>
    public bool Equals(FormulaTerm? other) => other is not null && Variables.SequenceEqual(other.Variables);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
