using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of rank tests.</summary>
public static class RankFigures
{
    /// <summary>A raincloud of the differences (or of the one sample), with the value under the null hypothesis.</summary>
    /// <param name="test">A signed-rank test.</param>
    /// <param name="options">Words and the level of the interval.</param>
    public static Figure Raincloud(this WilcoxonSignedRankResult test, FigureOptions? options = null) => StatisticsFigures.Raincloud(
        [new(test.First.IsEmpty ? "values" : "first - second", test.Differences)],
        test.Options.NullShift,
        (options ?? new() { Level = test.Interval.Level }).Titled("Wilcoxon signed-rank test"));

    /// <summary>The pairs as dots with a line each, and their differences.</summary>
    /// <param name="test">A signed-rank test of pairs.</param>
    /// <param name="firstName">What the first values are.</param>
    /// <param name="secondName">What the second values are.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <exception cref="ArgumentException">The test is of one sample.</exception>
    public static Figure PairedDots(this WilcoxonSignedRankResult test, string firstName = "first", string secondName = "second", FigureOptions? options = null) =>
        StatisticsFigures.PairedDots(
            test.First.IsEmpty ? [] : [new(firstName, test.First), new(secondName, test.Second)],
            participants: null,
            (options ?? new() { Level = test.Interval.Level }).Titled("Wilcoxon signed-rank test"));

    /// <summary>A raincloud of each sample.</summary>
    /// <param name="test">A Mann-Whitney test.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    public static Figure Raincloud(this MannWhitneyResult test, FigureOptions? options = null) => StatisticsFigures.Raincloud(
        [new(test.FirstName, test.First), new(test.SecondName, test.Second)],
        reference: null,
        (options ?? new() { Level = test.Interval.Level }).Titled("Mann-Whitney test"));
}
