// One pass over the rows of a logistic regression: log-likelihood, gradient and information at given coefficients.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>The sums of a pass. Rows go in chunks, whose size hangs on the data alone, that are added up in their order, so that the sums do not depend on the number of threads.</summary>
internal sealed class LogisticPass
{
    // A block of some forty columns stays in the first cache; a multiple of any vector's width.
    private const int BlockRows = 128;
    private const int LeastChunkRows = 32 * BlockRows;
    private const int MostChunks = 64;

    // Below this much work a second thread costs more than it brings.
    private const double ParallelWork = 1e8;

    private readonly LogisticDesign _design;
    private readonly Chunk[] _chunks;

    public LogisticPass(LogisticDesign design)
    {
        _design = design;
        int blocks = (design.Rows + (MostChunks * BlockRows) - 1) / (MostChunks * BlockRows);
        int chunkRows = Math.Max(LeastChunkRows, blocks * BlockRows);
        _chunks = new Chunk[(design.Rows + chunkRows - 1) / chunkRows];
        for (int i = 0; i < _chunks.Length; i++)
        {
            _chunks[i] = new Chunk(design, i * chunkRows, Math.Min(design.Rows, (i + 1) * chunkRows));
        }

        Gradient = new double[design.Count];
        Information = new double[design.Count * design.Count];
    }

    public double LogLikelihood { get; private set; }

    /// <summary>The least of the rows' margins: the linear predictor, its sign turned for rows without event. Above 0: every row is on its side.</summary>
    public double LeastMargin { get; private set; }

    public double[] Gradient { get; }

    /// <summary>X'WX; its lower triangle.</summary>
    public double[] Information { get; }

    public void At(double[] coefficients)
    {
        if ((double)_design.Rows * _design.Count * _design.Count > ParallelWork)
        {
            Parallel.ForEach(_chunks, chunk => chunk.At(coefficients));
        }
        else
        {
            foreach (Chunk chunk in _chunks)
            {
                chunk.At(coefficients);
            }
        }

        LogLikelihood = 0;
        LeastMargin = double.PositiveInfinity;
        Array.Clear(Gradient);
        Array.Clear(Information);
        foreach (Chunk chunk in _chunks)
        {
            LogLikelihood += chunk.LogLikelihood;
            LeastMargin = Math.Min(LeastMargin, chunk.LeastMargin);
            TensorPrimitives.Add(Gradient, chunk.Gradient, Gradient);
            TensorPrimitives.Add(Information, chunk.Information, Information);
        }
    }

    private sealed class Chunk(LogisticDesign design, int start, int end)
    {
        private readonly double[] _weighted = new double[design.Count * BlockRows];
        private readonly double[] _margins = new double[BlockRows];
        private readonly double[] _residuals = new double[BlockRows];
        private readonly double[] _rootWeights = new double[BlockRows];

        public double LogLikelihood { get; private set; }

        public double LeastMargin { get; private set; }

        public double[] Gradient { get; } = new double[design.Count];

        public double[] Information { get; } = new double[design.Count * design.Count];

        public void At(double[] coefficients)
        {
            LogLikelihood = 0;
            LeastMargin = double.PositiveInfinity;
            Array.Clear(Gradient);
            Array.Clear(Information);
            for (int row = start; row < end; row += BlockRows)
            {
                Block(row, Math.Min(BlockRows, end - row), coefficients);
            }
        }

        private void Block(int row, int rows, double[] coefficients)
        {
            Span<double> margins = _margins.AsSpan(0, rows);
            Span<double> residuals = _residuals.AsSpan(0, rows);
            Span<double> rootWeights = _rootWeights.AsSpan(0, rows);
            ReadOnlySpan<double> signs = design.Signs.AsSpan(row, rows);
            Margins(row, coefficients, signs, margins);
            LeastMargin = Math.Min(LeastMargin, TensorPrimitives.Min<double>(margins));
            Curves(margins, signs, residuals, rootWeights);
            for (int j = 0; j < coefficients.Length; j++)
            {
                ReadOnlySpan<double> column = design.Column(j).Slice(row, rows);
                Span<double> weighted = _weighted.AsSpan(j * BlockRows, BlockRows);
                Gradient[j] += TensorPrimitives.Dot(column, residuals);
                TensorPrimitives.Multiply(column, rootWeights, weighted);
                weighted[rows..].Clear();
            }

            SymmetricProduct.Add(_weighted, coefficients.Length, BlockRows, Information);
        }

        private void Margins(int row, double[] coefficients, ReadOnlySpan<double> signs, Span<double> margins)
        {
            if (design.Offset is null)
            {
                margins.Clear();
            }
            else
            {
                design.Offset.AsSpan(row, margins.Length).CopyTo(margins);
            }

            for (int j = 0; j < coefficients.Length; j++)
            {
                TensorPrimitives.MultiplyAdd(design.Column(j).Slice(row, margins.Length), coefficients[j], margins, margins);
            }

            TensorPrimitives.Multiply(margins, signs, margins);
        }

        // With m the margin and e = exp(-|m|): probability of the other outcome e / (1 + e) or 1 / (1 + e), weight e / (1 + e)^2,
        // log-likelihood min(m, 0) - log(1 + e). Nothing cancels and nothing overflows.
        private void Curves(ReadOnlySpan<double> margins, ReadOnlySpan<double> signs, Span<double> residuals, Span<double> rootWeights)
        {
            TensorPrimitives.Abs(margins, rootWeights);
            TensorPrimitives.Multiply(rootWeights, -0.5, rootWeights);
            TensorPrimitives.Exp<double>(rootWeights, rootWeights);
            double product = 1;
            for (int i = 0; i < margins.Length; i++)
            {
                double root = rootWeights[i];
                double e = root * root;
                double inverse = 1 / (1 + e);
                bool isRight = margins[i] >= 0;
                residuals[i] = signs[i] * (isRight ? e : 1) * inverse;
                rootWeights[i] = root * inverse;
                LogLikelihood += isRight ? 0 : margins[i];
                // Logarithms of products of factors from 1 to 2, a few hundred at most: one logarithm a block.
                product *= 1 + e;
            }

            LogLikelihood -= Math.Log(product);
        }
    }
}
