// Cell means of a model with a model matrix: its prediction for every combination of the factors' levels, numeric columns at their means.
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal sealed class ModelMatrixEstimator : ICellEstimator
{
    private readonly double[] _coefficients;
    private readonly double[,] _covariance;
    private readonly double _deviation;
    private readonly Func<double[], double> _degrees;
    private readonly Func<IReadOnlyList<double[]>, double> _jointDegrees;
    private readonly double[][] _cells;

    /// <param name="matrix">The fit's model matrix.</param>
    /// <param name="formula">The model.</param>
    /// <param name="data">The rows fitted.</param>
    /// <param name="coefficients">One a column.</param>
    /// <param name="covariance">Of the coefficients, in units of the residuals: squares stay in range whatever the unit of the response.</param>
    /// <param name="deviation">The residuals' standard deviation.</param>
    /// <param name="degrees">The degrees of freedom of a combination of coefficients.</param>
    /// <param name="jointDegrees">The error degrees of freedom of several combinations tested together.</param>
    public ModelMatrixEstimator(
        ModelMatrix matrix,
        Formula formula,
        DataColumns data,
        double[] coefficients,
        double[,] covariance,
        double deviation,
        Func<double[], double> degrees,
        Func<IReadOnlyList<double[]>, double> jointDegrees)
    {
        (_coefficients, _covariance, _deviation, _degrees, _jointDegrees) = (coefficients, covariance, deviation, degrees, jointDegrees);
        HashSet<string> inModel = [.. matrix.Terms.SelectMany(term => term.Variables)];
        FormulaVariable[] variables = [.. formula.Variables.Where(variable => inModel.Contains(variable.Name))];
        Factors = [.. variables.Where(variable => variable.IsFactor(data)).Select(variable => new DesignFactor(variable.Name, matrix.Levels[variable.Name]))];
        ModelMatrix grid = matrix.ForRows(Grid(variables, data));
        _cells = [.. Enumerable.Range(0, grid.RowCount).Select(row => Enumerable.Range(0, grid.ColumnCount).Select(column => grid.Column(column)[row]).ToArray())];
    }

    public ImmutableArray<DesignFactor> Factors { get; }

    public (double Estimate, double StandardError, double Degrees) Combine(ReadOnlySpan<double> weights)
    {
        double[] combination = OfCoefficients(weights);
        return (TensorPrimitives.Dot<double>(combination, _coefficients), _deviation * Math.Sqrt(QuadraticForm.Of(combination, _covariance)), _degrees(combination));
    }

    public (double F, int Degrees, double ErrorDegrees) TestJointly(IReadOnlyList<double[]> rows)
    {
        double[][] combinations = [.. rows.Select(row => OfCoefficients(row))];
        double[] estimates = [.. combinations.Select(combination => TensorPrimitives.Dot<double>(combination, _coefficients) / _deviation)];
        double[,] covariance = new double[rows.Count, rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j < rows.Count; j++)
            {
                covariance[i, j] = QuadraticForm.Of(combinations[i], _covariance, combinations[j]);
            }
        }

        (double f, int rank) = WaldTest.Of(estimates, covariance);
        return (f, rank, _jointDegrees(combinations));
    }

    private double[] OfCoefficients(ReadOnlySpan<double> weights)
    {
        double[] combination = new double[_coefficients.Length];
        for (int cell = 0; cell < weights.Length; cell++)
        {
            if (weights[cell] != 0)
            {
                TensorPrimitives.MultiplyAdd(_cells[cell], weights[cell], combination, combination);
            }
        }

        return combination;
    }

    private DataColumns Grid(FormulaVariable[] variables, DataColumns data)
    {
        int cells = DesignFactor.CellCount(Factors);
        DataColumns grid = DataColumns.Empty;
        foreach (string column in variables.Where(variable => !variable.IsFactor(data)).SelectMany(variable => variable.Columns).Distinct())
        {
            double mean = TensorPrimitives.Sum(data.Numeric(column)) / data.RowCount;
            grid = grid.With(column, Enumerable.Repeat(mean, cells).ToArray());
        }

        int inner = cells;
        foreach (DesignFactor factor in Factors)
        {
            inner /= factor.Levels.Length;
            int[] codes = [.. Enumerable.Range(0, cells).Select(cell => cell / inner % factor.Levels.Length)];
            string column = variables.Single(variable => variable.Name == factor.Name).Columns.Single();
            grid = data.IsNumeric(column)
                ? grid.With(column, codes.Select(code => double.Parse(factor.Levels[code], CultureInfo.InvariantCulture)).ToArray())
                : grid.With(column, new Factor(factor.Levels, [.. codes]));
        }

        return grid;
    }
}
