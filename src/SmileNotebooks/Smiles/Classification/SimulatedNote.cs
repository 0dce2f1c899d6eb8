namespace SmileNotebooks;

/// <summary>How simulated smiles were made, said so that the word is always there and never twice.</summary>
internal static class SimulatedNote
{
    /// <summary>As in <c>simulated from published parameters, seed 1</c>, or <c>simulated: by my own script</c>.</summary>
    /// <param name="how">What the table says, in its author's words.</param>
    public static string Of(string how) => how.Contains("simulated", StringComparison.OrdinalIgnoreCase) ? how : $"simulated: {how}";
}
