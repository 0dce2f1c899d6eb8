// A fitted mixed model in numbers, before it is laid out for reading.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Fits a mixed model and keeps what later questions (degrees of freedom, conditional variances) are answered from.</summary>
internal sealed class MixedModelSolution
{
    private readonly Lock _gate = new();

    private MixedModelSolution(FixedBasis basis, ProfiledCriterion criterion, double scale, Minimum minimum)
    {
        Basis = basis;
        Criterion = criterion;
        Scale = scale;
        Minimum = minimum;
        Theta = CovarianceParameters.Canonical(criterion, minimum.Point, minimum.Value);
        double value = criterion.Value(Theta);
        PenalisedLeastSquares equations = criterion.Equations;

        // What the core leaves out by seeing an orthonormal basis and a response of unit size.
        Deviance = value + (criterion.Degrees * 2 * Math.Log(scale)) + (criterion.IsRestricted ? basis.LogDeterminant : 0);
        ResidualDeviation = scale * Math.Sqrt(criterion.ResidualVariance);
        (double[] coordinates, Spherical) = equations.Solve();
        double[] shifted = new double[basis.Count];
        for (int i = 0; i < shifted.Length; i++)
        {
            shifted[i] = basis.Coordinates[i] + (scale * coordinates[i]);
        }

        Coefficients = basis.Coefficients(shifted);
        Covariance = FixedCovariance();
    }

    public FixedBasis Basis { get; }

    public ProfiledCriterion Criterion { get; }

    public Minimum Minimum { get; }

    /// <summary>Unit in which the core sees the response: root mean square of its least-squares residuals.</summary>
    public double Scale { get; }

    /// <summary>Covariance parameters on scaled columns, canonical.</summary>
    public double[] Theta { get; }

    /// <summary>Minus twice the log-likelihood, restricted or not.</summary>
    public double Deviance { get; }

    public double ResidualDeviation { get; }

    public double[] Coefficients { get; }

    /// <summary>Covariance of the fixed effects divided by the residual variance, [fixed, fixed].</summary>
    public double[,] Covariance { get; }

    public bool IsSingular => CovarianceParameters.IsSingular(Criterion, Theta);

    private double[] Spherical { get; }

