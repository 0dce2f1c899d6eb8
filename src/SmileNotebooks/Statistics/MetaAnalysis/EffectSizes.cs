// From what papers report to effects with variances, for meta-analysis. Formulae as collected in Borenstein, Hedges, Higgins and Rothstein (2009),
// chapters 4 to 6; the standardised differences after Hedges (1981).
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Effects and sampling variances from the numbers that papers report. Each argument is checked; what cannot be an effect is an error.</summary>
public static class EffectSizes
{
    /// <summary>Hedges' g of two independent groups: (m1 - m2) over the pooled standard deviation, times the exact small-sample factor;
    /// variance 1/n1 + 1/n2 + g^2 / (2 (n1 + n2)).</summary>
    /// <param name="label">The study.</param>
    /// <param name="first">Mean, standard deviation and size of the first group.</param>
    /// <param name="second">The second group's.</param>
    public static StudyEffect StandardizedMeanDifference(
        string label, (double Mean, double Deviation, int N) first, (double Mean, double Deviation, int N) second)
    {
        Check(label, first);
        Check(label, second);
        double degrees = first.N + (second.N - 2.0);
        double pooled = Math.Sqrt((((first.N - 1.0) * first.Deviation * first.Deviation) + ((second.N - 1.0) * second.Deviation * second.Deviation)) / degrees);
        double g = SmallSampleFactor(degrees) * (first.Mean - second.Mean) / pooled;
        return Effect(label, g, (1.0 / first.N) + (1.0 / second.N) + (g * g / (2.0 * ((double)first.N + second.N))));
    }

    /// <summary>Hedges' g of paired differences: mean difference over the standard deviation of the differences (dz), times the exact small-sample factor;
    /// variance 1/n + g^2 / (2 n).</summary>
    /// <param name="label">The study.</param>
    /// <param name="meanDifference">Mean of the differences.</param>
    /// <param name="deviation">Standard deviation of the differences.</param>
    /// <param name="n">Pairs.</param>
    public static StudyEffect StandardizedMeanChange(string label, double meanDifference, double deviation, int n)
    {
        Check(label, (meanDifference, deviation, n));
        double g = SmallSampleFactor(n - 1.0) * meanDifference / deviation;
        return Effect(label, g, (1.0 / n) + (g * g / (2.0 * n)));
    }

    /// <summary>Difference of two independent means in their own unit; variance s1^2/n1 + s2^2/n2.</summary>
    /// <param name="label">The study.</param>
    /// <param name="first">Mean, standard deviation and size of the first group.</param>
    /// <param name="second">The second group's.</param>
    public static StudyEffect MeanDifference(
        string label, (double Mean, double Deviation, int N) first, (double Mean, double Deviation, int N) second)
    {
        Check(label, first);
        Check(label, second);
        return Effect(
            label,
            first.Mean - second.Mean,
            (first.Deviation * first.Deviation / first.N) + (second.Deviation * second.Deviation / second.N));
    }

    /// <summary>Fisher's z of a correlation; variance 1 / (n - 3).</summary>
    /// <param name="label">The study.</param>
    /// <param name="r">Between -1 and 1, not on them.</param>
    /// <param name="n">Pairs, at least 4.</param>
    public static StudyEffect FisherZ(string label, double r, int n) =>
        r > -1 && r < 1 && n > 3
            ? Effect(label, Math.Atanh(r), 1.0 / (n - 3))
            : throw new ArgumentException(Invariant($"{label}: found r = {r} and n = {n}, expected r between -1 and 1 and n of at least 4."), nameof(r));

    /// <summary>Log odds ratio of a fourfold table; 1/2 is added to every cell where one is 0. Variance 1/a + 1/b + 1/c + 1/d.</summary>
    /// <param name="label">The study.</param>
    /// <param name="first">Events and non-events of the first group.</param>
    /// <param name="second">The second group's.</param>
    public static StudyEffect LogOddsRatio(string label, (int Events, int Others) first, (int Events, int Others) second)
    {
        (double a, double b, double c, double d) = Cells(label, first, second);
        return Effect(label, Math.Log(a * d / (b * c)), (1 / a) + (1 / b) + (1 / c) + (1 / d));
    }

