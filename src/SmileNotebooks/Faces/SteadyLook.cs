// Landmarks that depend less on how a face happens to lie in the picture.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Looks at one face several times, in slightly different crops and in the mirror, and averages where the landmarks are.
/// The accidents of one crop weigh less, and a mirrored picture gives very nearly the mirrored landmarks. Not thread-safe: one a worker.</summary>
/// <param name="model">What finds the landmarks.</param>
internal sealed class SteadyLook(LandmarkModel model)
{
    private const double Turn = 10 * Math.PI / 180;

    /// <summary>After one, 3 of 60 mirrored portraits differed by more than .1 in AU12; after three, none.</summary>
    private const int PlacingRounds = 3;

    // Each turn has its opposite: else the crops of a mirrored picture would not be those of the picture, mirrored.
    private static readonly ImmutableArray<(double Turn, double Scale)> s_crops = [(0, 1), (-Turn, 0.9), (Turn, 0.9), (-Turn, 1.1), (Turn, 1.1)];

    private readonly Point3[] _look = new Point3[FaceTopology.PointCount];
    private readonly Point3[] _mean = new Point3[FaceTopology.PointCount];
    private readonly Vector3d[] _sums = new Vector3d[FaceTopology.PointCount];

    /// <summary>The mean of ten looks at crops that six looks have placed.</summary>
    /// <param name="picture">Where the face is.</param>
    /// <param name="landmarks">What the first look found.</param>
    public ImmutableArray<Point3> From(Picture picture, ReadOnlySpan<Point3> landmarks)
    {
        landmarks.CopyTo(_mean);

        // The detector placed the first crop; without these rounds its accidents would stay.
        for (int round = 0; round < PlacingRounds; round++)
        {
            Average(picture, s_crops.AsSpan()[..1]);
        }

        Average(picture, s_crops.AsSpan());
        return [.. _mean];
    }

    /// <summary>Replaces the mean by that of looks at crops around it.</summary>
    private void Average(Picture picture, ReadOnlySpan<(double Turn, double Scale)> crops)
    {
        RotatedRectangle region = FaceRegion.Of(_mean);
        Array.Clear(_sums);
        foreach ((double turn, double scale) in crops)
        {
            AddBoth(picture, region with { Width = region.Width * scale, Height = region.Height * scale, Rotation = region.Rotation + turn });
        }

        double share = 0.5 / crops.Length;
        for (int i = 0; i < _mean.Length; i++)
        {
            Vector3d point = share * _sums[i];
            _mean[i] = new Point3((float)point.X, (float)point.Y, (float)point.Z);
        }
    }

    private void AddBoth(Picture picture, in RotatedRectangle crop)
    {
        model.Measure(picture, crop, _look);
        for (int i = 0; i < _look.Length; i++)
        {
            _sums[i] += new Vector3d(_look[i].X, _look[i].Y, _look[i].Z);
        }

        model.MeasureMirrored(picture, crop, _look);
        ImmutableArray<int> opposite = CanonicalFace.Default.Mirror;
        for (int i = 0; i < _look.Length; i++)
        {
            Point3 p = _look[opposite[i]];
            _sums[i] += new Vector3d(p.X, p.Y, p.Z);
        }
    }
}
