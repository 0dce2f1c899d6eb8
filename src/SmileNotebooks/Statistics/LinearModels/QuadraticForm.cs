// v' M v.
namespace SmileNotebooks;

internal static class QuadraticForm
{
    public static double Of(ReadOnlySpan<double> vector, double[,] matrix) => Of(vector, matrix, vector);

    public static double Of(ReadOnlySpan<double> left, double[,] matrix, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double row = 0;
            for (int j = 0; left[i] != 0 && j < right.Length; j++)
            {
                row += matrix[i, j] * right[j];
            }

            sum += left[i] * row;
        }

        return sum;
    }
}
