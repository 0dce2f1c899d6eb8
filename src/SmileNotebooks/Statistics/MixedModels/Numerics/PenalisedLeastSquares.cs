// The numerical core of a mixed model: the penalised least-squares problem for given relative covariance factors.
namespace SmileNotebooks;

/// <summary>
/// Factors the penalised normal equations of a linear mixed model (Bates, Mächler, Bolker and Walker, 2015, section 3) in panels,
/// and yields from the factor what the criterion, its gradient, the coefficients and their variances need.
/// </summary>
internal sealed unsafe class PenalisedLeastSquares
{
    private readonly CrossProducts _products;
    private readonly EliminationPlan _plan;
    private readonly PanelAssembly _assembly;
    private readonly double[] _panels;
    private readonly double[] _inverse;
    private readonly double[] _scratch;
    private double[][] _factors = [];

    public PenalisedLeastSquares(CrossProducts products)
    {
        _products = products;
        _plan = new(products);
        _assembly = new(products, _plan);
        _panels = new double[_plan.Size];
        _inverse = new double[_plan.Size];
        _scratch = new double[_plan.Nodes.Max(ScratchSize)];
    }

    public CrossProducts Products => _products;

    public EliminationPlan Plan => _plan;

    /// <summary>Log determinant of Λ'Z'ZΛ + I.</summary>
    public double RandomLogDeterminant { get; private set; }

    /// <summary>Log determinant of the fixed effects' cross-products after the random effects are eliminated.</summary>
    public double FixedLogDeterminant { get; private set; }

    /// <summary>Penalised residual sum of squares.</summary>
    public double ResidualSquares { get; private set; }

    /// <summary>Factors the equations for the covariance factors of all grouping factors.</summary>
    /// <returns>False where they are not positive definite in double precision.</returns>
    public bool TryFactor(double[][] factors)
    {
        _factors = factors;
        Array.Clear(_panels);
        fixed (double* panels = _panels, scratch = _scratch)
        {
            _assembly.Fill(panels, factors);
            foreach (EliminationNode node in _plan.Nodes)
            {
                if (!DensePanel.TryFactor(panels + node.Panel, node.Stride, node.Stride, node.Width))
                {
                    return false;
                }

                Eliminate(panels, node, scratch);
            }
        }

        Summarise();
        return true;
    }

    /// <summary>The fixed effects of the orthonormal columns, and the spherical random effects, of the last factor.</summary>
    public (double[] Fixed, double[] Random) Solve()
    {
        EliminationNode last = _plan.Nodes[^1];
        double[] solution = new double[_plan.RandomCount + last.Width];

        // The response's row of the factor is the right-hand side; with -1 in its own place it enters by the same sum as the rest.
        solution[^1] = -1;
        for (int i = _plan.Nodes.Length - 1; i >= 0; i--)
        {
            EliminationNode node = _plan.Nodes[i];
            for (int column = node.Width - (i == _plan.Nodes.Length - 1 ? 2 : 1); column >= 0; column--)
            {
                Span<double> values = _panels.AsSpan(node.Panel + (column * node.Stride), node.Stride);
                double sum = 0.0;
                for (int row = column + 1; row < node.Width; row++)
                {
                    sum -= values[row] * solution[node.Column + row];
                }

                for (int row = 0; row < node.Rows.Length; row++)
                {
                    sum -= values[node.Width + row] * solution[node.Rows[row]];
                }

                solution[node.Column + column] = sum / values[column];
            }
        }

        return (solution[_plan.RandomCount..^1], solution[.._plan.RandomCount]);
    }

    /// <summary>Inverse of the fixed effects' factor L, lower triangle [fixed, fixed], column-major: their covariance is σ² L⁻ᵀL⁻¹.</summary>
    public double[] FixedFactorInverse()
    {
        EliminationNode last = _plan.Nodes[^1];
        double[] inverse = new double[_products.FixedCount * _products.FixedCount];
        fixed (double* panels = _panels, target = inverse)
        {
            DensePanel.InvertTriangle(panels + last.Panel, last.Stride, target, _products.FixedCount, _products.FixedCount);
        }

        return inverse;
    }

