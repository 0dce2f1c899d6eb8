namespace SmileNotebooks;

/// <summary>What a training ends with.</summary>
/// <param name="Model">Learned from all rows, with settings that cross-validation over all rows chose.</param>
/// <param name="Validation">What the same procedure does with people it has not seen.</param>
public sealed partial record SmileTrainingResult(ISmileModel Model, SmileValidation Validation)
{
    /// <summary>The validation's sentence.</summary>
    public override string ToString() => Validation.Sentence;
}
