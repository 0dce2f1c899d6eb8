// Which rows are events.
using static System.FormattableString;

namespace SmileNotebooks;

internal static class LogisticOutcomes
{
    /// <summary>The response of a formula: 1 of 0 and 1, or the second of two levels.</summary>
    /// <exception cref="ArgumentException">Other values.</exception>
    public static bool[] Of(FormulaVariable response, DataColumns data)
    {
        if (response.IsFactor(data))
        {
            Factor factor = response.Factor(data);
            return factor.Levels.Length == 2
                ? [.. factor.Codes.Select(code => code == 1)]
                : throw new ArgumentException(
                    $"The response '{response}' has {factor.Levels.Length} levels ({string.Join(", ", factor.Levels.Take(10))}); a logistic regression needs two.");
        }

        double[] values = response.Evaluate(data);
        int wrong = Array.FindIndex(values, value => value is not (0 or 1));
        return wrong < 0
            ? Array.ConvertAll(values, value => value == 1)
            : throw new ArgumentException(Invariant($"Row {wrong} of the complete ones: the response '{response}' is {values[wrong]}, expected 0 or 1."));
    }
}
