namespace SmileNotebooks;

/// <summary>How far a training is.</summary>
/// <param name="Stage">What is being done, as "cross-validation".</param>
/// <param name="Done">Steps that are done.</param>
/// <param name="Of">Steps there are.</param>
public readonly record struct TrainingProgress(string Stage, int Done, int Of);
