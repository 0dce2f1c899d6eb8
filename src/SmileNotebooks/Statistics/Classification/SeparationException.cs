// Thrown where a logistic regression has no maximum-likelihood estimate.
namespace SmileNotebooks;

/// <summary>The outcomes are separated by the predictors: some coefficients have no finite estimate. A penalty, fewer predictors or more data help.</summary>
public sealed class SeparationException : ArgumentException
{
    /// <summary>Makes the error of a separation.</summary>
    public SeparationException(Separation separation)
        : base($"{char.ToUpperInvariant(separation.ToString()[0])}{separation.ToString()[1..]}: the likelihood rises without end, "
            + "and these coefficients have no finite estimate. Set a Penalty, leave out predictors, or collect more data.") =>
        Separation = separation;

    /// <summary>What was found.</summary>
    public Separation Separation { get; }
}
