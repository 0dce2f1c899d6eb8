namespace SmileNotebooks;

/// <summary>How many smiles of how many people are simulated. The defaults have the size of the UvA-NEMO study.</summary>
public sealed record SimulatedSmilesOptions
{
    /// <summary>How many people smile; 400 by default, as published.</summary>
    public int People { get; init; } = 400;

    /// <summary>How many spontaneous smiles there are; 597 by default, as published. They are dealt to the people as evenly as their number allows.</summary>
    public int Spontaneous { get; init; } = 597;

    /// <summary>How many posed smiles there are; 643 by default, as published. They are dealt in the same way: most people have smiles of both kinds.</summary>
    public int Posed { get; init; } = 643;

    /// <summary>Intraclass correlation: how much alike the smiles of one person are, of either kind, 0 to 1; by default .3. Assumed: nothing is published that this library could cite.</summary>
    public double IntraclassCorrelation { get; init; } = 0.3;

    /// <summary>The seed of all random numbers; 1 by default. Each person has random streams of their own.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What every output says of the data, as in "simulated from published parameters, seed 1".</summary>
    internal string Phrase => FormattableString.Invariant($"simulated from published parameters, seed {Seed}");

    /// <exception cref="ArgumentException">A number that cannot be; the message names it, its value and what was expected.</exception>
    internal void Check()
    {
        Require(People is >= 1 and <= 100_000, nameof(People), People, "1 to 100,000");
        Require(Spontaneous is >= 0 and <= 1_000_000, nameof(Spontaneous), Spontaneous, "0 to 1,000,000");
        Require(Posed is >= 0 and <= 1_000_000, nameof(Posed), Posed, "0 to 1,000,000");
        Require(IntraclassCorrelation is >= 0 and <= 1, nameof(IntraclassCorrelation), IntraclassCorrelation, "0 to 1");
    }

    private static void Require(bool holds, string name, double found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {found}; expected {expected}."), name);
        }
    }
}
