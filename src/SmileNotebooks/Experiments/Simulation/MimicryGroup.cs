namespace SmileNotebooks;

/// <summary>A group of participants of a simulated experiment, whose responses may come later or less often than those of the others. Immutable.</summary>
/// <param name="Name">What the group is called in tables.</param>
public sealed record MimicryGroup(string Name)
{
    /// <summary>By how much its responses begin later, in seconds; 0 by default.</summary>
    public double Delay { get; init; }

    /// <summary>How often its members respond, in parts of what muscles say: 1, the default, for as often. The size of a response is the same.</summary>
    public double ResponseProbability { get; init; } = 1;

    /// <summary>As in <c>autistic: 0.16 s later, 0.5 as many responses</c>.</summary>
    public override string ToString() =>
        $"{Name}: {string.Join(", ", new[] { Delay > 0 ? FormattableString.Invariant($"{Delay:0.####} s later") : "", ResponseProbability == 1 ? "" : FormattableString.Invariant($"{ResponseProbability:0.####} as many responses") }.Where(part => part.Length > 0).DefaultIfEmpty("as muscles say"))}";
}
