// The choices of a pipeline in words: for tables, sidecars and names.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

internal static class PipelineWords
{
    /// <summary>Each choice by name.</summary>
    public static ImmutableArray<(string Name, string Value)> Of(EmgPipeline pipeline) =>
    [
        ("muscle", pipeline.Muscle),
        ("conditions", string.Join(", ", pipeline.Conditions)),
        ("amplitude", pipeline.Processing.ToString()),
        ("epoch", Seconds(pipeline.From, pipeline.To)),
        ("bins", pipeline.BinSeconds is { } bin ? Invariant($"{1000 * bin:0.###} ms") : "none"),
        ("rejection", Name(pipeline.Rejection)),
        ("baseline", Name(pipeline.Baseline)),
        ("window", $"{Name(pipeline.Summary)}{Seconds(pipeline.WindowFrom, pipeline.WindowTo)}"),
        ("standardisation", Name(pipeline.Standardisation)),
    ];

    /// <summary>As in <c>2 to 4 s</c>.</summary>
    public static string Seconds(double from, double to) => Invariant($"{from:0.######} to {to:0.######} s");

    public static string Name(WindowSummary summary) => summary switch
    {
        WindowSummary.Peak => "peak of ",
        WindowSummary.Area => "area over ",
        _ => "mean of ",
    };

    public static string Name(Baseline baseline) => baseline.Method switch
    {
        BaselineMethod.LogRatio => $"log ratio, {Seconds(baseline.From, baseline.To)}",
        BaselineMethod.Percent => $"percent, {Seconds(baseline.From, baseline.To)}",
        BaselineMethod.Difference => $"difference, {Seconds(baseline.From, baseline.To)}",
        BaselineMethod.ZScore => "z of samples",
        _ => "none",
    };

    public static string Name(Standardisation standardisation) => standardisation == Standardisation.ZScore ? "z within participant" : "none";

    /// <summary>As in <c>gaps, flat, baseline beyond 3 SD</c>.</summary>
    public static string Name(RejectionOptions? rejection) => rejection is null ? "none" : string.Join(", ", Criteria(rejection));

    /// <summary>What leads to rejection, each criterion by itself.</summary>
    public static IEnumerable<string> Criteria(RejectionOptions rejection)
    {
        yield return rejection.MissingShare > 0 ? Invariant($"more than {100 * rejection.MissingShare:0.###} % of samples missing") : "missing samples";
        yield return rejection.FlatSeconds is { } flat ? Invariant($"flat for {flat:0.######} s") : "flat throughout";
        if (rejection.Lowest is { } lowest)
        {
            yield return Invariant($"amplitude below {lowest}");
        }

        if (rejection.Highest is { } highest)
        {
            yield return Invariant($"amplitude above {highest}");
        }

        if (rejection.BaselineDeviations is { } limit)
        {
            yield return Invariant($"baseline beyond {limit} SD");
        }
    }
}
