// Writes the scaled cross-products into the panels, and carries derivatives by the panels back to the covariance factors.
namespace SmileNotebooks;

/// <summary>
/// The matrix to be factored is [Λ'Z'ZΛ + I, Λ'Z'X, Λ'Z'y; .., X'X, X'y; .., y'y], with X orthonormal and orthogonal to y.
/// </summary>
internal sealed unsafe class PanelAssembly
{
    private readonly CrossProducts _products;
    private readonly EliminationPlan _plan;
    private readonly int[][] _strides;
    private readonly int[][] _diagonalPlaces;
    private readonly int[][] _fixedPlaces;
    private readonly int[][] _pairPlaces;

    public PanelAssembly(CrossProducts products, EliminationPlan plan)
    {
        _products = products;
        _plan = plan;
        _strides = ForLevels((factor, level) => plan.NodeOf(factor, level).Stride);
        _diagonalPlaces = ForLevels((factor, level) => plan.PlaceOf(factor, level, factor, level));
        _fixedPlaces = ForLevels((factor, level) =>
        {
            EliminationNode node = plan.NodeOf(factor, level);
            return node.Panel + ((plan.ColumnOf(factor, level) - node.Column) * node.Stride) + node.Stride - products.FixedCount - 1;
        });
        _pairPlaces = Array.ConvertAll(products.Pairs, pairs =>
        {
            int[] places = new int[pairs.FirstLevels.Length];
            for (int i = 0; i < places.Length; i++)
            {
                places[i] = plan.PlaceOf(pairs.First, pairs.FirstLevels[i], pairs.Second, pairs.SecondLevels[i]);
            }

            return places;
        });
    }

    /// <summary>Fills the zeroed panels for the relative covariance factors of all grouping factors.</summary>
    public void Fill(double* panels, double[][] factors)
    {
        for (int factor = 0; factor < factors.Length; factor++)
        {
            FillLevels(panels, factor, factors[factor]);
        }

        for (int i = 0; i < _products.Pairs.Length; i++)
        {
            FillPairs(panels, _products.Pairs[i], _pairPlaces[i], factors);
        }

        EliminationNode last = _plan.Nodes[^1];
        for (int column = 0; column < last.Width; column++)
        {
            panels[last.Panel + (column * last.Stride) + column] = column + 1 < last.Width ? 1 : _products.ResponseSquares;
        }
    }

    /// <summary>Adds, for each grouping factor, the derivative by its covariance factor, given that by each element of the panels.</summary>
    public void AddDerivatives(double* panels, double[][] factors, double[][] derivatives)
    {
        for (int factor = 0; factor < factors.Length; factor++)
        {
            AddLevelDerivatives(panels, factor, factors[factor], derivatives[factor]);
        }

        for (int i = 0; i < _products.Pairs.Length; i++)
        {
            AddPairDerivatives(panels, _products.Pairs[i], _pairPlaces[i], factors, derivatives);
        }
    }

    private int[][] ForLevels(Func<int, int, int> value) =>
        [.. _products.Blocks.Select((block, factor) => Enumerable.Range(0, block.Levels).Select(level => value(factor, level)).ToArray())];

    private void FillLevels(double* panels, int factor, double[] lambda)
    {
        int width = _products.Blocks[factor].Width;
        int height = _products.FixedCount + 1;
        double* middle = stackalloc double[width * width];
        fixed (double* scale = lambda, squares = _products.Diagonal[factor], crossed = _products.Fixed[factor])
        {
            for (int level = 0; level < _strides[factor].Length; level++)
            {
                int stride = _strides[factor][level];
                double* block = panels + _diagonalPlaces[factor][level];
                double* beside = panels + _fixedPlaces[factor][level];
                double* source = crossed + ((long)level * height * width);
                if (width == 1)
                {
                    *block = 1 + (*scale * *scale * squares[level]);
                    DensePanel.AddMultiple(beside, source, height, *scale);
                    continue;
                }

                Multiply(squares + ((long)level * width * width), scale, middle, width, width, width);
                for (int column = 0; column < width; column++)
                {
                    for (int row = column; row < width; row++)
                    {
                        block[row + ((long)column * stride)] = Dot(scale + (row * width), middle + (column * width), row, width);
                    }

                    block[column + ((long)column * stride)] += 1;
                    for (int k = column; k < width; k++)
                    {
                        DensePanel.AddMultiple(beside + ((long)column * stride), source + (k * height), height, scale[k + (column * width)]);
                    }
                }
            }
        }
    }

