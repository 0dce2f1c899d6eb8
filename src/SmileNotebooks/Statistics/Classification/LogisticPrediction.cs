// Probabilities that a logistic regression gives.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

public sealed partial record LogisticRegressionResult
{
    /// <summary>The probability of the event in new rows.</summary>
    /// <param name="predictors">[rows, columns], the columns in the order of the fit, without the intercept.</param>
    /// <exception cref="ArgumentException">Another number of columns.</exception>
    public double[] Predict(double[,] predictors)
    {
        int columns = predictors.GetLength(1);
        if (columns != Predictors)
        {
            throw new ArgumentException($"Found {columns} columns, expected {Predictors}, as fitted.", nameof(predictors));
        }

        int first = Coefficients.Length - Predictors;
        double[] probabilities = new double[predictors.GetLength(0)];
        for (int row = 0; row < probabilities.Length; row++)
        {
            double logOdds = first == 1 ? Coefficients[0].Estimate : 0;
            for (int column = 0; column < columns; column++)
            {
                logOdds += predictors[row, column] * Coefficients[column + first].Estimate;
            }

            probabilities[row] = LogisticPrediction.Probability(logOdds);
        }

        return probabilities;
    }

    /// <summary>The probability of the event in new rows of a formula's columns; the response need not be among them.</summary>
    /// <param name="data">The columns. Factors are coded as in the fit.</param>
    /// <exception cref="InvalidOperationException">The fit was not of a formula.</exception>
    /// <exception cref="ArgumentException">A column is absent, a value is missing, or a factor has a level that the fit had not.</exception>
    public double[] Predict(DataColumns data)
    {
        ModelMatrix matrix = Matrix?.ForRows(data)
            ?? throw new InvalidOperationException("The regression was fitted to a matrix: predict from a matrix.");
        double[] logOdds = new double[matrix.RowCount];
        for (int column = 0; column < matrix.ColumnCount; column++)
        {
            TensorPrimitives.MultiplyAdd(matrix.Column(column), Coefficients[column].Estimate, logOdds, logOdds);
        }

        return Array.ConvertAll(logOdds, LogisticPrediction.Probability);
    }
}

internal static class LogisticPrediction
{
    public static double Probability(double logOdds) =>
        logOdds >= 0 ? 1 / (1 + Math.Exp(-logOdds)) : Math.Exp(logOdds) / (1 + Math.Exp(logOdds));

    public static ImmutableArray<double> Fitted(LogisticDesign design, double[] coefficients)
    {
        double[] values = new double[design.Rows];
        for (int j = 0; j < coefficients.Length; j++)
        {
            TensorPrimitives.MultiplyAdd(design.Column(j), coefficients[j], values, values);
        }

        TensorPrimitives.Sigmoid<double>(values, values);
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}
