// How the numbers of the core become effects, components and fitted values with names.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

public sealed partial class MixedModel
{
    private static VarianceComponents ComponentsOf(MixedModelParts parts, MixedModelSolution solution) =>
        new([.. parts.Random.Parts.Select(part => VarianceOf(part, parts.Random.Blocks[part.Block], solution))], solution.ResidualDeviation);

    private static RandomTermVariance VarianceOf(RandomPart part, GroupingBlock block, MixedModelSolution solution)
    {
        double[] covariance = CovarianceParameters.Squared(solution.RelativeFactor(part.Block), block.Width);
        int[] columns = [.. Enumerable.Range(part.First, part.Width)];
        double[] deviations = [.. columns.Select(column => Math.Sqrt(covariance[column * (block.Width + 1)]))];
        return new RandomTermVariance(
            part.Group,
            block.Levels,
            part.Matrix.ColumnNames,
            [.. deviations.Select(deviation => deviation * solution.ResidualDeviation)],
            [.. columns.Select((row, i) => ImmutableArray.CreateRange(columns.Select((column, j) =>
                i == j ? 1 : deviations[i] * deviations[j] == 0 ? double.NaN
                : Math.Clamp(covariance[row + (column * block.Width)] / deviations[i] / deviations[j], -1, 1))))]);
    }

    private ImmutableArray<FixedEffect> ComputeFixedEffects()
    {
        ImmutableArray<FixedEffect>.Builder effects = ImmutableArray.CreateBuilder<FixedEffect>();
        for (int i = 0; i < _parts.Fixed.ColumnCount; i++)
        {
            double[] contrast = new double[_parts.Fixed.ColumnCount];
            contrast[i] = 1;
            effects.Add(_tests.Value.Contrast(_parts.Fixed.ColumnNames[i], contrast));
        }

        return effects.ToImmutable();
    }

    private ImmutableArray<RandomEffects> ComputeRandomEffects()
    {
        double[][] modes = [.. _parts.Random.Blocks.Select((_, block) => _solution.RandomEffects(block))];
        double[][] deviations = [.. _parts.Random.Blocks.Select((_, block) => _solution.ConditionalDeviations(block))];
        return [.. _parts.Random.Parts.Select(part =>
        {
            int width = _parts.Random.Blocks[part.Block].Width;
            ImmutableArray<string> levels = _parts.Random.Groups[part.Block].Levels;
            IEnumerable<RandomEffect> values = levels.SelectMany((level, i) => part.Matrix.ColumnNames.Select((effect, column) =>
            {
                int place = (i * width) + part.First + column;
                return new RandomEffect(level, effect, modes[part.Block][place], deviations[part.Block][place]);
            }));
            return new RandomEffects(part.Group, part.Matrix.ColumnNames, [.. values], _parts.Options.Level);
        })];
    }

    private ImmutableArray<double> ComputeFitted()
    {
        double[] fitted = Linear(_parts.Fixed);
        foreach (RandomPart part in _parts.Random.Parts)
        {
            AddRandom(fitted, part, part.Matrix, _parts.Random.Blocks[part.Block].Codes);
        }

        return ImmutableArray.Create(fitted);
    }

    /// <summary>The fixed part's prediction for each row of a matrix with the model's columns.</summary>
    private double[] Linear(ModelMatrix matrix)
    {
        double[] sums = new double[matrix.RowCount];
        for (int column = 0; column < matrix.ColumnCount; column++)
        {
            TensorPrimitives.MultiplyAdd(matrix.Column(column), _solution.Coefficients[column], sums, sums);
        }

        return sums;
    }

    /// <summary>Adds a term's random effects; a row with code -1 has a level that the model does not know, and an effect of zero.</summary>
    private void AddRandom(double[] sums, RandomPart part, ModelMatrix matrix, ReadOnlySpan<int> codes)
    {
        double[] effects = _solution.RandomEffects(part.Block);
        int width = _parts.Random.Blocks[part.Block].Width;
        for (int column = 0; column < part.Width; column++)
        {
            ReadOnlySpan<double> values = matrix.Column(column);
            for (int row = 0; row < sums.Length; row++)
            {
                if (codes[row] >= 0)
                {
                    sums[row] += values[row] * effects[(codes[row] * width) + part.First + column];
                }
            }
        }
    }
}
