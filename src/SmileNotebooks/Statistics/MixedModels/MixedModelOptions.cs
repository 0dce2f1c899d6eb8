// How a mixed model is fitted and reported.
namespace SmileNotebooks;

/// <summary>How a mixed model is fitted and reported.</summary>
public sealed record MixedModelOptions
{
    /// <summary>What is maximised. Default: the restricted likelihood.</summary>
    public LikelihoodCriterion Criterion { get; init; } = LikelihoodCriterion.Restricted;

    /// <summary>Level of the intervals. Default: .95.</summary>
    public double Level { get; init; } = .95;

    /// <summary>What to do with a row in which a variable of the formula is missing. Default: fail.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    /// <summary>The column of participants, for <see cref="MissingValues.DropParticipants"/>. Default: the first grouping factor of the formula.</summary>
    public string? Participant { get; init; }

    /// <summary>Coding of factors, fixed and random. Default: treatment coding, as in R.</summary>
    public ModelMatrixOptions Coding { get; init; } = new();
}
