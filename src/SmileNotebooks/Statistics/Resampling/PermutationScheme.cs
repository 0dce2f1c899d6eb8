// What the null hypothesis lets be exchanged, and each of the exchanges that a test looks at.
namespace SmileNotebooks;

/// <summary>The permutations of a test other than the observed arrangement: all of them where they are few enough, else as many random ones as were asked for.
/// Each permutation is a function of the seed and its number, so that threads may share them out in any way.</summary>
internal abstract class PermutationScheme
{
    private readonly ulong _seed;

    /// <param name="arrangements">How many arrangements there are, the observed one included; infinity where they cannot be counted.</param>
    /// <param name="permutations">How many random ones are drawn where there are more.</param>
    /// <param name="seed">Of the random ones.</param>
    protected PermutationScheme(double arrangements, int permutations, ulong seed)
    {
        IsExact = arrangements - 1 <= permutations;
        Count = IsExact ? (int)arrangements - 1 : permutations;
        _seed = seed;
    }

    /// <summary>How many permutations there are besides the observed arrangement.</summary>
    public int Count { get; }

    /// <summary>Whether they are all that there are.</summary>
    public bool IsExact { get; }

    /// <summary>The weights of the participants in one permutation.</summary>
    /// <param name="permutation">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="weights">Receives one weight a participant.</param>
    public void Fill(int permutation, Span<double> weights)
    {
        if (IsExact)
        {
            // Number 0 of the enumeration is the observed arrangement.
            Enumerate(permutation + 1, weights);
        }
        else
        {
            RandomStream random = new(_seed, (ulong)permutation);
            Draw(ref random, weights);
        }
    }

    /// <summary>p of a value that so many permutations reach, the observed arrangement counted among them (Phipson and Smyth, 2010).</summary>
    public double PValue(int reached) => (1.0 + reached) / (1.0 + Count);

    /// <summary>An arrangement by its number; 0 is the observed one.</summary>
    protected abstract void Enumerate(int number, Span<double> weights);

    /// <summary>A random arrangement.</summary>
    protected abstract void Draw(ref RandomStream random, Span<double> weights);
}
