// The part of a direction that is orthogonal to some rows of a design.
using MathNet.Numerics.LinearAlgebra;

namespace SmileNotebooks;

internal static class BoundaryProjection
{
    // Of the largest eigenvalue: directions with less leave the rows where they are.
    private const double Nothing = 1e-12;

    public static double[] Of(LogisticDesign design, int[] rows, double[] direction)
    {
        int p = direction.Length;
        Matrix<double> products = Matrix<double>.Build.Dense(p, p);
        double[][] columns = new double[p][];
        for (int i = 0; i < p; i++)
        {
            double[] column = new double[rows.Length];
            for (int row = 0; row < rows.Length; row++)
            {
                column[row] = design.Column(i)[rows[row]];
            }

            columns[i] = column;
            for (int j = 0; j <= i; j++)
            {
                products[i, j] = products[j, i] = System.Numerics.Tensors.TensorPrimitives.Dot<double>(column, columns[j]);
            }
        }

        var decomposition = products.Evd(Symmetricity.Symmetric);
        double largest = decomposition.EigenValues.Max(value => value.Real);
        Vector<double> given = Vector<double>.Build.Dense(direction);
        Vector<double> along = Vector<double>.Build.Dense(p);
        for (int i = 0; i < p; i++)
        {
            if (decomposition.EigenValues[i].Real <= Nothing * Math.Max(largest, 1))
            {
                Vector<double> axis = decomposition.EigenVectors.Column(i);
                along += axis * axis.DotProduct(given);
            }
        }

        return along.ToArray();
    }
}
