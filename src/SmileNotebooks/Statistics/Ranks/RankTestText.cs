// Wording that rank tests share.
namespace SmileNotebooks;

internal static class RankTestText
{
    /// <summary>A rank sum: whole or a half.</summary>
    public static string Statistic(double value) => Apa.Number(value, value == Math.Floor(value) ? 0 : 1);

    /// <summary>What a reader must know beside the numbers.</summary>
    public static string Note(bool isExact, bool hasTies, RankTestOptions options, DroppedRows dropped)
    {
        string side = options.Alternative == Alternative.TwoSided ? "two-sided" : $"one-sided ({options.Alternative.ToString().ToLowerInvariant()})";
        string from = isExact ? "exact permutation distribution" : "normal approximation" + (options.ContinuityCorrection ? " with continuity correction" : "");
        return $"p {side}, {from}{(hasTies ? " given the ties" : "")}."
            + (options.NullShift == 0 ? "" : $" Null shift {Apa.Quantity(options.NullShift)}.")
            + (dropped.Count == 0 ? "" : $" Missing values: {dropped}.");
    }
}
