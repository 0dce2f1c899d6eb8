// The type III hypothesis of an effect between participants: contrasts of the groups' unweighted means are zero (Yates, 1934, the method of weighted squares of means).
namespace SmileNotebooks;

internal sealed class BetweenHypothesis
{
    private readonly double[][] _contrasts;
    private readonly double[][] _cholesky;

    /// <param name="levels">How many levels each between-participant factor has.</param>
    /// <param name="effect">A bit for each factor of the effect.</param>
    /// <param name="groupSizes">Participants in each group, none zero.</param>
    public BetweenHypothesis(ReadOnlySpan<int> levels, int effect, ReadOnlySpan<int> groupSizes)
    {
        int groups = groupSizes.Length;
        double[] basis = new double[groups * groups];
        for (int group = 0; group < groups; group++)
        {
            basis[(group * groups) + group] = 1;
        }

        // The rows of the crossed basis, by transforming the unit vectors.
        OrthonormalContrasts.Transform(basis, levels, groups);
        int[] rows = OrthonormalContrasts.RowsOf(levels, effect);
        _contrasts = [.. rows.Select(row => basis[(row * groups)..((row + 1) * groups)])];
        _cholesky = Cholesky(_contrasts, groupSizes);
    }

    public int Degrees => _contrasts.Length;

    /// <summary>Sum of squares of the hypothesis for one variable.</summary>
    /// <param name="means">The variable's mean in each group.</param>
    public double SumOfSquares(ReadOnlySpan<double> means)
    {
        double sum = 0;
        Span<double> solved = stackalloc double[Math.Min(_contrasts.Length, 256)];
        solved = _contrasts.Length > solved.Length ? new double[_contrasts.Length] : solved;
        for (int i = 0; i < _contrasts.Length; i++)
        {
            double value = 0;
            for (int group = 0; group < means.Length; group++)
            {
                value += _contrasts[i][group] * means[group];
            }

            for (int j = 0; j < i; j++)
            {
                value -= _cholesky[i][j] * solved[j];
            }

            solved[i] = value / _cholesky[i][i];
            sum += solved[i] * solved[i];
        }

        return sum;
    }

    // Of L D^-1 L', the contrasts' covariance for a variance of 1; diagonal where groups are of one size.
    private static double[][] Cholesky(double[][] contrasts, ReadOnlySpan<int> groupSizes)
    {
        double[][] lower = new double[contrasts.Length][];
        for (int i = 0; i < contrasts.Length; i++)
        {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int group = 0; group < groupSizes.Length; group++)
                {
                    sum += contrasts[i][group] * contrasts[j][group] / groupSizes[group];
                }

                for (int k = 0; k < j; k++)
                {
                    sum -= lower[i][k] * lower[j][k];
                }

                lower[i][j] = i == j ? Math.Sqrt(sum) : sum / lower[j][j];
            }
        }

        return lower;
    }
}
