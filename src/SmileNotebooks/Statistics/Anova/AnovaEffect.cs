using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One effect of an analysis of variance.</summary>
public sealed record AnovaEffect
{
    /// <summary>The effect's name: a factor, or factors joined by ':', those between participants first.</summary>
    public string Name => Factors.IsEmpty ? "Intercept" : string.Join(':', Factors);

    /// <summary>The factors crossed.</summary>
    public required ImmutableArray<string> Factors { get; init; }

    /// <summary>Whether a within-participant factor is among them.</summary>
    public required bool IsWithin { get; init; }

    /// <summary>Type III sum of squares of the effect, in squared units of the data.</summary>
    public required double SumOfSquares { get; init; }

    /// <summary>Sum of squares of the effect's error.</summary>
    public required double ErrorSumOfSquares { get; init; }

    /// <summary>Degrees of freedom of the effect, uncorrected.</summary>
    public required int Degrees { get; init; }

    /// <summary>Degrees of freedom of its error, uncorrected.</summary>
    public required int ErrorDegrees { get; init; }

    /// <summary>Ratio of the mean squares. Infinite where the error is exactly zero and the effect is not; NaN where both are.</summary>
    public required double F { get; init; }

    /// <summary>Probability under sphericity.</summary>
    public required double UncorrectedP { get; init; }

    /// <summary>Mauchly's test and the epsilons; null for effects between participants and for those of one degree of freedom within, where sphericity cannot fail.</summary>
    public required Sphericity? Sphericity { get; init; }

    /// <summary>The correction that <see cref="Epsilon"/> is from.</summary>
    public required SphericityCorrection Correction { get; init; }

    /// <summary>SS / (SS + SS error).</summary>
    public required double PartialEtaSquared { get; init; }

    /// <summary>Generalised eta squared of Olejnik and Algina (2003), comparable between designs.</summary>
    public required double GeneralisedEtaSquared { get; init; }

    /// <summary>By what the degrees of freedom are multiplied: 1 where nothing is corrected.</summary>
    public double Epsilon => EpsilonOf(Correction);

    /// <summary>The effect's degrees of freedom as reported: corrected.</summary>
    public double CorrectedDegrees => Epsilon * Degrees;

    /// <summary>The error's degrees of freedom as reported: corrected.</summary>
    public double CorrectedErrorDegrees => Epsilon * ErrorDegrees;

    /// <summary>The probability as reported: with corrected degrees of freedom.</summary>
    public double P => PUnder(Correction);

    /// <summary>The probability under a correction.</summary>
    public double PUnder(SphericityCorrection correction)
    {
        double epsilon = EpsilonOf(correction);
        return epsilon == 1 ? UncorrectedP : FisherF.UpperTail(F, epsilon * Degrees, epsilon * ErrorDegrees);
    }

    /// <summary>As in <c>emotion: F(1.99, 236.65) = 7.26, p &lt; .001, partial eta2 = .058, generalised eta2 = .005</c>.</summary>
    public override string ToString() =>
        $"{Name}: F({Apa.DegreesOfFreedom(CorrectedDegrees)}, {Apa.DegreesOfFreedom(CorrectedErrorDegrees)}) = {Apa.Number(F)}, {Apa.P(P)}, "
        + $"partial eta2 = {Apa.Bounded(PartialEtaSquared, 3)}, generalised eta2 = {Apa.Bounded(GeneralisedEtaSquared, 3)}";

    private double EpsilonOf(SphericityCorrection correction) => Sphericity is null ? 1 : correction switch
    {
        SphericityCorrection.GreenhouseGeisser => Sphericity.GreenhouseGeisser,
        SphericityCorrection.HuynhFeldt => Math.Min(1, Sphericity.HuynhFeldt),
        _ => 1,
    };
}