    /// <summary>Derivative of a weighted sum of the logarithms of the factor's diagonal by the covariance factors.</summary>
    /// <param name="fixedEffects">Weight of the fixed effects' columns; that of the random effects' is 2 in every criterion.</param>
    /// <param name="response">Weight of the response's column.</param>
    /// <returns>For each grouping factor the derivatives [width, width], column-major; those above the diagonal are zero.</returns>
    public double[][] Derivatives(double fixedEffects, double response)
    {
        SelectedInverse.Compute(_plan, _panels, _inverse, _scratch, fixedEffects, response);
        double[][] derivatives = Array.ConvertAll(_products.Blocks, block => new double[block.Width * block.Width]);
        fixed (double* inverse = _inverse)
        {
            _assembly.AddDerivatives(inverse, _factors, derivatives);
        }

        return derivatives;
    }

    /// <summary>Blocks on the diagonal of (Λ'Z'ZΛ + I)⁻¹ for the levels of one grouping factor, [width, width] each, column-major.</summary>
    public double[] InverseBlocks(int factor)
    {
        SelectedInverse.Compute(_plan, _panels, _inverse, _scratch, 0, 0);
        GroupingBlock block = _products.Blocks[factor];
        double[] values = new double[block.Levels * block.Width * block.Width];
        for (int level = 0; level < block.Levels; level++)
        {
            int place = _plan.PlaceOf(factor, level, factor, level);
            int stride = _plan.NodeOf(factor, level).Stride;
            for (int column = 0; column < block.Width; column++)
            {
                for (int row = 0; row < block.Width; row++)
                {
                    values[(((level * block.Width) + column) * block.Width) + row] =
                        _inverse[place + Math.Max(row, column) + (Math.Min(row, column) * stride)];
                }
            }
        }

        return values;
    }

    private static int ScratchSize(EliminationNode node) =>
        (node.Rows.Length * Math.Max(node.Rows.Length, 1)) + (2 * node.Rows.Length * node.Width) + (2 * node.Width * node.Width);

    private void Summarise()
    {
        RandomLogDeterminant = 0;
        for (int i = 0; i < _plan.Nodes.Length - 1; i++)
        {
            RandomLogDeterminant += LogDiagonal(_plan.Nodes[i], _plan.Nodes[i].Width);
        }

        EliminationNode last = _plan.Nodes[^1];
        FixedLogDeterminant = LogDiagonal(last, _products.FixedCount);
        double residual = _panels[last.Panel + (last.Stride * last.Width) - 1];
        ResidualSquares = residual * residual;
    }

    private double LogDiagonal(EliminationNode node, int columns)
    {
        double sum = 0.0;
        for (int column = 0; column < columns; column++)
        {
            sum += Math.Log(_panels[node.Panel + (column * (node.Stride + 1))]);
        }

        return 2 * sum;
    }

    /// <summary>Subtracts the outer product of a factored panel's rows from the later panels.</summary>
    private static void Eliminate(double* panels, EliminationNode node, double* scratch)
    {
        int count = node.Rows.Length;
        if (count == 0)
        {
            return;
        }

        double* rows = panels + node.Panel + node.Width;
        bool dense = node.Width > 4;
        if (dense)
        {
            new Span<double>(scratch, count * count).Clear();
            DenseFactor below = new(rows, node.Stride);
            DenseProduct.Add(scratch, count, below, below with { Transposed = true }, count, count, node.Width, 1, lowerOnly: true);
        }

        foreach (EliminationTarget target in node.Targets)
        {
            fixed (int* places = target.Places)
            {
                for (int column = target.From; column < target.To; column++)
                {
                    double* sums = scratch + ((long)column * count);
                    if (!dense)
                    {
                        sums = scratch;
                        Outer(rows, node.Stride, node.Width, column, count, sums);
                    }

                    double* destination = panels + target.Node.Panel + ((long)places[column - target.From] * target.Node.Stride);
                    for (int row = column; row < count; row++)
                    {
                        destination[places[row - target.From]] -= sums[row];
                    }
                }
            }
        }
    }

    private static void Outer(double* rows, int stride, int width, int column, int count, double* sums)
    {
        double factor = rows[column];
        for (int row = column; row < count; row++)
        {
            sums[row] = factor * rows[row];
        }

        for (int k = 1; k < width; k++)
        {
            double* next = rows + ((long)k * stride);
            DensePanel.AddMultiple(sums + column, next + column, count - column, next[column]);
        }
    }
}
