namespace SmileNotebooks;

/// <summary>Options of a test against surrogates of one dyad.</summary>
public sealed record SurrogateOptions
{
    /// <summary>How surrogates are made; turned about by default.</summary>
    public SurrogateKind Kind { get; init; } = SurrogateKind.Shifts;

    /// <summary>How many; 999 by default. A series of no more samples than that is turned about in each way once. p is (1 + b) / (1 + m) with b of m surrogates at least as synchronous as observed.</summary>
    public int Surrogates { get; init; } = 999;

    /// <summary>How long a segment is, seconds, for <see cref="SurrogateKind.Segments"/>; 20 by default, a convention.</summary>
    public double Segment { get; init; } = 20;

    /// <summary>The seed of the surrogates; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        if (Surrogates is < 1 or > 1_000_000)
        {
            throw new ArgumentException($"Surrogates is {Surrogates}, expected 1 to 1,000,000.", nameof(Surrogates));
        }
    }
}
