namespace SmileNotebooks;

/// <summary>How a linear model is fitted.</summary>
public sealed record LinearModelOptions
{
    /// <summary>The level of intervals. Default .95.</summary>
    public double Level { get; init; } = .95;

    /// <summary>What to do with a missing value. Default: fail.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    /// <summary>The column of participants, for <see cref="MissingValues.DropParticipants"/>. Default: none.</summary>
    public string? Participant { get; init; }

    /// <summary>How factors become columns. Default: treatment contrasts.</summary>
    public ModelMatrixOptions Coding { get; init; } = new();
}
