// All two by two tables with given margins, under any odds ratio: the noncentral hypergeometric distribution.
using System.Numerics.Tensors;
using MathNet.Numerics.RootFinding;

namespace SmileNotebooks;

internal sealed class ConditionalTables
{
    private const double TieTolerance = 1 + 1e-7;

    // Odds ratios from exp(-700) to exp(700): all that a double holds.
    private const double LargestLog = 700;

    // log of the probability of each table under independence, but for a constant.
    private readonly double[] _logWeights;

    private readonly int _observed;

    public ConditionalTables(long a, long b, long c, long d)
    {
        long least = Math.Max(0, a - d);
        long most = Math.Min(a + b, a + c);
        if (most - least > 10_000_000)
        {
            throw new ArgumentException($"The margins of {a}, {b}, {c}, {d} allow {most - least + 1} tables: too many for an exact test.");
        }

        _observed = (int)(a - least);
        _logWeights = new double[most - least + 1];

        // From the observed table both ways by the ratio of neighbours: no log-gammas whose large parts cancel.
        for (int i = _observed + 1; i < _logWeights.Length; i++)
        {
            _logWeights[i] = _logWeights[i - 1] + Math.Log(Ratio(a, b, c, d, i - 1 - _observed));
        }

        for (int i = _observed - 1; i >= 0; i--)
        {
            _logWeights[i] = _logWeights[i + 1] - Math.Log(Ratio(a, b, c, d, i - _observed));
        }
    }

    /// <summary>Whether the observed first count is the least that the margins allow.</summary>
    public bool IsFirst => _observed == 0;

    /// <summary>Whether the observed first count is the largest that the margins allow.</summary>
    public bool IsLast => _observed == _logWeights.Length - 1;

    /// <summary>P(first count at most, at least the observed one) under the log of an odds ratio.</summary>
    public (double AtMost, double AtLeast) Tails(double logOddsRatio)
    {
        double[] weights = Weights(logOddsRatio);
        double below = TensorPrimitives.Sum(weights.AsSpan(0, _observed));
        double above = TensorPrimitives.Sum(weights.AsSpan(_observed + 1));
        double all = below + weights[_observed] + above;
        return ((below + weights[_observed]) / all, (weights[_observed] + above) / all);
    }

    public double TwoSidedP()
    {
        double[] weights = Weights(0);
        double observed = weights[_observed] * TieTolerance;
        return Math.Min(1, weights.Where(weight => weight <= observed).Sum() / weights.Sum());
    }

    /// <summary>The odds ratio under which the observed count is the expected one: the conditional maximum likelihood estimate.</summary>
    public double OddsRatio() =>
        IsFirst && IsLast ? double.NaN
        : IsFirst ? 0
        : IsLast ? double.PositiveInfinity
        : Math.Exp(Solve(log => Mean(log) - _observed));

    /// <summary>The log of the odds ratio at which an increasing function is zero.</summary>
    public static double Solve(Func<double, double> increasing)
    {
        double lower = -1;
        double upper = 1;
        while (increasing(lower) > 0 && lower > -LargestLog)
        {
            lower *= 2;
        }

        while (increasing(upper) < 0 && upper < LargestLog)
        {
            upper *= 2;
        }

        return Brent.FindRoot(increasing, lower, upper, accuracy: 1e-14, maxIterations: 300);
    }

    private static double Ratio(long a, long b, long c, long d, int shift) =>
        (b - shift) / (a + shift + 1.0) * ((c - shift) / (d + shift + 1.0));

    private double Mean(double logOddsRatio)
    {
        double[] weights = Weights(logOddsRatio);
        double all = 0;
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            all += weights[i];
            sum += weights[i] * i;
        }

        return sum / all;
    }

    private double[] Weights(double logOddsRatio)
    {
        double[] weights = new double[_logWeights.Length];
        double largest = double.NegativeInfinity;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = _logWeights[i] + ((i - _observed) * logOddsRatio);
            largest = Math.Max(largest, weights[i]);
        }

        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Exp(weights[i] - largest);
        }

        return weights;
    }
}
