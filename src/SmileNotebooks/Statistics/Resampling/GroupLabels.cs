// The permutations of a test between two groups.
namespace SmileNotebooks;

/// <summary>Every choice of as many participants as the first group has: weights of 1 for the chosen and 0 for the others.</summary>
internal sealed class GroupLabels : PermutationScheme
{
    private readonly int _first;

    public GroupLabels(int first, int second, int permutations, ulong seed)
        : base(Combinations(first + second, first), permutations, seed) => _first = first;

    protected override void Enumerate(int number, Span<double> weights)
    {
        // Combinations in lexicographic order: number 0 chooses the first participants, which are the first group.
        weights.Clear();
        double rank = number;
        int left = _first;
        for (int i = 0; left > 0; i++)
        {
            double with = Combinations(weights.Length - i - 1, left - 1);
            if (rank < with)
            {
                weights[i] = 1;
                left--;
            }
            else
            {
                rank -= with;
            }
        }
    }

    protected override void Draw(ref RandomStream random, Span<double> weights)
    {
        // Selection in one pass (Knuth, The Art of Computer Programming 2, algorithm 3.4.2S): each participant with the chance that is left to it.
        int left = _first;
        for (int i = 0; i < weights.Length; i++)
        {
            bool chosen = random.NextInt(weights.Length - i) < left;
            weights[i] = chosen ? 1 : 0;
            left -= chosen ? 1 : 0;
        }
    }

    // Exact below 2^53, which is far above any number of permutations that is enumerated.
    private static double Combinations(int from, int chosen)
    {
        double count = 1;
        for (int i = 1; i <= chosen; i++)
        {
            count = count * (from - chosen + i) / i;
        }

        return Math.Round(count);
    }
}
