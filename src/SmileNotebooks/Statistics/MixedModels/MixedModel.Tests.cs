// Tests of the fixed effects: contrasts of the caller's own, and type III tests of whole terms.
using System.Collections.Immutable;
using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

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
        // A term's type III contrasts are its coefficients in sum-to-zero coding. With several degrees of freedom Fai and Cornelius's
        // denominator depends on how the contrasts are written down: here as each level against the first, whatever the model's coding.
        Matrix<double> bySum = InBasis(ContrastCoding.Sum);
        Matrix<double> sumOfOwn = bySum.Solve(Matrix<double>.Build.DenseOfArray(_solution.Basis.Triangle));
        Matrix<double> sumOfTreatment = bySum.Solve(InBasis(ContrastCoding.Treatment));
        ImmutableArray<MixedModelTerm>.Builder terms = ImmutableArray.CreateBuilder<MixedModelTerm>();
        for (int term = 0; term < _parts.Fixed.Terms.Length; term++)
        {
            (int first, int end) = _parts.Fixed.ColumnsOf(term);
            int count = end - first;
            Matrix<double> contrasts = _parts.Fixed.Terms.Length == 1 ? Sequential(first, count) : sumOfTreatment.SubMatrix(first, count, first, count)
                .Solve(sumOfOwn.SubMatrix(first, count, 0, sumOfOwn.ColumnCount));
            terms.Add(_tests.Value.Joint(_parts.Fixed.Terms[term].Name, contrasts));
        }

        return new MixedModelAnova(terms.ToImmutable());
    }

    /// <summary>
    /// The contrasts of the only term, which are of every type at once, as lmerTest writes them down: by Doolittle's elimination of the
    /// cross-products of the model's own columns.
    /// </summary>
    private Matrix<double> Sequential(int first, int count)
    {
        double[,] triangle = _solution.Basis.Triangle;
        return Matrix<double>.Build.Dense(
            count, triangle.GetLength(1), (row, column) => column < first + row ? 0 : triangle[first + row, column] / triangle[first + row, first + row]);
    }

    /// <summary>The fixed effects' columns by a coding, as coordinates in the orthonormal basis: every coding spans the same space.</summary>
    private Matrix<double> InBasis(ContrastCoding coding)
    {
        ModelMatrix matrix = ModelMatrix.Of(Formula, Data, new ModelMatrixOptions { Contrasts = coding });
        return Matrix<double>.Build.Dense(
            matrix.ColumnCount, matrix.ColumnCount, (row, column) => TensorPrimitives.Dot(_solution.Basis.Columns[row], matrix.Column(column)));
    }
}
