// The algebra of model terms (Wilkinson and Rogers, 1973): a term is a set of variables, a bit each.
using System.Numerics;

namespace SmileNotebooks;

internal sealed class TermSet
{
    private readonly List<ulong> _terms = [];

    /// <summary>Whether the constant is put in (1) or taken out (0, -1); null where the expression does not say.</summary>
    public bool? Intercept { get; set; }

    public IReadOnlyList<ulong> Terms => _terms;

    public static TermSet Of(ulong term)
    {
        TermSet set = new();
        set._terms.Add(term);
        return set;
    }

    public void Add(TermSet other)
    {
        foreach (ulong term in other._terms)
        {
            Add(term);
        }

        Intercept = other.Intercept ?? Intercept;
    }

    public void Remove(TermSet other)
    {
        _terms.RemoveAll(other._terms.Contains);
        Intercept = other.Intercept is bool stated ? !stated : Intercept;
    }

    /// <summary>a:b, each term of the one with each of the other.</summary>
    public static TermSet Interaction(TermSet left, TermSet right)
    {
        TermSet set = new();
        foreach (ulong a in left._terms)
        {
            foreach (ulong b in right._terms)
            {
                set.Add(a | b);
            }
        }

        return set;
    }

    /// <summary>a*b = a + b + a:b.</summary>
    public static TermSet Crossing(TermSet left, TermSet right)
    {
        TermSet set = new();
        set.Add(left);
        set.Add(right);
        set.Add(Interaction(left, right));
        return set;
    }

    /// <summary>a/b = a + a:b; (a + b)/c = a + b + a:b:c.</summary>
    public static TermSet Nesting(TermSet outer, TermSet inner)
    {
        TermSet set = new();
        set.Add(outer);
        set.Add(Interaction(Of(outer._terms.Aggregate(0UL, (all, term) => all | term)), inner));
        return set;
    }

    /// <summary>Main effects first, then interactions of two, and so on; within an order as the formula has them.</summary>
    public IEnumerable<ulong> InHierarchicalOrder() => _terms.OrderBy(BitOperations.PopCount);

    private void Add(ulong term)
    {
        if (!_terms.Contains(term))
        {
            _terms.Add(term);
        }
    }
}