    /// <summary>Log risk ratio of a fourfold table; 1/2 is added to every cell where one is 0. Variance 1/a - 1/(a + b) + 1/c - 1/(c + d).</summary>
    /// <param name="label">The study.</param>
    /// <param name="first">Events and non-events of the first group.</param>
    /// <param name="second">The second group's.</param>
    public static StudyEffect LogRiskRatio(string label, (int Events, int Others) first, (int Events, int Others) second)
    {
        (double a, double b, double c, double d) = Cells(label, first, second);
        return Effect(label, Math.Log(a / (a + b) / (c / (c + d))), (b / (a * (a + b))) + (d / (c * (c + d))));
    }

    /// <summary>Difference of two risks; 1/2 is added to every cell for the variance where one is 0.
    /// Variance ab/(a + b)^3 + cd/(c + d)^3.</summary>
    /// <param name="label">The study.</param>
    /// <param name="first">Events and non-events of the first group.</param>
    /// <param name="second">The second group's.</param>
    public static StudyEffect RiskDifference(string label, (int Events, int Others) first, (int Events, int Others) second)
    {
        (double a, double b, double c, double d) = Cells(label, first, second);
        double difference = (first.Events / (first.Events + (double)first.Others)) - (second.Events / (second.Events + (double)second.Others));
        return Effect(label, difference, (a * b / Math.Pow(a + b, 3)) + (c * d / Math.Pow(c + d, 3)));
    }

    /// <summary>An effect of which a paper gives only a normal interval: variance (width / 2z)^2.</summary>
    /// <param name="label">The study.</param>
    /// <param name="effect">The estimate.</param>
    /// <param name="interval">Its limits and level, on the same scale.</param>
    public static StudyEffect FromInterval(string label, double effect, ConfidenceInterval interval)
    {
        double standardError = interval.Width / (2 * Normal.UpperQuantile((1 - Levels.Checked(interval.Level)) / 2));
        return Effect(label, effect, standardError * standardError);
    }

    /// <summary>What a standardised difference is multiplied by so that it is unbiased (Hedges, 1981): Gamma(m/2) / (sqrt(m/2) Gamma((m - 1)/2)).</summary>
    /// <param name="degrees">Degrees of freedom m of the standard deviation, more than 1.</param>
    public static double SmallSampleFactor(double degrees)
    {
        if (!(degrees > 1))
        {
            throw new ArgumentException(Invariant($"Found {degrees} degrees of freedom, expected more than 1."), nameof(degrees));
        }

        return EffectSize.HedgesFactor(degrees);
    }

    private static (double A, double B, double C, double D) Cells(string label, (int Events, int Others) first, (int Events, int Others) second)
    {
        if (first.Events < 0 || first.Others < 0 || second.Events < 0 || second.Others < 0
            || first is (0, 0) || second is (0, 0))
        {
            throw new ArgumentException($"{label}: found {first} and {second}, expected counts that are not negative and two groups that are not empty.");
        }

        double added = first.Events == 0 || first.Others == 0 || second.Events == 0 || second.Others == 0 ? 0.5 : 0;
        return (first.Events + added, first.Others + added, second.Events + added, second.Others + added);
    }

    private static void Check(string label, (double Mean, double Deviation, int N) group)
    {
        if (!double.IsFinite(group.Mean) || !(group.Deviation > 0 && double.IsFinite(group.Deviation)) || group.N < 2)
        {
            throw new ArgumentException(
                Invariant($"{label}: found mean {group.Mean}, standard deviation {group.Deviation} and n = {group.N}, expected a finite mean, a positive deviation and n of at least 2."));
        }
    }

    private static StudyEffect Effect(string label, double effect, double variance) =>
        double.IsFinite(effect) && variance > 0 && double.IsFinite(variance)
            ? new StudyEffect(label, effect, variance)
            : throw new ArgumentException(Invariant($"{label}: effect {effect} with variance {variance}; expected a finite effect and a positive variance."));
}
