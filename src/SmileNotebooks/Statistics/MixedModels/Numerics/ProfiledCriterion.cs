// REML or ML criterion of a mixed model as a function of the relative covariance parameters, with its gradient.
namespace SmileNotebooks;

/// <summary>
/// Minus twice the log-likelihood, restricted or not, with fixed effects and residual variance profiled out
/// (Bates et al., 2015, equations 34 and 42); up to the constant that the orthonormal columns leave out.
/// </summary>
internal sealed class ProfiledCriterion(PenalisedLeastSquares equations, bool restricted)
{
    private readonly int[] _offsets = Offsets(equations.Products.Blocks);

    public PenalisedLeastSquares Equations => equations;

    public bool IsRestricted => restricted;

    /// <summary>Number of covariance parameters.</summary>
    public int Count => _offsets[^1];

    public int Evaluations { get; private set; }

    /// <summary>Rows less, under REML, the fixed effects.</summary>
    public int Degrees => equations.Products.RowCount - (restricted ? equations.Products.FixedCount : 0);

    public double ResidualVariance => equations.ResidualSquares / Degrees;

    /// <summary>First parameter of a grouping factor.</summary>
    public int OffsetOf(int factor) => _offsets[factor];

    public double[][] Factors(ReadOnlySpan<double> theta)
    {
        double[][] factors = new double[_offsets.Length - 1][];
        for (int i = 0; i < factors.Length; i++)
        {
            factors[i] = equations.Products.Blocks[i].Factor(theta[_offsets[i].._offsets[i + 1]]);
        }

        return factors;
    }

    /// <summary>Parameters of no correlation and a standard deviation, of each scaled random effect, equal to that of the residuals.</summary>
    public double[] Start() =>
        [.. equations.Products.Blocks.SelectMany(block => block.Pattern.Select(place => place.Row == place.Column ? 1.0 : 0.0))];

    /// <summary>The criterion; positive infinity where the equations cannot be factored.</summary>
    public double Value(ReadOnlySpan<double> theta)
    {
        Evaluations++;
        if (!equations.TryFactor(Factors(theta)) || equations.ResidualSquares <= 0)
        {
            return double.PositiveInfinity;
        }

        return Determinants + (Degrees * (1 + Math.Log(2 * Math.PI * ResidualVariance)));
    }

    /// <summary>Log determinants of the criterion at the last parameters.</summary>
    public double Determinants => equations.RandomLogDeterminant + (restricted ? equations.FixedLogDeterminant : 0);

    /// <summary>Gradient at the parameters of the last call of <see cref="Value"/>.</summary>
    public void Gradient(Span<double> gradient) => GradientForWeight(2.0 * Degrees, gradient);

    /// <summary>As <see cref="Gradient"/>, with the residual variance held at a value instead of profiled out.</summary>
    public void GradientAt(double variance, Span<double> gradient) => GradientForWeight(2 * equations.ResidualSquares / variance, gradient);

    private static int[] Offsets(GroupingBlock[] blocks)
    {
        int[] offsets = new int[blocks.Length + 1];
        for (int i = 0; i < blocks.Length; i++)
        {
            offsets[i + 1] = offsets[i] + blocks[i].Pattern.Length;
        }

        return offsets;
    }

    private void GradientForWeight(double response, Span<double> gradient)
    {
        double[][] derivatives = equations.Derivatives(restricted ? 2 : 0, response);
        int at = 0;
        for (int factor = 0; factor < derivatives.Length; factor++)
        {
            GroupingBlock block = equations.Products.Blocks[factor];
            foreach ((int row, int column) in block.Pattern)
            {
                gradient[at++] = derivatives[factor][row + (column * block.Width)];
            }
        }
    }
}
