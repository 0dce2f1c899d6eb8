// A linear least-squares problem with its columns scaled by powers of two, which changes no digit and keeps squares in range.
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal sealed class LeastSquaresProblem
{
    public LeastSquaresProblem(double[] columns, double[] response, Func<(double[] Columns, double[] Response)>? lowParts)
    {
        Rows = response.Length;
        Count = columns.Length / Rows;
        Scales = new double[Count];
        Columns = new double[Count][];
        for (int column = 0; column < Count; column++)
        {
            (Columns[column], Scales[column]) = Scaled(columns.AsSpan(column * Rows, Rows));
        }

        (Response, ResponseScale) = Scaled(response);
        LowParts = lowParts;
    }

    public int Rows { get; }

    public int Count { get; }

    public double[][] Columns { get; }

    public double[] Scales { get; }

    public double[] Response { get; }

    public double ResponseScale { get; }

    /// <summary>What the doubles of columns and response leave off, unscaled; null where they are exact as they are.</summary>
    public Func<(double[] Columns, double[] Response)>? LowParts { get; }

    /// <summary>A coefficient in the units of the data.</summary>
    public double Unscaled(double coefficient, int column) => coefficient * Scales[column] / ResponseScale;

    private static (double[] Values, double Scale) Scaled(ReadOnlySpan<double> values)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude(values));
        double scale = largest == 0 ? 1 : Math.ScaleB(1, -Math.ILogB(largest));
        double[] scaled = new double[values.Length];
        TensorPrimitives.Multiply(values, scale, scaled);
        return (scaled, scale);
    }
}
