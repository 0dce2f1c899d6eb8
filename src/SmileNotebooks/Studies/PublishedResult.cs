// One finding of a published study, with its numbers and where they come from.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>A published finding. Numbers that the source does not give are null: a finding in words alone is legitimate, a number without a source is not loaded.</summary>
public sealed record PublishedResult
{
    /// <summary>The key of the study, as in "coles-2022".</summary>
    public required string Study { get; init; }

    /// <summary>The name of the result within the study, as in "mimicry".</summary>
    public required string Id { get; init; }

    /// <summary>What was found, in one plain sentence of ours.</summary>
    public required string Finding { get; init; }

    /// <summary>What was measured, and in which unit.</summary>
    public required string Measure { get; init; }

    /// <summary>What was compared, as in "happy - neutral pose"; null where nothing was.</summary>
    public string? Contrast { get; init; }

    /// <summary>People (or other units that the measure names) behind the result; null where the source does not say.</summary>
    public int? N { get; init; }

    /// <summary>Studies or laboratories that were summed up; null where it is one.</summary>
    public int? K { get; init; }

    /// <summary>The estimate, on the scale of <see cref="Metric"/>; null where the source gives none.</summary>
    public double? Estimate { get; init; }

    /// <summary>The scale of the estimate: "d", "dz", "g", "r", or a unit; null without an estimate.</summary>
    public string? Metric { get; init; }

    /// <summary>The interval of the estimate; null where the source gives none.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The test; null where the source gives none.</summary>
    public PublishedTest? Test { get; init; }

    /// <summary>Further numbers by name.</summary>
    public ImmutableSortedDictionary<string, double> Values { get; init; } = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Where the numbers, or the words, come from.</summary>
    public required ResultSource Source { get; init; }

    /// <summary>What the result says about claims, by their keys.</summary>
    public ImmutableSortedDictionary<string, Bearing> Bearings { get; init; } = ImmutableSortedDictionary.Create<string, Bearing>(StringComparer.Ordinal);

    /// <summary>Its address among all records, as in "coles-2022#mimicry".</summary>
    public string Address => $"{Study}#{Id}";

    /// <summary>A number of the result by the name of its field: estimate, lower, upper, level, n, k, statistic, df, df2, p, or one of <see cref="Values"/>.</summary>
    /// <returns>Null where the result has no such number.</returns>
    public double? Number(string field) => field switch
    {
        "estimate" => Estimate,
        "lower" => Interval?.Lower,
        "upper" => Interval?.Upper,
        "level" => Interval?.Level,
        "n" => N,
        "k" => K,
        "statistic" => Test?.Statistic,
        "df" => Test is { DegreesOfFreedom: [double first, ..] } ? first : null,
        "df2" => Test is { DegreesOfFreedom: [_, double second, ..] } ? second : null,
        "p" => Test?.P,
        _ => Values.TryGetValue(field, out double value) ? value : null,
    };

    /// <summary>The estimate with its interval, as in <c>d = 0.31 [0.24, 0.38]</c>; "no number" where the source gives none.</summary>
    public string Effect
    {
        get
        {
            if (Estimate is not { } estimate)
            {
                return Test?.ToString() ?? "no number";
            }

            return IsSymbol(Metric!)
                ? $"{Metric} = {Apa.Number(estimate)}{(Interval is { } limits ? $" {Apa.Limits(limits)}" : "")}"
                : $"{AsPublished(estimate)}{(Interval is { } range ? $" [{AsPublished(range.Lower)}, {AsPublished(range.Upper)}]" : "")} {Metric}";
        }
    }

    /// <summary>The result as an effect with its variance, for a meta-analysis or a forest plot: from the interval, taken as normal, or from a t or z that tests the estimate
    /// against 0, whose standard error is estimate / statistic. Of an odds or risk ratio it is the natural logarithm, whose interval is about normal.</summary>
    /// <exception cref="InvalidOperationException">There is no estimate, or neither an interval nor such a test.</exception>
    public StudyEffect ToEffect()
    {
        double? effect = Estimate is { } value ? OnScale(value) : null;
        double error = (effect, Interval, Test) switch
        {
            (not null, { } interval, _) => (OnScale(interval.Upper) - OnScale(interval.Lower)) / (2 * Normal.UpperQuantile((1 - interval.Level) / 2)),
            ({ } estimate, null, { Name: "t" or "z" } test) when estimate * test.Statistic > 0 => estimate / test.Statistic,
            _ => throw new InvalidOperationException($"{Address} has {(Estimate is null ? "no estimate" : "neither an interval nor a t or z against 0")}, so that its standard error is not known."),
        };
        return new StudyEffect(Study, effect.Value, error * error);

        double OnScale(double number) => IsRatio(Metric!) ? Math.Log(number) : number;
    }

    /// <summary>As in <c>coles-2022#mimicry: d = 0.31 (n = 477)</c>.</summary>
    public override string ToString() => $"{Address}: {Effect}{(N is { } n ? FormattableString.Invariant($" (n = {n})") : "")}";

    /// <summary>With the digits that the record has, up to four after the point.</summary>
    internal static string AsPublished(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Standardised effects are written after their symbol, other numbers before their unit.</summary>
    internal static bool IsSymbol(string metric) => IsRatio(metric) || metric is "d" or "dz" or "g" or "r" or "z" or "AUC";

    /// <summary>Odds and risk ratios: 1 is no effect, and they are above 0.</summary>
    internal static bool IsRatio(string metric) => metric is "OR" or "RR";
}
