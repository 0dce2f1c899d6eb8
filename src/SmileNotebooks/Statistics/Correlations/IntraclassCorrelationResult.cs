// Six intraclass correlations of one table of ratings.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The forms of Shrout and Fleiss (1979).</summary>
public enum IntraclassForm
{
    /// <summary>ICC(1,1): each target is rated by other raters; one rating.</summary>
    OneWaySingle,

    /// <summary>ICC(2,1): raters are a sample; absolute agreement of one rating.</summary>
    TwoWayRandomSingle,

    /// <summary>ICC(3,1): these raters only; consistency of one rating.</summary>
    TwoWayMixedSingle,

    /// <summary>ICC(1,k): the mean of k ratings by other raters.</summary>
    OneWayAverage,

    /// <summary>ICC(2,k): absolute agreement of the mean of k raters, who are a sample.</summary>
    TwoWayRandomAverage,

    /// <summary>ICC(3,k): consistency of the mean of these raters (Cronbach's alpha).</summary>
    TwoWayMixedAverage,
}

/// <summary>Options of <see cref="IntraclassCorrelation"/>.</summary>
public sealed record IntraclassOptions
{
    /// <summary>Confidence of the intervals. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What is done where a rating is not finite or absent. Default: an error. Both ways to drop leave out its target.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;
}

/// <summary>One form.</summary>
/// <param name="Form">Which.</param>
/// <param name="Value">The correlation: at most 1; negative where ratings of a target differ more than chance has it.</param>
/// <param name="F">Test of no correlation; infinite where raters agree perfectly.</param>
/// <param name="Numerator">Degrees of freedom of targets.</param>
/// <param name="Denominator">Degrees of freedom of error.</param>
/// <param name="P">Upper tail of F.</param>
/// <param name="Interval">Limits of the correlation.</param>
public sealed record IntraclassEstimate(
    IntraclassForm Form, double Value, double F, double Numerator, double Denominator, double P, ConfidenceInterval Interval)
{
    /// <summary>As in <c>ICC(2,1)</c>.</summary>
    public string Name => Form switch
    {
        IntraclassForm.OneWaySingle => "ICC(1,1)",
        IntraclassForm.TwoWayRandomSingle => "ICC(2,1)",
        IntraclassForm.TwoWayMixedSingle => "ICC(3,1)",
        IntraclassForm.OneWayAverage => "ICC(1,k)",
        IntraclassForm.TwoWayRandomAverage => "ICC(2,k)",
        _ => "ICC(3,k)",
    };

    /// <summary>As in <c>ICC(2,1) = .29, 95% CI [.02, .76], F(5, 15) = 11.03, p &lt; .001</c>.</summary>
    public override string ToString() =>
        $"{Name} = {Apa.Bounded(Value)}, {Apa.Interval(Interval, bounded: true)}, "
        + $"F({Apa.DegreesOfFreedom(Numerator)}, {Apa.DegreesOfFreedom(Denominator)}) = {Apa.Number(F)}, {Apa.P(P)}";
}

/// <summary>All six intraclass correlations: a line each.</summary>
public sealed partial record IntraclassCorrelationResult : IStatisticalResult
{
    /// <summary>The six forms in the order of <see cref="IntraclassForm"/>.</summary>
    public required ImmutableArray<IntraclassEstimate> Forms { get; init; }

    /// <summary>Targets used.</summary>
    public required int Targets { get; init; }

    /// <summary>Raters.</summary>
    public required int Raters { get; init; }

    /// <summary>The ratings used, target by target.</summary>
    public required ImmutableArray<double> Ratings { get; init; }

    /// <summary>Targets left out because ratings were missing.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <summary>One form.</summary>
    public IntraclassEstimate this[IntraclassForm form] => Forms[(int)form];

    /// <inheritdoc/>
    public string Apa => string.Join('\n', Forms);

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        $"Intraclass correlations of {Targets} targets by {Raters} raters",
        ["form", "ICC", $"{SmileNotebooks.Apa.Percent(Forms[0].Interval.Level)}% CI", "F", "df1", "df2", "p"],
        [.. Forms.Select(form => (ImmutableArray<string>)
        [
            form.Name, SmileNotebooks.Apa.Bounded(form.Value), SmileNotebooks.Apa.Limits(form.Interval, bounded: true), SmileNotebooks.Apa.Number(form.F),
            SmileNotebooks.Apa.DegreesOfFreedom(form.Numerator), SmileNotebooks.Apa.DegreesOfFreedom(form.Denominator), SmileNotebooks.Apa.PCell(form.P),
        ])])
    {
        Note = "1: one-way; 2: raters are a sample, absolute agreement; 3: these raters, consistency; k: the mean of all raters."
            + (Dropped.Count == 0 ? "" : $" Missing values: {Dropped}."),
    };

    /// <summary>The sentences.</summary>
    public override string ToString() => Apa;
}
