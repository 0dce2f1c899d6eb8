namespace SmileNotebooks;

/// <summary>How the smiles of one person were classified by models that have not seen this person.</summary>
/// <param name="Person">Who.</param>
/// <param name="Rows">Smiles.</param>
/// <param name="Named">Those of the named class.</param>
/// <param name="Correct">Those on the right side of .5.</param>
/// <param name="LogLoss">Mean log loss.</param>
public readonly record struct PersonResult(string Person, int Rows, int Named, int Correct, double LogLoss);
