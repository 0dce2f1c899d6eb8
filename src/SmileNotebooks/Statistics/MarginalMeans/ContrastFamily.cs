// Tests a family of contrasts and corrects for their number.
namespace SmileNotebooks;

internal sealed class ContrastFamily(ContrastAdjustment adjustment, int means, double level)
{
    // Most families share their degrees of freedom, and the studentised range takes milliseconds.
    private readonly Dictionary<double, double> _critical = [];

    public delegate (double Estimate, double StandardError, double Degrees) Combination(double[] weights);

    public IEnumerable<ContrastEstimate> Estimate(string group, IReadOnlyList<(string Name, double[] Weights)> contrasts, Combination combine)
    {
        (double Estimate, double StandardError, double Degrees)[] estimates = [.. contrasts.Select(contrast => combine(contrast.Weights))];
        double[] t = [.. estimates.Select(estimate => estimate.Estimate / estimate.StandardError)];
        double[] unadjusted = [.. estimates.Zip(t, (estimate, value) => double.IsNaN(value) ? double.NaN : StudentT.TwoSided(value, estimate.Degrees))];
        double[] adjusted = Adjusted(unadjusted, t, estimates);
        for (int i = 0; i < contrasts.Count; i++)
        {
            double half = Critical(estimates[i].Degrees, contrasts.Count) * estimates[i].StandardError;
            ConfidenceInterval interval = new(estimates[i].Estimate - half, estimates[i].Estimate + half, level);
            (double value, double error, double degrees) = estimates[i];
            yield return new ContrastEstimate(group, contrasts[i].Name, value, error, degrees, t[i], unadjusted[i], adjusted[i], interval);
        }
    }

    private double[] Adjusted(double[] p, double[] t, (double Estimate, double StandardError, double Degrees)[] estimates) => adjustment switch
    {
        ContrastAdjustment.None => p,
        ContrastAdjustment.Bonferroni => [.. Multiplicity.Bonferroni(p).Adjusted],
        ContrastAdjustment.Holm => [.. Multiplicity.Holm(p).Adjusted],
        _ => [.. t.Zip(estimates, (value, estimate) => Tukey(value, estimate.Degrees))],
    };

    // Of two means the studentised range is Student's t.
    private double Tukey(double t, double degrees) =>
        double.IsNaN(t) ? double.NaN : means == 2 ? StudentT.TwoSided(t, degrees) : StudentizedRange.UpperTail(Math.Abs(t) * Math.Sqrt(2), means, degrees);

    private double Critical(double degrees, int contrasts)
    {
        if (!_critical.TryGetValue(degrees, out double critical))
        {
            critical = CriticalOf(degrees, contrasts);
            _critical.Add(degrees, critical);
        }

        return critical;
    }

    private double CriticalOf(double degrees, int contrasts) => adjustment switch
    {
        ContrastAdjustment.None => StudentT.UpperQuantile((1 - level) / 2, degrees),
        ContrastAdjustment.Tukey when means > 2 => StudentizedRange.UpperQuantile(1 - level, means, degrees) / Math.Sqrt(2),
        ContrastAdjustment.Tukey => StudentT.UpperQuantile((1 - level) / 2, degrees),
        _ => StudentT.UpperQuantile((1 - level) / 2 / contrasts, degrees),
    };
}
