// The source of every random number of the statistics room. System.Random is not it: its algorithm may change between versions of .NET.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Reproducible random numbers: a seed and the number of a stream give the same numbers on every machine and with every version of this library.</summary>
/// <remarks>
/// <para>xoshiro256** (Blackman and Vigna, 2021, ACM Transactions on Mathematical Software 47, 36), its state filled by the finaliser of SplitMix64 (Steele, Lea
/// and Flood, 2014). Different pairs of seed and stream have different states. Numbers are made by integer arithmetic and by additions, multiplications,
/// divisions and square roots of IEEE 754, which round alike everywhere; no function of the platform's mathematical library takes part.</para>
/// <para>Streams make parallel work reproducible: give each piece of work, not each thread, a stream of its own. This is a mutable structure: pass it by
/// reference, because a copy repeats its numbers. <c>default(RandomStream)</c> has no seed: all its numbers are 0. Not for cryptography.</para>
/// </remarks>
public struct RandomStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>The beginning of stream 0 of the seed 1.</summary>
    public RandomStream()
        : this(1)
    {
    }

    /// <summary>The beginning of a stream.</summary>
    /// <param name="seed">Any number; neighbouring seeds give unrelated numbers.</param>
    /// <param name="stream">The number of a stream of that seed; neighbouring streams are unrelated too.</param>
    public RandomStream(ulong seed, ulong stream = 0)
    {
        // For one seed the key is a bijection of the stream, so that no two pairs share a state.
        ulong seedKey = Mix(seed + Golden);
        ulong key = Mix(stream + Mix(seedKey + Golden));
        _s0 = Mix(key + Golden);
        _s1 = Mix(key + unchecked(2 * Golden));
        _s2 = Mix(key + seedKey + unchecked(3 * Golden));
        _s3 = Mix(key + seedKey + unchecked(4 * Golden));
    }

    /// <summary>The seed of one of many independent repetitions, for code that takes a seed rather than a stream.</summary>
    /// <param name="seed">The seed of all of them.</param>
    /// <param name="repetition">Which one, from 0.</param>
    public static ulong SeedOf(ulong seed, ulong repetition) => new RandomStream(seed, repetition).NextUInt64();

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A uniform number in [0, 1): a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="count"/>), each as likely as the others (Lemire, 2019).</summary>
    /// <param name="count">How many numbers there are to choose from: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ulong low;
        ulong high = Math.BigMul(NextUInt64(), (ulong)count, out low);
        if (low < (ulong)count)
        {
            // 2^64 mod count products fall short of a full share; they are drawn again.
            ulong unfair = (0 - (ulong)count) % (ulong)count;
            while (low < unfair && (_s0 | _s1 | _s2 | _s3) != 0)
            {
                high = Math.BigMul(NextUInt64(), (ulong)count, out low);
            }
        }

        return (int)high;
    }

    /// <summary>Fills with whole numbers in [first, first + count), each as likely as the others: two from each 64 bits (Lemire, 2019).</summary>
    /// <param name="choices">Receives them.</param>
    /// <param name="count">How many numbers there are to choose from: at least 1.</param>
    /// <param name="first">The least of them.</param>
    internal void FillChoices(Span<int> choices, int count, int first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

        // 2^32 mod count products fall short of a full share; they are drawn again.
        uint unfair = (0 - (uint)count) % (uint)count;
        int filled = 0;
        RandomStream random = this;
        while (filled < choices.Length)
        {
            ulong bits = random.NextUInt64();
            ulong low = (uint)bits * (ulong)count;
            ulong high = (bits >> 32) * (ulong)count;
            if ((uint)low >= unfair)
            {
                choices[filled++] = first + (int)(low >> 32);
            }

            if ((uint)high >= unfair && filled < choices.Length)
            {
                choices[filled++] = first + (int)(high >> 32);
            }
        }

        this = random;
    }

    /// <summary>A number of the standard normal distribution.</summary>
    public double NextGaussian() => Ziggurat.Next(ref this);

    /// <summary>Fills with uniform numbers in [0, 1).</summary>
    /// <param name="values">Receives them.</param>
    public void Fill(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = NextDouble();
        }
    }

    /// <summary>Fills with numbers of a normal distribution.</summary>
    /// <param name="values">Receives them.</param>
    /// <param name="mean">Their expectation, by default 0.</param>
    /// <param name="standardDeviation">By default 1.</param>
    public void FillGaussian(Span<double> values, double mean = 0, double standardDeviation = 1)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = mean + (standardDeviation * NextGaussian());
        }
    }

    /// <summary>Puts values in random order, each order as likely as the others (Fisher and Yates; Durstenfeld, 1964).</summary>
    /// <param name="values">What is put in order, in place.</param>
    /// <typeparam name="T">Anything.</typeparam>
    public void Shuffle<T>(Span<T> values)
    {
        for (int last = values.Length - 1; last > 0; last--)
        {
            int other = NextInt(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    // The finaliser of SplitMix64: a bijection in which each bit of the input moves half of the bits of the output.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
