// Two groups, one of which responds less in an average: do its responses come later, or are they fewer?
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>What tells two groups apart more clearly.</summary>
public enum LaterOrLessVerdict
{
    /// <summary>Nothing can be said: a group has no response whose latency could be measured, or both differences go the other way.</summary>
    Open,

    /// <summary>The difference of latencies is the larger one, in units of its standard error.</summary>
    Later,

    /// <summary>The difference of sizes is.</summary>
    Less,
}

/// <summary>Whether a group responds later or less than another.</summary>
/// <remarks>
/// <para>A delayed response and a smaller one both lower an average early after the stimulus. Late, when even delayed responses have risen, only the smaller one is still lower; and only the
/// delayed one has another latency. So each account predicts one of two differences, and the other to be zero. <see cref="Verdict"/> names the difference that is the larger one in units of
/// its standard error: a rule of this library, without a claim to be the best one.</para>
/// </remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record LaterOrLess : IStatisticalResult
{
    /// <summary>The difference of latencies, the group that may be late less the other; null where a latency could not be measured.</summary>
    public required JackknifeLatencyComparison? Later { get; init; }

    /// <summary>The difference of sizes in the late window, the other group less the one that may respond less.</summary>
    public required TTestResult Less { get; init; }

    /// <summary>Which of the two is the larger.</summary>
    public LaterOrLessVerdict Verdict
    {
        get
        {
            double later = Later?.T ?? double.NegativeInfinity, less = Less.T;
            return Math.Max(later, less) <= 0 ? LaterOrLessVerdict.Open : later > less ? LaterOrLessVerdict.Later : LaterOrLessVerdict.Less;
        }
    }

    /// <inheritdoc/>
    public string Apa =>
        $"later: {(Later is null ? "a group has no peak, no latency" : $"{SmileNotebooks.Apa.Number(1000 * Later.Difference, 0)} ms, {Statistic(Later.T, Later.DegreesOfFreedom, Later.P)}")}\n"
        + $"less: {SmileNotebooks.Apa.Quantity(Less.Estimate)}, {Statistic(Less.T, Less.DegreesOfFreedom, Less.P)}, {Less.Effect.Symbol} = {SmileNotebooks.Apa.Number(Less.Effect.Value)}\n"
        + $"the larger difference: {Verdict switch { LaterOrLessVerdict.Later => "later", LaterOrLessVerdict.Less => "less", _ => "neither" }}";

    /// <summary>Compares two groups.</summary>
    /// <param name="epochs">Epochs with groups, counted from their baseline, with amplitudes often enough for latencies (bins of 100 ms).</param>
    /// <param name="group">The group that may respond later or less.</param>
    /// <param name="other">The group that it is compared with.</param>
    /// <param name="first">A condition with responses.</param>
    /// <param name="second">One to subtract.</param>
    /// <param name="options">When responses are expected; null for the defaults.</param>
    /// <exception cref="ArgumentException">No such group or condition, a window without samples, or too few participants.</exception>
    public static StudyResult<LaterOrLess> Compare(Epochs epochs, string group, string other, string first, string second, LaterOrLessOptions? options = null)
    {
        options ??= new();
        if (!(options.LatencyTo > 0 && options.Smoothing >= 0))
        {
            throw new ArgumentException(Invariant($"Latencies are looked for until {options.LatencyTo} s in courses smoothed over {options.Smoothing} s, expected a time above 0 and a smoothing of 0 or more."), nameof(options));
        }

        TimeCourse course = epochs.TimeCourse();
        GroupCourses groups = course.Between(first, second);
        JackknifeLatencyOptions latency = course.LatencyOptions with { To = options.LatencyTo, Smoothing = options.Smoothing, Criterion = LatencyCriterion.FractionOfPeak(options.Fraction) };
        // What is wrong with the question is no group without a peak.
        _ = new LatencySearch(latency, course.Times.Length);
        StudyResult<TTestResult> less = epochs.Window(options.SizeFrom, options.SizeTo).InteractionT(other, group, first, second);
        return less.Then(test => new LaterOrLess { Less = test, Later = Latencies(groups[group].Matrix(), groups[other].Matrix(), latency) })
            with { About = $"{course.Muscle}, {group} against {other}, {first} - {second}, {course.Measure}" };
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Later or less",
        ["", "difference", "SE", "t", "df", "p"],
        [
            Later is null ? ["later (s)", "", "", "", "", ""]
                : ["later (s)", SmileNotebooks.Apa.Number(Later.Difference, 3), SmileNotebooks.Apa.Number(Later.StandardError, 3), SmileNotebooks.Apa.Number(Later.T), SmileNotebooks.Apa.DegreesOfFreedom(Later.DegreesOfFreedom), SmileNotebooks.Apa.PCell(Later.P)],
            ["less", SmileNotebooks.Apa.Number(Less.Estimate, 3), SmileNotebooks.Apa.Number(Less.StandardError, 3), SmileNotebooks.Apa.Number(Less.T), SmileNotebooks.Apa.DegreesOfFreedom(Less.DegreesOfFreedom), SmileNotebooks.Apa.PCell(Less.P)],
        ])
    {
        Note = Invariant($"Later: jackknife latencies ({Later?.First.Criterion ?? "none could be measured"}). Less: participants' means late after the stimulus, Welch's test."),
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;

    private static string Statistic(double t, double degrees, double p) => $"t({SmileNotebooks.Apa.DegreesOfFreedom(degrees)}) = {SmileNotebooks.Apa.Number(t)}, {SmileNotebooks.Apa.P(p)}";

    // An average without a peak above zero, as few trials give now and then, has no latency.
    private static JackknifeLatencyComparison? Latencies(double[,] group, double[,] other, JackknifeLatencyOptions options)
    {
        try
        {
            return JackknifeLatency.Independent(group, other, options);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
