// Means of the cells of a design between and within participants under the multivariate model: every cell its mean, one covariance of the within cells for all groups.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal sealed class CellMeansEstimator : ICellEstimator
{
    private readonly int _cells;
    private readonly int[] _groupSizes;
    private readonly double _scale;
    private readonly double[] _means;
    private readonly double[,] _covariance;
    private readonly int _errorDegrees;

    public CellMeansEstimator(AnovaDesign design)
    {
        Factors = design.Between.AddRange(design.Within);
        _cells = design.CellCount;
        _groupSizes = design.GroupSizes();
        _errorDegrees = design.ErrorDegrees;
        double[] values = [.. design.Values];
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude(values));
        _scale = largest == 0 ? 1 : Math.ScaleB(1, Math.Min(-Math.ILogB(largest), 1023));
        TensorPrimitives.Multiply(values, _scale, values);
        _means = new double[_groupSizes.Length * _cells];
        for (int cell = 0; cell < _cells; cell++)
        {
            TakeOutMeans(values.AsSpan(cell * design.Groups.Length, design.Groups.Length), design.Groups, cell);
        }

        _covariance = Covariance(values, design.Groups.Length);
    }

    public ImmutableArray<DesignFactor> Factors { get; }

    public (double Estimate, double StandardError, double Degrees) Combine(ReadOnlySpan<double> weights) =>
        (TensorPrimitives.Dot(weights, _means) / _scale, Math.Sqrt(Covariance(weights, weights)) / _scale, _errorDegrees);

    public (double F, int Degrees, double ErrorDegrees) TestJointly(IReadOnlyList<double[]> rows)
    {
        double[] estimates = [.. rows.Select(row => TensorPrimitives.Dot(row, _means))];
        double[,] covariance = new double[rows.Count, rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                covariance[i, j] = covariance[j, i] = Covariance(rows[i], rows[j]);
            }
        }

        (double f, int rank) = WaldTest.Of(estimates, covariance);
        return (f, rank, _errorDegrees);
    }

    private void TakeOutMeans(Span<double> values, int[] groups, int cell)
    {
        double[] sums = new double[_groupSizes.Length];
        for (int pass = 0; pass < 2; pass++)
        {
            Array.Clear(sums);
            for (int i = 0; i < values.Length; i++)
            {
                sums[groups[i]] += values[i];
            }

            for (int group = 0; group < sums.Length; group++)
            {
                sums[group] /= _groupSizes[group];
                _means[(group * _cells) + cell] += sums[group];
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] -= sums[groups[i]];
            }
        }
    }

    private double[,] Covariance(double[] residuals, int participants)
    {
        double[,] covariance = new double[_cells, _cells];
        for (int i = 0; i < _cells; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double product = TensorPrimitives.Dot<double>(residuals.AsSpan(i * participants, participants), residuals.AsSpan(j * participants, participants));
                covariance[i, j] = covariance[j, i] = product / _errorDegrees;
            }
        }

        return covariance;
    }

    // Groups are independent; within a group the cells vary together.
    private double Covariance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int group = 0; group < _groupSizes.Length; group++)
        {
            ReadOnlySpan<double> a = left.Slice(group * _cells, _cells), b = right.Slice(group * _cells, _cells);
            double within = 0;
            for (int i = 0; i < _cells; i++)
            {
                for (int j = 0; a[i] != 0 && j < _cells; j++)
                {
                    within += a[i] * _covariance[i, j] * b[j];
                }
            }

            sum += within / _groupSizes[group];
        }

        return sum;
    }
}
