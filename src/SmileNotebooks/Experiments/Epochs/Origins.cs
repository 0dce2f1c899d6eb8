namespace SmileNotebooks;

/// <summary>Where data come from, when data are put together.</summary>
internal static class Origins
{
    /// <summary>The phrases that say how data were simulated, each once; null where all data were recorded. Data that are simulated in part are simulated data.</summary>
    public static string? Join(IEnumerable<string?> simulated)
    {
        string[] phrases = [.. simulated.OfType<string>().Distinct()];
        return phrases.Length == 0 ? null : string.Join("; ", phrases);
    }
}
