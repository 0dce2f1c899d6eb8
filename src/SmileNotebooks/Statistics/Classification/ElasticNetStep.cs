// One Newton step of an elastic net: the minimum of the quadratic approximation under the penalty.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Finds steps. Sweeps of coordinate descent (Friedman, Hastie and Tibshirani, 2010) tell about which coefficients are not 0 and their signs; with these known the minimum is
/// that of linear equations. They are solved exactly: a coefficient that would change its sign on the way stops at 0 and leaves, one that the conditions of a minimum (Karush, Kuhn
/// and Tucker) miss joins, until they hold. A column that the active ones make up leaves too: without it the minimum is as low.</summary>
/// <param name="size">How many coefficients, the constant first.</param>
internal sealed class ElasticNetStep(int size)
{
    // Where the exact way fails, which only rounding can bring about, sweeps go on.
    private const int MostSweeps = 2_000;
    private const int SweepsBetweenExactSteps = 4;

    // Of the absolute penalty: what rounding may leave of a slope that is exactly at its limit, as that of a copy of an active column.
    private const double SlopeTolerance = 1e-10;
    private const double SlopeRounding = 1e-14;

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
        Descend(coefficients);

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
        if (_absolute == 0 && TrySolve(coefficients))
        {
            return;
        }

        Slopes(coefficients);
        for (int sweep = 1; sweep <= MostSweeps; sweep++)
        {
            double largest = 0;
            for (int j = 0; j < size; j++)
            {
                largest = Math.Max(largest, Sweep(j));
            }

            if (largest <= Still || (IsTimeToSolve(sweep) && TrySolve(coefficients)))
            {
                return;
            }

            if (IsTimeToSolve(sweep))
            {
                // Where the exact way has ended, from there.
                Slopes(coefficients);
            }
        }
    }

    // After 4, 8, 16, ... sweeps: should the exact way fail, it is not taken again and again.
    private static bool IsTimeToSolve(int sweep) => sweep >= SweepsBetweenExactSteps && System.Numerics.BitOperations.IsPow2(sweep);

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

    /// <summary>Goes from the target to the minimum over active coefficients, those that are not 0. Each move lowers the quadratic: there is no circle but by rounding.</summary>
    private bool TrySolve(double[] coefficients)
    {
        List<int> active = [.. Enumerable.Range(0, size).Where(j => j == 0 || _absolute == 0 || _target[j] != 0)];
        int[] signs = Array.ConvertAll(_target, Math.Sign);
        for (int moves = 0; moves <= 4 * size; moves++)
        {
            if (!TryEquations(active, signs, coefficients, out double[] solution))
            {
                return false;
            }

            if (_absolute > 0 && Blocking(active, signs, solution) is ({ } place, double share))
            {
                MoveTo(active, solution, share);
                _target[active[place]] = 0;
                active.RemoveAt(place);
                continue;
            }

            MoveTo(active, solution, 1);
            if (_absolute == 0)
            {
                return true;
            }

            Slopes(coefficients);
            int missed = Missed(active);
            if (missed < 0)
            {
                return true;
            }

            signs[missed] = -Math.Sign(_slopes[missed]);
            active.Add(missed);
        }

        return false;
    }

    // Columns that the others make up leave on the way.
    private bool TryEquations(List<int> active, int[] signs, double[] coefficients, out double[] solution)
    {
        while (true)
        {
            double[] matrix = new double[active.Count * active.Count];
            solution = new double[active.Count];
            for (int i = 0; i < active.Count; i++)
            {
                ReadOnlySpan<double> row = Information(active[i]);
                solution[i] = TensorPrimitives.Dot<double>(row, coefficients) - _gradient[active[i]] - (i == 0 ? 0 : _absolute * signs[active[i]]);
                for (int j = 0; j <= i; j++)
                {
                    matrix[(i * active.Count) + j] = row[active[j]] + (i == j && i > 0 ? _square : 0);
                }
            }

            CholeskyFactor factor = new(active.Count);
            int failed = factor.Factor(matrix, Collinear);
            if (failed < 0)
            {
                factor.Solve(solution);
                return true;
            }

            if (failed == 0)
            {
                return false;
            }

            _target[active[failed]] = 0;
            active.RemoveAt(failed);
        }
    }

    // The first coefficient that comes to 0 on the straight way to the solution, and after what share of it.
    private (int? Place, double Share) Blocking(List<int> active, int[] signs, double[] solution)
    {
        (int? place, double share) = (null, 1);
        for (int i = 1; i < active.Count; i++)
        {
            double from = _target[active[i]];
            double until = from / (from - solution[i]);
            if (Math.Sign(solution[i]) != signs[active[i]] && (place is null || until < share))
            {
                (place, share) = (i, double.IsFinite(until) ? Math.Clamp(until, 0, 1) : 0);
            }
        }

        return (place, share);
    }

    private void MoveTo(List<int> active, double[] solution, double share)
    {
        for (int i = 0; i < active.Count; i++)
        {
            _target[active[i]] = share == 1 ? solution[i] : _target[active[i]] + (share * (solution[i] - _target[active[i]]));
        }
    }

    // The coefficient at 0 whose slope is most beyond the penalty; -1 for none.
    private int Missed(List<int> active)
    {
        int missed = -1;
        double most = (_absolute * (1 + SlopeTolerance)) + SlopeRounding;
        for (int j = 1; j < size; j++)
        {
            if (_target[j] == 0 && Math.Abs(_slopes[j]) > most && !active.Contains(j))
            {
                (missed, most) = (j, Math.Abs(_slopes[j]));
            }
        }

        return missed;
    }
}
