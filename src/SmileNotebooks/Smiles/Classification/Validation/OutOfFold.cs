namespace SmileNotebooks;

/// <summary>What a model that has not seen the person says of a smile.</summary>
/// <param name="Row">The row of the table, from 0.</param>
/// <param name="Person">Who smiled.</param>
/// <param name="Fold">In which fold, from 0.</param>
/// <param name="Label">Whether it is of the named class.</param>
/// <param name="LogOdds">Before recalibration.</param>
/// <param name="Probability">Of the named class, as the finished classifier would give it: recalibrated where it recalibrates, by the other folds.</param>
public readonly record struct OutOfFold(int Row, string Person, int Fold, bool Label, double LogOdds, double Probability);
