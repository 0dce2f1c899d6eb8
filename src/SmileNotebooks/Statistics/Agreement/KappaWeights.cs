// How a weighted kappa counts disagreements.
namespace SmileNotebooks;

/// <summary>Weights of disagreements in Cohen's kappa; categories count as evenly spaced, in their order.</summary>
public enum KappaWeights
{
    /// <summary>Every disagreement counts the same (Cohen, 1960). For nominal categories.</summary>
    None,

    /// <summary>A disagreement counts by the distance of its categories (Cicchetti and Allison, 1971).</summary>
    Linear,

    /// <summary>A disagreement counts by the squared distance (Fleiss and Cohen, 1973).</summary>
    Quadratic,
}
