// The permutations of a one-sample or paired test.
namespace SmileNotebooks;

/// <summary>Each participant's difference keeps its sign or changes it: weights of 1 and -1.</summary>
internal sealed class SignFlips : PermutationScheme
{
    // All signs turned give the same result with the other sign: a two-sided test needs one of each two, so the first participant keeps its sign.
    private readonly int _fixed;

    public SignFlips(int participants, bool twoSided, int permutations, ulong seed)
        : base(Math.Pow(2, twoSided ? participants - 1 : participants), permutations, seed) => _fixed = twoSided ? 1 : 0;

    protected override void Enumerate(int number, Span<double> weights)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            int bit = i - _fixed;
            weights[i] = bit >= 0 && bit < 31 && ((number >> bit) & 1) != 0 ? -1 : 1;
        }
    }

    protected override void Draw(ref RandomStream random, Span<double> weights)
    {
        ulong bits = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            bits = i % 64 == 0 ? random.NextUInt64() : bits >> 1;
            weights[i] = 1 - (2 * (int)(bits & 1));
        }
    }
}
