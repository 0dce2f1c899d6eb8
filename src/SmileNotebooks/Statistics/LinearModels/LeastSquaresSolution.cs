namespace SmileNotebooks;

/// <summary>The solution of a least-squares problem in the units of the data.</summary>
/// <param name="Coefficients">One a column.</param>
/// <param name="InverseCrossProducts">(X'X)^-1 of the columns scaled by <paramref name="Scales"/>.</param>
/// <param name="Scales">Powers of two; a coefficient's standard error is the residual standard error times its scale times the root of the diagonal.</param>
/// <param name="Residuals">One a row.</param>
/// <param name="ResidualLength">The root of the sum of their squares.</param>
internal sealed record LeastSquaresSolution(double[] Coefficients, double[,] InverseCrossProducts, double[] Scales, double[] Residuals, double ResidualLength);
