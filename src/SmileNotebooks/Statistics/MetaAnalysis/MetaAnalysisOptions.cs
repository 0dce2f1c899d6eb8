// What may be chosen in a meta-analysis.
namespace SmileNotebooks;

/// <summary>How the variance between studies is estimated.</summary>
public enum HeterogeneityEstimator
{
    /// <summary>It is taken as none: one true effect (fixed effect).</summary>
    Fixed,

    /// <summary>The method of moments of DerSimonian and Laird (1986).</summary>
    DerSimonianLaird,

    /// <summary>Restricted maximum likelihood (Viechtbauer, 2005). The default.</summary>
    RestrictedMaximumLikelihood,
}

/// <summary>Which distribution a prediction interval takes its width from.</summary>
public enum PredictionDistribution
{
    /// <summary>t with k - 2 degrees of freedom (Higgins, Thompson and Spiegelhalter, 2009).</summary>
    StudentKMinus2,

    /// <summary>That of the test of the mean: normal, or t with k - 1 degrees of freedom under Hartung and Knapp. What metafor 3 does.</summary>
    AsTheTest,
}

/// <summary>Options of <see cref="MetaAnalysis"/>.</summary>
public sealed record MetaAnalysisOptions
{
    /// <summary>How the variance between studies is estimated. Default: restricted maximum likelihood.</summary>
    public HeterogeneityEstimator Estimator { get; init; } = HeterogeneityEstimator.RestrictedMaximumLikelihood;

    /// <summary>Whether test and interval of the mean use t with k - 1 degrees of freedom and the variance of Hartung and Knapp (2001). Default: false (normal).
    /// Advisable where studies are few. Not for the fixed effect.</summary>
    public bool HartungKnapp { get; init; }

    /// <summary>What the prediction interval takes its width from. Default: t with k - 2 degrees of freedom.</summary>
    public PredictionDistribution Prediction { get; init; } = PredictionDistribution.StudentKMinus2;

    /// <summary>Confidence of all intervals. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What the effects are, with their unit, in words for figures, as <c>difference in rated funniness, points</c>. Default: null, not said.</summary>
    public string? Measure { get; init; }

    /// <summary>What is done where an effect or its error is not finite. Default: an error. A row is a study; both ways to drop are the same.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;
}