    /// <param name="matrix">Fixed effects.</param>
    /// <param name="response">Response.</param>
    /// <param name="name">The response's name, for errors.</param>
    /// <param name="blocks">Grouping factors in the order of elimination.</param>
    /// <param name="restricted">REML, or ML.</param>
    public static MixedModelSolution Fit(ModelMatrix matrix, double[] response, string name, GroupingBlock[] blocks, bool restricted)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(response));
        RequireRows(response.Length, matrix.ColumnCount);
        double[] unit = Array.ConvertAll(response, value => value / largest);
        FixedBasis basis = new(matrix.Array, matrix.ColumnNames, unit);
        double spread = TensorPrimitives.Norm<double>(basis.Residuals) / Math.Sqrt(response.Length);
        if (!(spread > 1e-14))
        {
            throw new ArgumentException($"The fixed effects fit the response '{name}' exactly in all {response.Length} rows: there is no variance left to model.");
        }

        TensorPrimitives.Divide(basis.Residuals, spread, basis.Residuals);
        TensorPrimitives.Multiply(basis.Coordinates, largest, basis.Coordinates);
        CrossProducts products = new(blocks, [.. basis.Columns, basis.Residuals]);
        if (products.WithinFixed() is { } within)
        {
            throw new ArgumentException(
                $"The random effects of '{within.Block.Name}' are in the fixed effects too (effect {within.Column + 1} of {within.Block.Width}): " +
                "no variance between levels is left to estimate. Expected: a factor as fixed or as random, not as both.");
        }

        ProfiledCriterion criterion = new(new PenalisedLeastSquares(products), restricted);
        QuasiNewton search = new(theta => criterion.Value(theta), gradient => criterion.Gradient(gradient));
        return new MixedModelSolution(basis, criterion, largest * spread, Least(criterion, search));
    }

    // The criterion is even in each column of a covariance factor, so that its slope vanishes where a column is zero, least there or not.
    // A search that ends at such a point is made again from beside it.
    private static Minimum Least(ProfiledCriterion criterion, QuasiNewton search)
    {
        Minimum found = search.Minimise(criterion.Start());
        if (CovarianceParameters.BesideZeros(criterion, found) is not { } beside)
        {
            return found;
        }

        Minimum again = search.Minimise(beside);
        return again.Value < found.Value ? again : found;
    }

    /// <summary>The relative covariance factor of a grouping factor on its own, unscaled columns, [width, width], column-major.</summary>
    public double[] RelativeFactor(int block)
    {
        double[] factor = Criterion.Factors(Theta)[block];
        double[] scales = Criterion.Equations.Products.Blocks[block].Scales;
        for (int i = 0; i < factor.Length; i++)
        {
            factor[i] /= scales[i % scales.Length];
        }

        return factor;
    }

    /// <summary>Conditional modes of the random effects of a grouping factor, [levels x width], level by level.</summary>
    public double[] RandomEffects(int block)
    {
        GroupingBlock group = Criterion.Equations.Products.Blocks[block];
        double[] factor = RelativeFactor(block);
        double[] effects = new double[group.Levels * group.Width];
        for (int level = 0; level < group.Levels; level++)
        {
            int column = Criterion.Equations.Plan.ColumnOf(block, level);
            for (int row = 0; row < group.Width; row++)
            {
                for (int k = 0; k <= row; k++)
                {
                    effects[(level * group.Width) + row] += Scale * factor[row + (k * group.Width)] * Spherical[column + k];
                }
            }
        }

        return effects;
    }

    /// <summary>Conditional standard deviations of the random effects of a grouping factor, given the parameters, [levels x width].</summary>
    public double[] ConditionalDeviations(int block)
    {
        GroupingBlock group = Criterion.Equations.Products.Blocks[block];
        int width = group.Width;
        double[] factor = RelativeFactor(block);
        double[] blocks = AtSolution(equations => equations.InverseBlocks(block));
        double[] deviations = new double[group.Levels * width];
        for (int i = 0; i < deviations.Length; i++)
        {
            int row = i % width;
            double variance = 0;
            for (int j = 0; j < width; j++)
            {
                for (int k = 0; k < width; k++)
                {
                    variance += factor[row + (j * width)] * blocks[(i / width * width * width) + (j * width) + k] * factor[row + (k * width)];
                }
            }

            deviations[i] = ResidualDeviation * Math.Sqrt(variance);
        }

        return deviations;
    }

    /// <summary>Asks the equations something, factored at the solution; one caller at a time.</summary>
    public T AtSolution<T>(Func<PenalisedLeastSquares, T> question)
    {
        lock (_gate)
        {
            Criterion.Value(Theta);
            return question(Criterion.Equations);
        }
    }

    /// <summary>Covariance of the fixed effects, less the residual variance, for the equations as they are factored now.</summary>
    public double[,] FixedCovariance()
    {
        // The columns of R⁻¹ L⁻ᵀ, one for each orthonormal direction, squared and summed.
        int count = Basis.Count;
        double[] inverse = Criterion.Equations.FixedFactorInverse();
        double[,] covariance = new double[count, count];
        for (int k = 0; k < count; k++)
        {
            double[] direction = new double[count];
            for (int i = 0; i <= k; i++)
            {
                direction[i] = inverse[k + (i * count)];
            }

            double[] root = Basis.Coefficients(direction);
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    covariance[i, j] += root[i] * root[j];
                }
            }
        }

        return covariance;
    }

    private static void RequireRows(int rows, int fixedEffects)
    {
        if (rows < 3)
        {
            throw new ArgumentException($"A mixed model needs at least 3 rows; found {rows}.");
        }

        if (rows <= fixedEffects)
        {
            throw new ArgumentException($"The model has {fixedEffects} fixed effects and {rows} rows; expected: more rows than effects.");
        }
    }
}
