namespace SmileNotebooks;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations
/// (Golub and Van Loan, Matrix Computations, section 8.5). Allocates nothing.</summary>
internal static class JacobiEigen
{
    private const int MostSweeps = 30;

    /// <summary>Turns the matrix into the diagonal of its eigenvalues.</summary>
    /// <param name="matrix">Symmetric, row by row: [size, size]. Holds the eigenvalues on its diagonal afterwards, in no order.</param>
    /// <param name="vectors">Receives the eigenvectors as columns: [size, size].</param>
    /// <param name="size">Rows.</param>
    public static void Decompose(Span<double> matrix, Span<double> vectors, int size)
    {
        vectors.Clear();
        for (int i = 0; i < size; i++)
        {
            vectors[(i * size) + i] = 1;
        }

        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            bool rotated = false;
            for (int p = 0; p < size - 1; p++)
            {
                for (int q = p + 1; q < size; q++)
                {
                    rotated |= Rotate(matrix, vectors, size, p, q);
                }
            }

            if (!rotated)
            {
                return;
            }
        }
    }

    // Zeroes the element (p, q); false where it is already nothing beside its diagonal.
    private static bool Rotate(Span<double> a, Span<double> vectors, int size, int p, int q)
    {
        double off = a[(p * size) + q];
        double first = a[(p * size) + p];
        double last = a[(q * size) + q];
        if (Math.Abs(off) <= 1e-16 * (Math.Abs(first) + Math.Abs(last)) || off == 0)
        {
            return false;
        }

        double theta = (last - first) / (2 * off);
        double t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double cosine = 1 / Math.Sqrt((t * t) + 1);
        double sine = t * cosine;
        for (int k = 0; k < size; k++)
        {
            Turn(ref a[(k * size) + p], ref a[(k * size) + q], cosine, sine);
        }

        for (int k = 0; k < size; k++)
        {
            Turn(ref a[(p * size) + k], ref a[(q * size) + k], cosine, sine);
            Turn(ref vectors[(k * size) + p], ref vectors[(k * size) + q], cosine, sine);
        }

        return true;
    }

    private static void Turn(ref double first, ref double second, double cosine, double sine) =>
        (first, second) = ((cosine * first) - (sine * second), (sine * first) + (cosine * second));
}
