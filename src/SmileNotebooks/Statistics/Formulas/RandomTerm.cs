using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A random term of a mixed model: <c>(1 + a | s)</c>, effects that vary over the levels of a grouping factor.</summary>
/// <param name="HasIntercept">Whether the level itself varies.</param>
/// <param name="Terms">What else varies, expanded and in hierarchical order, as in <see cref="Formula.FixedTerms"/>.</param>
/// <param name="Grouping">The grouping factor: one name, or the names whose crossing groups the rows (<c>a:b</c>; <c>a/b</c> makes two terms).</param>
/// <param name="Correlated">True for <c>|</c>; false for <c>||</c>, where intercept and terms vary independently of each other.</param>
public sealed record RandomTerm(bool HasIntercept, ImmutableArray<FormulaTerm> Terms, ImmutableArray<string> Grouping, bool Correlated)
{
    /// <summary>The name of the grouping factor: <c>s</c> or <c>a:b</c>.</summary>
    public string GroupingName => string.Join(':', Grouping);

    /// <summary>The term as a formula writes it.</summary>
    public override string ToString()
    {
        IEnumerable<string> effects = Terms.Select(term => term.Name).Prepend(HasIntercept ? "1" : "0");
        return $"({string.Join(" + ", effects)} {(Correlated ? "|" : "||")} {GroupingName})";
    }

    /// <inheritdoc/>
    public bool Equals(RandomTerm? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
