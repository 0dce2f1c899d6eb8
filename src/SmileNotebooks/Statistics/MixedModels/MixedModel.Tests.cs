// Tests of the fixed effects: contrasts of the caller's own, and type III tests of whole terms.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

public sealed partial class MixedModel
{
    /// <summary>The t test of a contrast of the fixed effects, with Satterthwaite's degrees of freedom.</summary>
    /// <param name="contrast">A weight for each of <see cref="FixedEffects"/>.</param>
    /// <param name="name">What the result calls it.</param>
    /// <param name="against">Value under the null hypothesis. Default: 0.</param>
    /// <exception cref="ArgumentException">Not one finite weight for each fixed effect, or all weights are zero.</exception>
    public FixedEffect Test(ReadOnlySpan<double> contrast, string name = "contrast", double against = 0)
    {
        if (contrast.Length != _parts.Fixed.ColumnCount)
        {
            throw new ArgumentException(
                $"The contrast has {contrast.Length} weights; the model has {_parts.Fixed.ColumnCount} fixed effects: {string.Join(", ", _parts.Fixed.ColumnNames)}.",
                nameof(contrast));
        }

        double sum = TensorPrimitives.SumOfMagnitudes(contrast);
        if (!double.IsFinite(sum) || sum == 0)
        {
            throw new ArgumentException("A contrast needs finite weights that are not all zero.", nameof(contrast));
        }

        return _tests.Value.Contrast(name, contrast, against);
    }

    /// <summary>
    /// Type III F tests of the fixed terms with Satterthwaite's degrees of freedom: each term's marginal contrasts, whatever coding the model
    /// was fitted with. A factor that interacts with a covariate is tested where the covariate is zero.
    /// </summary>
    public MixedModelAnova Anova()
    {
        double[,] transform = ToSumCoding();
        ImmutableArray<MixedModelTerm>.Builder terms = ImmutableArray.CreateBuilder<MixedModelTerm>();
        for (int term = 0; term < _parts.Fixed.Terms.Length; term++)
        {
            (int first, int end) = _parts.Fixed.ColumnsOf(term);
            double[,] contrasts = new double[end - first, transform.GetLength(1)];
            for (int i = 0; i < contrasts.GetLength(0); i++)
            {
                for (int j = 0; j < contrasts.GetLength(1); j++)
                {
                    contrasts[i, j] = transform[first + i, j];
                }
            }

            terms.Add(_tests.Value.Joint(_parts.Fixed.Terms[term].Name, contrasts));
        }

        return new MixedModelAnova(terms.ToImmutable());
    }

    /// <summary>The matrix that turns coefficients into those of sum-to-zero coding, in which a term's rows are its type III contrasts.</summary>
    private double[,] ToSumCoding()
    {
        // Both codings span the same columns: X = S T with T = (Q'S)⁻¹ R, since Q spans them too.
        ModelMatrix sum = ModelMatrix.Of(Formula, Data, new ModelMatrixOptions { Contrasts = ContrastCoding.Sum });
        FixedBasis basis = _solution.Basis;
        int count = basis.Count;
        double[,] inner = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                inner[i, j] = TensorPrimitives.Dot(basis.Columns[i], sum.Column(j));
            }
        }

        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build;
        return matrix.DenseOfArray(inner).Solve(matrix.DenseOfArray(basis.Triangle)).ToArray();
    }
}
