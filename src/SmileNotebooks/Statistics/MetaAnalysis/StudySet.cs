// Weighted means of a set of studies at a given variance between studies.
namespace SmileNotebooks;

/// <summary>An inverse-variance mean.</summary>
/// <param name="Value">The mean.</param>
/// <param name="TotalWeight">The sum of weights: the inverse of its variance.</param>
/// <param name="Q">The weighted sum of squared deviations from it.</param>
internal readonly record struct WeightedMean(double Value, double TotalWeight, double Q);

/// <summary>Effects and sampling variances.</summary>
internal sealed class StudySet(double[] effects, double[] variances)
{
    public double[] Effects { get; } = effects;

    public double[] Variances { get; } = variances;

    public int Count => Effects.Length;

    /// <summary>The sampling variance of a typical study (Higgins and Thompson, 2002, equation 9); infinite for a single study.</summary>
    public double TypicalVariance
    {
        get
        {
            // (sum of w)^2 - sum of w^2 is twice the sum over pairs of studies: added up so, nothing cancels where one study outweighs the others.
            // Weights are shares of the largest.
            double least = Variances.Min();
            double sum = 0;
            double pairs = 0;
            foreach (double variance in Variances)
            {
                double weight = least / variance;
                pairs += weight * sum;
                sum += weight;
            }

            return Count > 1 ? (Count - 1) * sum / (2 * pairs) * least : double.PositiveInfinity;
        }
    }

    /// <summary>The mean where studies' true effects have variance <paramref name="tau2"/>.</summary>
    public WeightedMean Mean(double tau2)
    {
        double total = 0;
        double sum = 0;
        // Deviations from one of the effects: no cancellation where all lie far from 0.
        double origin = Effects[0];
        for (int i = 0; i < Effects.Length; i++)
        {
            double weight = 1 / (Variances[i] + tau2);
            total += weight;
            sum += weight * (Effects[i] - origin);
        }

        double shift = sum / total;
        double q = 0;
        for (int i = 0; i < Effects.Length; i++)
        {
            double deviation = Effects[i] - origin - shift;
            q += deviation * deviation / (Variances[i] + tau2);
        }

        return new WeightedMean(origin + shift, total, q);
    }

    /// <summary>The same studies but one.</summary>
    public StudySet Without(int study) =>
        new([.. Effects.Where((_, i) => i != study)], [.. Variances.Where((_, i) => i != study)]);
}
