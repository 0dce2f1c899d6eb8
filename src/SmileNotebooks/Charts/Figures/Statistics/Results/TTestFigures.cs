using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of t tests, equivalence tests, Bayes factors and standardised differences.</summary>
public static class TTestFigures
{
    /// <summary>A raincloud of each sample; of pairs one of the differences. A dashed line where the null hypothesis is one of a mean.</summary>
    /// <param name="test">A t test.</param>
    /// <param name="options">Words and the level of the intervals, which are those of each mean.</param>
    public static Figure Raincloud(this TTestResult test, FigureOptions? options = null)
    {
        options = (options ?? Words(test)).Titled(TitleOf(test));
        return test.Kind switch
        {
            TTestKind.OneSample => StatisticsFigures.Raincloud([new(test.FirstName, test.First)], test.Options.Null, options),
            TTestKind.Paired => StatisticsFigures.Raincloud(
                [new($"{test.FirstName} - {test.SecondName}", [.. test.First.Zip(test.Second, (first, second) => first - second)])], test.Options.Null, options),
            _ => StatisticsFigures.Raincloud([new(test.FirstName, test.First), new(test.SecondName, test.Second)], reference: null, options),
        };
    }

    /// <summary>The pairs as dots with a line each, and their differences.</summary>
    /// <param name="test">A paired t test.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <exception cref="ArgumentException">The test is not of pairs.</exception>
    public static Figure PairedDots(this TTestResult test, FigureOptions? options = null) => test.Kind == TTestKind.Paired
        ? StatisticsFigures.PairedDots([new(test.FirstName, test.First), new(test.SecondName, test.Second)], participants: null, (options ?? Words(test)).Titled(TitleOf(test)))
        : throw new ArgumentException($"Paired dots of a test of kind {test.Kind}; a paired t test was expected.", nameof(test));

    /// <summary>The difference with its interval, and the bounds of equivalence as an area.</summary>
    /// <param name="test">Two one-sided tests.</param>
    /// <param name="options">Words.</param>
    public static Figure Equivalence(this TostResult test, FigureOptions? options = null)
    {
        options = (options ?? new()).Titled("Equivalence test");
        return FigureHead.Fit(ForestPlot.Make(
            [new("difference", test.Difference.Estimate, test.Interval)], reference: test.Difference.Options.Null, isRatio: false,
            options with { Subtitle = options.Subtitle ?? $"{Apa.Percent(test.Interval.Level)}% interval; shaded: equivalence", XTitle = options.XTitle ?? "Difference" },
            region: test.Bounds));
    }

    /// <summary>The Bayes factor on a logarithmic scale between the null hypothesis and the alternative.</summary>
    /// <param name="factor">A Bayes factor.</param>
    /// <param name="options">Words.</param>
    public static Figure Scale(this BayesFactorResult factor, FigureOptions? options = null) => BayesFactorPlot.Make(factor, (options ?? new()).Titled("Bayes factor"));

    /// <summary>The standardised difference with its interval.</summary>
    /// <param name="effect">A standardised difference.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this EffectSize effect, FigureOptions? options = null) =>
        StatisticsFigures.Forest([new(effect.Symbol, effect.Value, effect.Interval)], reference: 0, isRatio: false, (options ?? new()).Titled("Standardised difference"));

    private static FigureOptions Words(TTestResult test) => new() { Level = test.Options.Level };

    private static string TitleOf(TTestResult test) => test.Kind switch
    {
        TTestKind.OneSample => "One-sample t test",
        TTestKind.Paired => "Paired t test",
        TTestKind.Welch => "Welch's t test",
        _ => "Student's t test",
    };
}