    private void FillPairs(double* panels, LevelPairs pairs, int[] places, double[][] factors)
    {
        int width = _products.Blocks[pairs.First].Width;
        int height = _products.Blocks[pairs.Second].Width;
        double* middle = stackalloc double[width * height];
        fixed (double* scale = factors[pairs.First], rowScale = factors[pairs.Second], values = pairs.Values)
        {
            for (int i = 0; i < places.Length; i++)
            {
                double* source = values + ((long)i * width * height);
                if (width * height == 1)
                {
                    panels[places[i]] = *scale * *rowScale * *source;
                    continue;
                }

                int stride = _strides[pairs.First][pairs.FirstLevels[i]];
                Multiply(source, scale, middle, height, width, width);
                for (int column = 0; column < width; column++)
                {
                    for (int row = 0; row < height; row++)
                    {
                        panels[places[i] + ((long)column * stride) + row] =
                            Dot(rowScale + (row * height), middle + (column * height), row, height);
                    }
                }
            }
        }
    }

    private void AddLevelDerivatives(double* panels, int factor, double[] lambda, double[] derivative)
    {
        int width = _products.Blocks[factor].Width;
        int height = _products.FixedCount + 1;
        double* middle = stackalloc double[width * width];
        fixed (double* scale = lambda, squares = _products.Diagonal[factor], crossed = _products.Fixed[factor], target = derivative)
        {
            for (int level = 0; level < _strides[factor].Length; level++)
            {
                int stride = _strides[factor][level];
                double* block = panels + _diagonalPlaces[factor][level];
                double* beside = panels + _fixedPlaces[factor][level];
                double* source = crossed + ((long)level * height * width);
                Multiply(squares + ((long)level * width * width), scale, middle, width, width, width);
                for (int column = 0; column < width; column++)
                {
                    for (int row = column; row < width; row++)
                    {
                        double sum = Dot(source + (row * height), beside + ((long)column * stride), 0, height);
                        for (int k = 0; k < width; k++)
                        {
                            sum += middle[row + (k * width)] * block[Math.Max(k, column) + ((long)Math.Min(k, column) * stride)];
                        }

                        target[row + (column * width)] += 2 * sum;
                    }
                }
            }
        }
    }

    private void AddPairDerivatives(double* panels, LevelPairs pairs, int[] places, double[][] factors, double[][] derivatives)
    {
        int width = _products.Blocks[pairs.First].Width;
        int height = _products.Blocks[pairs.Second].Width;
        double* middle = stackalloc double[width * height];
        fixed (double* scale = factors[pairs.First], rowScale = factors[pairs.Second], values = pairs.Values)
        fixed (double* target = derivatives[pairs.First], rowTarget = derivatives[pairs.Second])
        {
            for (int i = 0; i < places.Length; i++)
            {
                double* source = values + ((long)i * width * height);
                double* block = panels + places[i];
                if (width * height == 1)
                {
                    *target += 2 * *rowScale * *source * *block;
                    *rowTarget += 2 * *scale * *source * *block;
                    continue;
                }

                int stride = _strides[pairs.First][pairs.FirstLevels[i]];

                // By the columns' factor: (Λ'B)'G; by the rows' factor: (BΛ)G'. Twice, for the two halves of a symmetric matrix.
                for (int column = 0; column < width; column++)
                {
                    Multiply(rowScale, block + ((long)column * stride), middle, height, height, 1);
                    for (int row = column; row < width; row++)
                    {
                        target[row + (column * width)] += 2 * Dot(source + (row * height), middle, 0, height);
                    }
                }

                Multiply(source, scale, middle, height, width, width);
                for (int column = 0; column < height; column++)
                {
                    for (int row = column; row < height; row++)
                    {
                        for (int k = 0; k < width; k++)
                        {
                            rowTarget[row + (column * height)] += 2 * middle[row + (k * height)] * block[column + ((long)k * stride)];
                        }
                    }
                }
            }
        }
    }

    /// <summary>Product of [rows, inner] and [inner, columns], all column-major without gaps.</summary>
    private static void Multiply(double* left, double* right, double* product, int rows, int inner, int columns)
    {
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                double sum = 0.0;
                for (int k = 0; k < inner; k++)
                {
                    sum += left[row + (k * rows)] * right[k + (column * inner)];
                }

                product[row + (column * rows)] = sum;
            }
        }
    }

    private static double Dot(double* left, double* right, int from, int to)
    {
        double sum = 0.0;
        for (int i = from; i < to; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
