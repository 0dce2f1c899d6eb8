namespace SmileNotebooks;

/// <summary>A test of all specifications at once: could conditions that do not differ look like this?</summary>
/// <param name="Statistic">What is tested, as in "median dz".</param>
/// <param name="Observed">Its value.</param>
/// <param name="P">How often sign flips reach it, in either direction, the observed arrangement counted.</param>
/// <param name="Permutations">How many sign flips were looked at besides the observed arrangement.</param>
/// <param name="IsExact">Whether they are all that there are.</param>
/// <param name="Seed">The seed of those that were drawn.</param>
public sealed record MultiverseTest(string Statistic, double Observed, double P, int Permutations, bool IsExact, ulong Seed)
{
    /// <summary>As in <c>median dz: p = .012 (1,999 random sign flips, seed 1)</c>.</summary>
    public override string ToString() => $"{Statistic}: {Apa.P(P)} ({Flips})";

    internal string Flips => FormattableString.Invariant($"{(IsExact ? $"all {Permutations + 1:#,0} sign flips" : $"{Permutations:#,0} random sign flips, seed {Seed}")}");
}
