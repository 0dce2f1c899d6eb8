// Why a smile is not classified.
using System.Globalization;
using static System.FormattableString;

namespace SmileNotebooks;

internal static class EvidenceChecks
{
    /// <summary>All reasons; none where there is enough evidence.</summary>
    public static IEnumerable<string> Reasons(ModelCard card, IReadOnlyList<double> values, SmileEvidence? evidence, SmileClassificationOptions options)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (OfValue(card.Features[i], values[i], options.MostBeyondRange) is { } reason)
            {
                yield return reason;
            }
        }

        if (evidence is null)
        {
            yield break;
        }

        // A comparison with NaN, which is what is not known, is false.
        if (evidence.Turn > options.MostTurn)
        {
            yield return Invariant($"the face is turned by {evidence.Turn:0} degrees (at most {options.MostTurn:0.#})");
        }

        if (evidence.FaceWidth < options.LeastFaceWidth)
        {
            yield return Invariant($"the face is {evidence.FaceWidth:0} pixels wide (at least {options.LeastFaceWidth:0.#})");
        }

        if (evidence.EyeDistance < options.LeastEyeDistance)
        {
            yield return Invariant($"the outer corners of the eyes are {evidence.EyeDistance:0} pixels apart (at least {options.LeastEyeDistance:0.#})");
        }

        if (evidence.Confidence < options.LeastConfidence)
        {
            yield return Invariant($"a face is seen with a confidence of {evidence.Confidence:0.00} (at least {options.LeastConfidence:0.##}): it may be covered");
        }

        if (evidence.Duration < options.LeastDuration)
        {
            yield return Invariant($"the smile lasts {evidence.Duration:0.00} s (at least {options.LeastDuration:0.##})");
        }

        foreach (string problem in evidence.Problems)
        {
            yield return problem;
        }
    }

    private static string? OfValue(ModelFeature feature, double value, double mostBeyond)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? $"{feature.Name} is missing" : $"{feature.Name} is {value.ToString(CultureInfo.InvariantCulture)}";
        }

        double beyond = Math.Max(feature.Minimum - value, value - feature.Maximum);
        double spread = feature.StandardDeviation;
        if (!(beyond > mostBeyond * spread))
        {
            return null;
        }

        string far = spread > 0 ? Invariant($", {beyond / spread:0.0} standard deviations outside") : "";
        return Invariant($"{feature.Name} is {value:G4}{far} of what the model has learned from ({feature.Minimum:G4} to {feature.Maximum:G4})");
    }
}
