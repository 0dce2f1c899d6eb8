// What may be chosen in descriptives.
namespace SmileNotebooks;

/// <summary>Options of <see cref="Descriptives"/> and <see cref="WithinSubject"/>.</summary>
public sealed record DescriptiveOptions
{
    /// <summary>Confidence of the intervals. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What is done where a value is not finite. Default: an error.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;
}
