// What a naive model of contagion says.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>The coefficient of a friend's state in a model of one's own: what has been taken for contagion, and is as well homophily and what friends share.</summary>
public sealed partial record NaiveContagionResult : IStatisticalResult
{
    /// <summary>The model in words, as in <c>logistic: ego ~ friend + friend before + ego before</c>.</summary>
    public required string Model { get; init; }

    /// <summary>The coefficient of the friend's state: log odds for a binary outcome, else units of the outcome per unit.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its standard error, robust to what the rows of an ego have in common.</summary>
    public required double StandardError { get; init; }

    /// <summary>Its interval, by the normal distribution.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Two-sided p, by the normal distribution.</summary>
    public required double P { get; init; }

    /// <summary>For a binary outcome by how much the probability is greater with a friend who does it than with one who does not, as a part of the latter, all else as it is: .25 is
    /// "25 % more likely". NaN for others.</summary>
    public required double RelativeChange { get; init; }

    /// <summary>Rows of the model: ties by waves.</summary>
    public required int Rows { get; init; }

    /// <summary>How many people named a friend.</summary>
    public required int Egos { get; init; }

    /// <summary>Estimate over standard error.</summary>
    public double Z => Estimate / StandardError;

    private bool IsBinary => !double.IsNaN(RelativeChange);

    /// <inheritdoc/>
    public string Apa
    {
        get
        {
            string change = IsBinary ? Invariant($"; {(RelativeChange < 0 ? "less" : "more")} likely by {100 * Math.Abs(RelativeChange):0}% with such a friend") : "";
            return Invariant($"friend: b = {SmileNotebooks.Apa.Quantity(Estimate)}, {SmileNotebooks.Apa.Interval(Interval)}, z = {SmileNotebooks.Apa.Number(Z)}, {SmileNotebooks.Apa.P(P)}{change}");
        }
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Naive model of contagion", ["", "b", "SE", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI", "z", "p", .. IsBinary ? ["odds ratio", "change of probability"] : Array.Empty<string>()],
        [[
            "friend", SmileNotebooks.Apa.Quantity(Estimate), SmileNotebooks.Apa.Quantity(StandardError), SmileNotebooks.Apa.Limits(Interval), SmileNotebooks.Apa.Number(Z), SmileNotebooks.Apa.PCell(P),
            .. IsBinary ? [SmileNotebooks.Apa.Number(Math.Exp(Estimate)), Invariant($"{100 * RelativeChange:+0;-0;0}%")] : Array.Empty<string>(),
        ]])
    {
        Note = Invariant($"{Model}; {Rows:#,0} rows of {Egos:#,0} egos, standard errors robust to egos. The model cannot tell contagion from homophily and shared shocks."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;
}
