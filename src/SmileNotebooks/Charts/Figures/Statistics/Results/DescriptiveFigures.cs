using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of descriptives and proportions.</summary>
public static class DescriptiveFigures
{
    /// <summary>A raincloud of the sample.</summary>
    /// <param name="sample">Descriptives of a sample.</param>
    /// <param name="options">Words and the level of the interval.</param>
    public static Figure Raincloud(this DescriptiveResult sample, FigureOptions? options = null) => StatisticsFigures.Raincloud(
        [new(sample.Name, sample.Values)], reference: null, (options ?? new() { Level = sample.MeanInterval.Level }).Titled("Descriptives"));

    /// <summary>A raincloud of each group.</summary>
    /// <param name="table">Descriptives of groups.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    public static Figure Raincloud(this DescriptiveTable table, FigureOptions? options = null) => StatisticsFigures.Raincloud(
        [.. table.Groups.Select(group => new NamedSample(group.Name, group.Values))],
        reference: null,
        (options ?? new() { Level = table.Groups.IsEmpty ? .95 : table.Groups[0].MeanInterval.Level }).Titled("Descriptives"));

    /// <summary>The conditions' means with within-subject intervals, and the participants as lines.</summary>
    /// <param name="means">Condition means of repeated measures.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    public static Figure PairedDots(this WithinSubjectResult means, FigureOptions? options = null) => StatisticsFigures.PairedDots(
        [.. means.Conditions.Zip(means.Values, (condition, values) => new NamedSample(condition.Name, values))],
        means.Participants,
        (options ?? new() { Level = means.Conditions[0].Within.Level }).Titled("Condition means"));

    /// <summary>The proportion with Wilson's and the exact interval; dashed: the null hypothesis.</summary>
    /// <param name="proportion">A proportion.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this ProportionResult proportion, FigureOptions? options = null) => StatisticsFigures.Forest(
        [new("Wilson", proportion.Estimate, proportion.Interval), new("Clopper-Pearson", proportion.Estimate, proportion.ExactInterval)],
        proportion.Options.Null,
        isRatio: false,
        (options ?? new()).Titled("Proportion"));

    /// <summary>The difference of two proportions with its interval.</summary>
    /// <param name="proportions">Two proportions.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this TwoProportionsResult proportions, FigureOptions? options = null) => StatisticsFigures.Forest(
        [new("first - second", proportions.Difference, proportions.Interval)], reference: 0, isRatio: false, (options ?? new()).Titled("Difference of proportions"));

    /// <summary>The odds ratio with its exact interval.</summary>
    /// <param name="test">Fisher's exact test.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this FisherExactResult test, FigureOptions? options = null)
    {
        options ??= new();
        return StatisticsFigures.Forest(
            [new("odds ratio", test.OddsRatio, test.Interval)], reference: 1, isRatio: true, options.Titled("Fisher's exact test") with { XTitle = options.XTitle ?? "Odds ratio" });
    }
}
