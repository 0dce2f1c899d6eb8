namespace SmileNotebooks;

/// <summary>The F test of a fixed term.</summary>
/// <param name="Term">The term: <c>emotion</c>, <c>emotion:muscle</c>.</param>
/// <param name="F">Wald statistic of the term's contrasts by their number.</param>
/// <param name="NumeratorDegrees">Number of contrasts.</param>
/// <param name="DenominatorDegrees">Satterthwaite (Fai and Cornelius, 1996).</param>
/// <param name="P">Upper tail of F.</param>
public sealed record MixedModelTerm(string Term, double F, int NumeratorDegrees, double DenominatorDegrees, double P)
{
    /// <summary>Partial eta squared as F and its degrees of freedom give it: F df1 / (F df1 + df2).</summary>
    public double PartialEtaSquared => F * NumeratorDegrees / ((F * NumeratorDegrees) + DenominatorDegrees);

    /// <summary>The sentence of a paper.</summary>
    public string Apa =>
        $"{Term}: F({NumeratorDegrees}, {SmileNotebooks.Apa.DegreesOfFreedom(DenominatorDegrees)}) = {SmileNotebooks.Apa.Number(F)}, {SmileNotebooks.Apa.P(P)}";
}
