// The fit that docs/methods.md describes, so that its constants can be found again and judged on faces they were not found on.
namespace SmileNotebooks.Tests;

/// <summary>Both corners of the mouth on a frontal mesh, and the official smile.</summary>
internal sealed record CornerOfMouth(double Reach, double Height, double OfficialSmile)
{
    public static CornerOfMouth Of(Portrait portrait)
    {
        FrontalMesh mesh = FrontalMesh.Of(portrait.Face.MeasuredLandmarks.AsSpan());
        FaceSide left = new(mesh, isLeft: true), right = new(mesh, isLeft: false);
        return new CornerOfMouth(
            (FaceMeasures.CornerReach(left) + FaceMeasures.CornerReach(right)) / 2,
            (FaceMeasures.CornerHeight(left) + FaceMeasures.CornerHeight(right)) / 2,
            portrait.OfficialSmile);
    }

    public double Pull(double weight) => Reach + (weight * Height);
}

/// <summary>Constants of AU12: the weight of height beside reach, the pull at rest, and the displacement for intensity 5.</summary>
internal sealed record CornerPullFit(double Weight, double Neutral, double Full)
{
    /// <summary>Takes the weight of 0, .1 ... 1 whose pull orders the portraits best.</summary>
    public static CornerPullFit To(IReadOnlyList<CornerOfMouth> corners)
    {
        double[] official = [.. corners.Select(corner => corner.OfficialSmile)];
        double weight = Enumerable.Range(0, 11).Select(tenths => tenths / 10.0)
            .MaxBy(weight => Agreement.Spearman([.. corners.Select(corner => corner.Pull(weight))], official));
        return To(corners, weight);
    }

    /// <summary>The neutral is the median without smile; the scale is least squares through it.</summary>
    public static CornerPullFit To(IReadOnlyList<CornerOfMouth> corners, double weight)
    {
        double neutral = Agreement.Median(corners.Where(corner => corner.OfficialSmile < 0.1).Select(corner => corner.Pull(weight)));
        double products = corners.Sum(corner => (corner.Pull(weight) - neutral) * corner.OfficialSmile);
        double squares = corners.Sum(corner => Math.Pow(corner.Pull(weight) - neutral, 2));
        return new CornerPullFit(weight, neutral, squares / products);
    }

    public double Intensity(CornerOfMouth corner) => Math.Clamp(5 * (corner.Pull(Weight) - Neutral) / Full, 0, 5);

    public override string ToString() => $"weight {Weight:0.0}, neutral {Neutral:0.000}, full {Full:0.000}";
}
