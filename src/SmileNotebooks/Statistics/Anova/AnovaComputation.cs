// The univariate analysis of variance by orthonormal contrasts. Each within-participant effect is a block of contrast columns; on each block every effect
// between participants is a hypothesis, and what groups' means leave is its error. Type III; with equal groups all types agree.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal sealed class AnovaComputation
{
    private const double Epsilon = 1 / 4503599627370496.0; // 2^-52

    private readonly AnovaDesign _design;
    private readonly int[] _groupSizes;
    private readonly double _scale;
    private readonly double _shift;
    private readonly double _largest;

    // [cells x participants] and [cells x groups]: contrasts of each participant within the group, and the groups' means.
    private readonly double[] _residuals;
    private readonly double[] _means;

    public AnovaComputation(AnovaDesign design)
    {
        _design = design;
        _groupSizes = design.GroupSizes();
        _residuals = design.Values.AsSpan().ToArray();

        // A power of two keeps squares of 1e300 and of 1e-300 in range and changes no digit; a shift keeps the digits of small effects on a large mean.
        double largest = TensorPrimitives.MaxMagnitude(_residuals);
        _scale = largest == 0 ? 0 : Math.ScaleB(1, Math.Min(-Math.ILogB(largest), 1023));
        TensorPrimitives.Multiply(_residuals, _scale, _residuals);
        _largest = Math.Abs(largest * _scale);
        _shift = TensorPrimitives.Sum(_residuals) / _residuals.Length;
        TensorPrimitives.Subtract(_residuals, _shift, _residuals);
        int[] levels = [.. design.Within.Select(factor => factor.Levels.Length)];
        OrthonormalContrasts.Transform(_residuals, levels, design.Participants.Length);
        _means = SplitGroupMeans();
    }

    public (AnovaEffect Intercept, ImmutableArray<AnovaEffect> Effects) Effects(AnovaOptions options)
    {
        int[] withinLevels = [.. _design.Within.Select(factor => factor.Levels.Length)], betweenLevels = [.. _design.Between.Select(factor => factor.Levels.Length)];
        List<(int Effect, BetweenHypothesis Hypothesis)> hypotheses =
            [.. OrthonormalContrasts.Effects(betweenLevels.Length).Select(effect => (effect, new BetweenHypothesis(betweenLevels, effect, _groupSizes)))];
        List<AnovaEffect> effects = [];
        double allErrors = 0;
        foreach (int within in OrthonormalContrasts.Effects(withinLevels.Length))
        {
            int[] columns = OrthonormalContrasts.RowsOf(withinLevels, within);
            double[,] error = ErrorCrossProducts(columns);
            double errorSum = Enumerable.Range(0, columns.Length).Sum(i => error[i, i]);
            allErrors += errorSum;
            Sphericity? sphericity = within != 0 && columns.Length > 1 && errorSum > 0 ? Sphericity.Of(error, _design.ErrorDegrees) : null;
            foreach ((int between, BetweenHypothesis hypothesis) in hypotheses)
            {
                double sum = Cleared(columns.Sum(column => hypothesis.SumOfSquares(MeansOf(column, within == 0 && between == 0))), hypothesis.Degrees * columns.Length);
                effects.Add(Effect(Names(_design.Between, between).AddRange(Names(_design.Within, within)), within != 0, sum, errorSum, hypothesis.Degrees * columns.Length,
                    _design.ErrorDegrees * columns.Length, sphericity, options.Correction));
            }
        }

        return Scaled(effects, allErrors, options.Observed);
    }

    private static ImmutableArray<string> Names(ImmutableArray<DesignFactor> factors, int effect) => [.. factors.Where((_, i) => (effect >> i & 1) != 0).Select(factor => factor.Name)];

    private static AnovaEffect Effect(
        ImmutableArray<string> factors, bool isWithin, double sum, double errorSum, int degrees, int errorDegrees, Sphericity? sphericity, SphericityCorrection correction)
    {
        double f = sum / degrees / (errorSum / errorDegrees);
        return new AnovaEffect
        {
            Factors = factors,
            IsWithin = isWithin,
            SumOfSquares = sum,
            ErrorSumOfSquares = errorSum,
            Degrees = degrees,
            ErrorDegrees = errorDegrees,
            F = f,
            UncorrectedP = double.IsNaN(f) ? double.NaN : double.IsInfinity(f) ? 0 : FisherF.UpperTail(f, degrees, errorDegrees),
            Sphericity = sphericity,
            Correction = sphericity is null ? SphericityCorrection.None : correction,
            PartialEtaSquared = sum / (sum + errorSum),
            GeneralisedEtaSquared = double.NaN,
        };
    }

    // Olejnik and Algina (2003), as Bakeman (2005) lays it out: the denominator holds every error and every effect that involves an observed factor.
    private (AnovaEffect Intercept, ImmutableArray<AnovaEffect> Effects) Scaled(List<AnovaEffect> effects, double allErrors, ImmutableArray<string> observed)
    {
        double observedSum = effects.Where(effect => effect.Factors.Any(observed.Contains)).Sum(effect => effect.SumOfSquares);
        double unit = _scale == 0 ? 1 : 1 / _scale;
        AnovaEffect[] scaled = [.. effects.Select(effect => effect with
        {
            GeneralisedEtaSquared = effect.SumOfSquares
                / (allErrors + observedSum + (effect.Factors.Any(observed.Contains) ? 0 : effect.SumOfSquares)),
            SumOfSquares = effect.SumOfSquares * unit * unit,
            ErrorSumOfSquares = effect.ErrorSumOfSquares * unit * unit,
        })];
        return (scaled[0], [.. scaled.Skip(1)]);
    }

    private double[] SplitGroupMeans()
    {
        int participants = _design.Participants.Length, groups = _groupSizes.Length, cells = _design.CellCount;
        double[] means = new double[cells * groups];
        for (int cell = 0; cell < cells; cell++)
        {
            Span<double> values = _residuals.AsSpan(cell * participants, participants), mean = means.AsSpan(cell * groups, groups);

            // The second pass takes out of the residuals what rounding left of the mean.
            for (int pass = 0; pass < 2; pass++)
            {
                TakeOutMeans(values, mean);
            }
        }

        return means;
    }

    private void TakeOutMeans(Span<double> values, Span<double> mean)
    {
        Span<double> sums = mean.Length <= 64 ? stackalloc double[mean.Length] : new double[mean.Length];
        sums.Clear();
        for (int i = 0; i < values.Length; i++)
        {
            sums[_design.Groups[i]] += values[i];
        }

        for (int group = 0; group < sums.Length; group++)
        {
            sums[group] /= _groupSizes[group];
            mean[group] += sums[group];
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= sums[_design.Groups[i]];
        }
    }

    private double[,] ErrorCrossProducts(int[] columns)
    {
        int participants = _design.Participants.Length;
        double[,] products = new double[columns.Length, columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            ReadOnlySpan<double> left = _residuals.AsSpan(columns[i] * participants, participants);
            for (int j = 0; j <= i; j++)
            {
                double product = TensorPrimitives.Dot(left, _residuals.AsSpan(columns[j] * participants, participants));
                products[i, j] = products[j, i] = i == j ? Cleared(product, 1) : product;
            }
        }

        return products;
    }

    // The shift taken out at first belongs to the constant alone: as sqrt(cells) times itself in the contrast that averages the cells.
    private double[] MeansOf(int column, bool isIntercept)
    {
        int groups = _groupSizes.Length;
        double[] means = _means[(column * groups)..((column + 1) * groups)];
        if (isIntercept)
        {
            TensorPrimitives.Add(means, _shift * Math.Sqrt(_design.CellCount), means);
        }

        return means;
    }

    // What is no more than the rounding of the data themselves is zero: constant data have F = NaN, not a ratio of rounding errors.
    private double Cleared(double sumOfSquares, int degrees)
    {
        double rounding = 4 * Epsilon * _largest;
        return sumOfSquares <= rounding * rounding * degrees * _design.Participants.Length ? 0 : sumOfSquares;
    }
}
