// One Newton step of an elastic net: the minimum of the quadratic approximation under the penalty.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Finds steps. Coordinate descent (Friedman, Hastie and Tibshirani, 2010) tells which coefficients are not 0 and their signs; with these known the minimum is that of
/// linear equations, which are solved exactly and kept where the conditions of a minimum (Karush, Kuhn and Tucker) hold. Where columns are collinear and the equations
/// have no single solution, coordinate descent goes on to its own tolerance.</summary>
/// <param name="size">How many coefficients, the constant first.</param>
internal sealed class ElasticNetStep(int size)
{
    private const int MostSweeps = 20_000;
    private const int SweepsBetweenExactSteps = 4;

    // Squared change of a coefficient in standard errors of one row.
    private const double Still = 1e-24;

    // Of a column's information, what must be left by the other active columns.
    private const double Collinear = 1e-13;

    private readonly double[] _information = new double[size * size];
    private readonly double[] _gradient = new double[size];
    private readonly double[] _target = new double[size];
    private readonly double[] _slopes = new double[size];
    private double _absolute;
    private double _square;

    /// <summary>Finds the step from the coefficients of a pass.</summary>
    /// <param name="pass">Gradient and information at the coefficients; sums over rows.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="penalty">Above 0.</param>
    /// <param name="mixing">0 to 1.</param>
    /// <param name="coefficients">Where the step begins.</param>
    /// <param name="step">Receives it.</param>
    /// <returns>Its squared length in standard errors of one row.</returns>
    public double Find(LogisticPass pass, int rows, double penalty, double mixing, double[] coefficients, double[] step)
    {
        _absolute = penalty * mixing;
        _square = penalty * (1 - mixing);
        for (int i = 0; i < size; i++)
        {
            _gradient[i] = -pass.Gradient[i] / rows;
            for (int j = 0; j <= i; j++)
            {
                _information[(i * size) + j] = _information[(j * size) + i] = pass.Information[(i * size) + j] / rows;
            }
        }

        coefficients.CopyTo(_target, 0);
        if (!TrySolve(coefficients))
        {
            Descend(coefficients);
        }

        TensorPrimitives.Subtract(_target, coefficients, step);
        double decrement = 0;
        for (int i = 0; i < size; i++)
        {
            decrement += step[i] * (TensorPrimitives.Dot<double>(Information(i), step) + (i == 0 ? 0 : _square * step[i]));
        }

        return decrement;
    }

    private ReadOnlySpan<double> Information(int row) => _information.AsSpan(row * size, size);

    private void Descend(double[] coefficients)
    {
        Slopes(coefficients);
        for (int sweep = 1; sweep <= MostSweeps; sweep++)
        {
            double largest = 0;
            for (int j = 0; j < size; j++)
            {
                largest = Math.Max(largest, Sweep(j));
            }

            if (largest <= Still || (sweep % SweepsBetweenExactSteps == 0 && TrySolve(coefficients)))
            {
                return;
            }

            if (sweep % 64 == 0)
            {
                // Rounding of the updates is not let grow.
                Slopes(coefficients);
            }
        }
    }

    // Moves one coefficient to its minimum; returns how far, squared, in standard errors of one row.
    private double Sweep(int j)
    {
        double own = _information[(j * size) + j];
        double curve = own + (j == 0 ? 0 : _square);
        if (!(curve > 0))
        {
            // A constant column under a lasso: any value is as good as the 0 that it has.
            return 0;
        }

        double wanted = (own * _target[j]) - _slopes[j];
        double moved = j == 0 ? wanted / curve : Math.Sign(wanted) * Math.Max(0, Math.Abs(wanted) - _absolute) / curve;
        double change = moved - _target[j];
        if (change == 0)
        {
            return 0;
        }

        _target[j] = moved;
        TensorPrimitives.MultiplyAdd(Information(j), change, _slopes, _slopes);
        return change * change * curve;
    }

    // Slopes of the quadratic at the target, without penalty.
    private void Slopes(double[] coefficients)
    {
        double[] change = new double[size];
        TensorPrimitives.Subtract(_target, coefficients, change);
        for (int i = 0; i < size; i++)
        {
            _slopes[i] = _gradient[i] + TensorPrimitives.Dot<double>(Information(i), change);
        }
    }

    /// <summary>Solves for the coefficients that are not 0, at the signs that they have. The target changes only where the solution is the minimum.</summary>
    private bool TrySolve(double[] coefficients)
    {
        int[] active = [.. Enumerable.Range(0, size).Where(j => j == 0 || _absolute == 0 || _target[j] != 0)];
        double[] matrix = new double[active.Length * active.Length];
        double[] solution = new double[active.Length];
        for (int i = 0; i < active.Length; i++)
        {
            ReadOnlySpan<double> row = Information(active[i]);
            solution[i] = TensorPrimitives.Dot<double>(row, coefficients) - _gradient[active[i]] - (i == 0 ? 0 : _absolute * Math.Sign(_target[active[i]]));
            for (int j = 0; j <= i; j++)
            {
                matrix[(i * active.Length) + j] = row[active[j]] + (i == j && i > 0 ? _square : 0);
            }
        }

        CholeskyFactor factor = new(active.Length);
        if (factor.Factor(matrix, Collinear) >= 0)
        {
            return false;
        }

        factor.Solve(solution);
        double[] before = [.. _target];
        Array.Clear(_target);
        for (int i = 0; i < active.Length; i++)
        {
            _target[active[i]] = solution[i];
        }

        if (IsMinimum(before, coefficients))
        {
            return true;
        }

        before.CopyTo(_target, 0);
        return false;
    }

    private bool IsMinimum(double[] before, double[] coefficients)
    {
        if (_absolute == 0)
        {
            return true;
        }

        for (int j = 1; j < size; j++)
        {
            if (before[j] != 0 && Math.Sign(_target[j]) != Math.Sign(before[j]))
            {
                return false;
            }
        }

        double[] change = new double[size];
        TensorPrimitives.Subtract(_target, coefficients, change);
        for (int j = 1; j < size; j++)
        {
            if (before[j] == 0 && Math.Abs(_gradient[j] + TensorPrimitives.Dot<double>(Information(j), change)) > _absolute * (1 + 1e-12))
            {
                return false;
            }
        }

        return true;
    }
}
