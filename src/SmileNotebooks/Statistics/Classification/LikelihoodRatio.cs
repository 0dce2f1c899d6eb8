// A likelihood-ratio test.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A likelihood-ratio test of some columns.</summary>
/// <param name="Term">What was left out.</param>
/// <param name="ChiSquared">Twice the difference of log-likelihoods.</param>
/// <param name="DegreesOfFreedom">How many columns.</param>
/// <param name="P">Upper tail.</param>
public sealed record LikelihoodRatio(string Term, double ChiSquared, int DegreesOfFreedom, double P)
{
    /// <summary>As in <c>chi2(2) = 7.40, p = .025</c>.</summary>
    public override string ToString() => $"chi2({DegreesOfFreedom}) = {Apa.Number(ChiSquared)}, {Apa.P(P)}";
}

/// <summary>Likelihood-ratio tests of each term of a logistic regression.</summary>
/// <param name="Tests">In the order of the terms.</param>
public sealed partial record LikelihoodRatioTests(ImmutableArray<LikelihoodRatio> Tests) : IStatisticalResult
{
    /// <summary>A line for each term.</summary>
    public string Apa => string.Join('\n', Tests.Select(test => $"{test.Term}: {test}"));

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Likelihood-ratio tests",
        ["term", "chi2", "df", "p"],
        [.. Tests.Select(test => (ImmutableArray<string>)
            [test.Term, SmileNotebooks.Apa.Number(test.ChiSquared), $"{test.DegreesOfFreedom}", SmileNotebooks.Apa.PCell(test.P)])]);

    /// <summary>The sentences.</summary>
    public override string ToString() => Apa;
}
