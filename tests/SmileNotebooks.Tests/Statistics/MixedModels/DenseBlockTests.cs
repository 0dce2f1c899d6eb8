// The dense blocks under mixed models against plain loops, at sizes on both sides of every tile and band.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

public unsafe class DenseBlockTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 7, 5, 3 }, { 8, 6, 256 }, { 9, 7, 257 }, { 96, 96, 24 }, { 97, 101, 31 }, { 130, 64, 300 }, { 300, 250, 270 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Products_match_plain_loops_for_every_transposition(int rows, int columns, int inner)
    {
        foreach ((bool left, bool right) in ((bool, bool)[])[(false, false), (true, false), (false, true), (true, true)])
        {
            double[] a = Random(1, rows * inner);
            double[] b = Random(2, inner * columns);
            double[] target = Random(3, rows * columns);
            double[] expected = (double[])target.Clone();
            int aStride = left ? inner : rows;
            int bStride = right ? columns : inner;
            for (int j = 0; j < columns; j++)
            {
                for (int i = 0; i < rows; i++)
                {
                    for (int k = 0; k < inner; k++)
                    {
                        expected[i + (j * rows)] -= a[left ? k + (i * aStride) : i + (k * aStride)] * b[right ? j + (k * bStride) : k + (j * bStride)];
                    }
                }
            }

            fixed (double* c = target, x = a, y = b)
            {
                DenseProduct.Add(c, rows, new DenseFactor(x, aStride, left), new DenseFactor(y, bStride, right), rows, columns, inner, -1);
            }

            AssertNear(expected, target, 1e-12 * inner);
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(24, 24)]
    [InlineData(25, 40)]
    [InlineData(61, 61)]
    [InlineData(200, 213)]
    public void A_factored_panel_gives_back_its_matrix_and_its_inverse(int size, int rows)
    {
        double[] root = Random(4, rows * rows);
        double[] matrix = new double[rows * rows];
        for (int j = 0; j < rows; j++)
        {
            for (int i = 0; i < rows; i++)
            {
                matrix[i + (j * rows)] = i == j ? 1 : 0;
                for (int k = 0; k < rows; k++)
                {
                    matrix[i + (j * rows)] += root[i + (k * rows)] * root[j + (k * rows)] / rows;
                }
            }
        }

        double[] panel = matrix[..(rows * size)];
        double[] inverse = new double[size * size];
        double[] gram = new double[size * size];
        fixed (double* start = panel, k = inverse, g = gram)
        {
            Assert.True(DensePanel.TryFactor(start, rows, rows, size));
            DensePanel.InvertTriangle(start, rows, k, size, size);
            DensePanel.AddGram(k, size, g, size, size);
        }

        for (int j = 0; j < size; j++)
        {
            for (int i = j; i < rows; i++)
            {
                double product = 0;
                for (int k = 0; k <= j; k++)
                {
                    product += panel[i + (k * rows)] * panel[j + (k * rows)];
                }

                Assert.Equal(matrix[i + (j * rows)], product, 1e-11);
            }
        }

        // The Gram matrix of the triangle's inverse is the inverse of the leading block.
        for (int j = 0; j < size; j++)
        {
            for (int i = 0; i < size; i++)
            {
                double product = 0;
                for (int k = 0; k < size; k++)
                {
                    product += matrix[i + (k * rows)] * gram[Math.Max(k, j) + (Math.Min(k, j) * size)];
                }

                Assert.Equal(i == j ? 1 : 0, product, 1e-10);
            }
        }
    }

    [Fact]
    public void A_panel_that_is_not_positive_definite_is_said_to_be_so()
    {
        double[] panel = [1, 2, 2, 1];
        fixed (double* start = panel)
        {
            Assert.False(DensePanel.TryFactor(start, 2, 2, 2));
        }

        double[] missing = [double.NaN];
        fixed (double* start = missing)
        {
            Assert.False(DensePanel.TryFactor(start, 1, 1, 1));
        }
    }

    private static double[] Random(ulong seed, int count)
    {
        double[] values = new double[count];
        new RandomStream(seed).FillGaussian(values);
        return values;
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}
