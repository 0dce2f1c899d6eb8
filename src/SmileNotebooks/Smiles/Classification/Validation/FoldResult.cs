namespace SmileNotebooks;

/// <summary>One fold of the outer cross-validation.</summary>
/// <param name="People">People who were tested.</param>
/// <param name="Rows">Their smiles.</param>
/// <param name="Named">Those of the named class.</param>
/// <param name="Settings">The settings that the training part chose.</param>
/// <param name="Auc">Area under the ROC curve of the test part.</param>
/// <param name="LogLoss">Mean log loss of the test part, before recalibration.</param>
/// <param name="BestFeature">The single feature that the training part found best.</param>
public sealed record FoldResult(int People, int Rows, int Named, TrainerSettings Settings, double Auc, double LogLoss, string BestFeature);
