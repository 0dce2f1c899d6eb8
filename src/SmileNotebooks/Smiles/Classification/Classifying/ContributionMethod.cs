namespace SmileNotebooks;

/// <summary>How contributions were found. Those of all methods add up exactly to the log odds.</summary>
public enum ContributionMethod
{
    /// <summary>The model is a sum of one term for each feature: exact.</summary>
    Additive,

    /// <summary>Shapley values (Shapley, 1953) over all subsets of features: exact.</summary>
    AllSubsets,

    /// <summary>Shapley values over random orders of the features (Castro, Gomez and Tejada, 2009), seeded: with an error of sampling.</summary>
    SampledOrders,
}
