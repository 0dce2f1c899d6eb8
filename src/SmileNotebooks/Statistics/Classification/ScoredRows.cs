// Scores or probabilities with their outcomes, without the rows that have none.
namespace SmileNotebooks;

internal static class ScoredRows
{
    /// <summary>The rows whose score is a number (infinities are: they have a rank), and what was left out.</summary>
    /// <param name="scores">One a row.</param>
    /// <param name="outcomes">As many.</param>
    /// <param name="name">What a score is called in errors.</param>
    /// <param name="missing">What to do with a NaN. Rows have no participant here, so both ways to drop are the same.</param>
    /// <exception cref="ArgumentException">Different lengths, or a NaN where the policy is to fail.</exception>
    public static (double[] Scores, bool[] Outcomes, DroppedRows Dropped) Of(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, string name, MissingValues missing)
    {
        if (scores.Length != outcomes.Length)
        {
            throw new ArgumentException($"Found {scores.Length} values of '{name}' and {outcomes.Length} outcomes; expected as many of both.", nameof(outcomes));
        }

        bool[] incomplete = new bool[scores.Length];
        for (int row = 0; row < scores.Length; row++)
        {
            if (double.IsNaN(scores[row]))
            {
                MissingRows.Mark(name, row, "NaN", incomplete, missing);
            }
        }

        (double[] allScores, bool[] allOutcomes) = (scores.ToArray(), outcomes.ToArray());
        (int[] kept, DroppedRows dropped) = MissingRows.Split(incomplete, participants: null, missing);
        return dropped.Count == 0
            ? (allScores, allOutcomes, dropped)
            : (Array.ConvertAll(kept, row => allScores[row]), Array.ConvertAll(kept, row => allOutcomes[row]), dropped);
    }
}
