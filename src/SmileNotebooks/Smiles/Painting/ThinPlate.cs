// Spreads the movement of a few points over all points of a mesh.
using MathNet.Numerics.LinearAlgebra;

namespace SmileNotebooks;

/// <summary>Thin-plate splines in the plane (F. L. Bookstein, "Principal warps: thin-plate splines and the decomposition of deformations", IEEE Transactions on
/// Pattern Analysis and Machine Intelligence 11(6), 1989, 567-585): the smoothest surface through given displacements.</summary>
internal static class ThinPlate
{
    /// <summary>Displacements of all points of a mesh that take the given values at some of them.</summary>
    /// <param name="mesh">Positions; only x and y count.</param>
    /// <param name="known">Displacements by the number of the point; at least three points that are not on one line.</param>
    /// <returns>One displacement a point of the mesh.</returns>
    public static Vector3d[] Spread(ReadOnlySpan<Vector3d> mesh, SortedDictionary<int, Vector3d> known)
    {
        int[] points = [.. known.Keys];
        int n = points.Length;
        Matrix<double> system = Matrix<double>.Build.Dense(n + 3, n + 3);
        Matrix<double> values = Matrix<double>.Build.Dense(n + 3, 3);
        for (int i = 0; i < n; i++)
        {
            Vector3d at = mesh[points[i]];
            for (int j = 0; j < i; j++)
            {
                system[i, j] = system[j, i] = Bend(at, mesh[points[j]]);
            }

            system[i, n] = system[n, i] = 1;
            system[i, n + 1] = system[n + 1, i] = at.X;
            system[i, n + 2] = system[n + 2, i] = at.Y;
            Vector3d value = known[points[i]];
            (values[i, 0], values[i, 1], values[i, 2]) = (value.X, value.Y, value.Z);
        }

        Matrix<double> weights = system.LU().Solve(values);
        Vector3d[] result = new Vector3d[mesh.Length];
        for (int target = 0; target < mesh.Length; target++)
        {
            // What is known stays exact: a spline passes through its points to rounding only.
            if (known.TryGetValue(target, out Vector3d exact))
            {
                result[target] = exact;
                continue;
            }

            Vector3d at = mesh[target];
            Vector3d sum = Row(weights, n) + (at.X * Row(weights, n + 1)) + (at.Y * Row(weights, n + 2));
            for (int i = 0; i < n; i++)
            {
                sum += Bend(at, mesh[points[i]]) * Row(weights, i);
            }

            result[target] = sum;
        }

        return result;
    }

    private static Vector3d Row(Matrix<double> weights, int row) => new(weights[row, 0], weights[row, 1], weights[row, 2]);

    // r^2 log r, written with the square of the distance.
    private static double Bend(Vector3d a, Vector3d b)
    {
        double square = ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y));
        return square > 0 ? 0.5 * square * Math.Log(square) : 0;
    }
}
