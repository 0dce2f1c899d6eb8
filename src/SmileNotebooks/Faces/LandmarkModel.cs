// From a region of a picture to the 478 points of the face in it.
namespace SmileNotebooks;

/// <summary>A landmark model with its crop. Not thread-safe: one a worker. Allocates nothing a call.</summary>
internal abstract class LandmarkModel(Network network, int inputSize, SamplingConvention sampling) : IDisposable
{
    protected Network Network { get; } = network;

    /// <summary>Finds the 478 points of the face in a region, in pixels of the picture.</summary>
    /// <returns>How sure the model is that there is a face, 0 to 1.</returns>
    public double Measure(Picture picture, in RotatedRectangle region, Span<Point3> landmarks) =>
        Measure(picture, region, region, landmarks);

    /// <summary>Shows the model the mirror image of a region. The points come back where they are in the picture, but in the model's
    /// order: what it takes for the right eye is the left.</summary>
    public void MeasureMirrored(Picture picture, in RotatedRectangle region, Span<Point3> landmarks)
    {
        // A crop of negative width runs from right to left.
        RotatedRectangle mirrored = region with { Width = -region.Width };

        // Where pixels have their values at their left edges, those of a mirrored picture lie one pixel further.
        RotatedRectangle crop = sampling == SamplingConvention.OpenCv ? mirrored with { CentreX = region.CentreX - 1 } : mirrored;
        Measure(picture, crop, mirrored, landmarks);
    }

    public void Dispose() => Network.Dispose();

    /// <summary>Reads the model's outputs in pixels of its input.</summary>
    /// <returns>The logit of a face's presence.</returns>
    protected abstract double Read(Span<Point3> landmarks);

    protected static void ReadPoints(ReadOnlySpan<float> xyz, Span<Point3> points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new Point3(xyz[3 * i], xyz[(3 * i) + 1], xyz[(3 * i) + 2]);
        }
    }

    private double Measure(Picture picture, in RotatedRectangle crop, in RotatedRectangle region, Span<Point3> landmarks)
    {
        RotatedCrop.Sample(picture, crop, inputSize, Network.Input, 1f / 255f, 0f, CropBorder.Replicate, sampling);
        Network.Run();
        double logit = Read(landmarks);
        ToPicture(landmarks, region);
        return 1 / (1 + Math.Exp(-logit));
    }

    private void ToPicture(Span<Point3> landmarks, in RotatedRectangle region)
    {
        double cosine = Math.Cos(region.Rotation);
        double sine = Math.Sin(region.Rotation);
        foreach (ref Point3 point in landmarks)
        {
            double x = ((point.X / inputSize) - 0.5) * region.Width;
            double y = ((point.Y / inputSize) - 0.5) * region.Height;
            point = new Point3(
                (float)((cosine * x) - (sine * y) + region.CentreX),
                (float)((sine * x) + (cosine * y) + region.CentreY),
                (float)(point.Z / inputSize * Math.Abs(region.Width)));
        }
    }
}

/// <summary>Face Mesh with attention: lips, eyes and irises refined. Comes with the library.</summary>
internal sealed class AttentionLandmarkModel(Network network)
    : LandmarkModel(network, 192, SamplingConvention.PixelCentres)
{
    private readonly float[] _mesh = network.Output("output_mesh_identity");
    private readonly float[] _presence = network.Output("conv_faceflag");
    private readonly float[] _lips = network.Output("output_lips");
    private readonly float[] _rightEye = network.Output("output_left_eye");
    private readonly float[] _leftEye = network.Output("output_right_eye");
    private readonly float[] _rightIris = network.Output("output_left_iris");
    private readonly float[] _leftIris = network.Output("output_right_iris");

    protected override double Read(Span<Point3> landmarks)
    {
        ReadPoints(_mesh, landmarks[..FaceTopology.SurfacePointCount]);

        // A refined point keeps the mesh's depth; an iris has the mean depth of its eye's contour.
        Refine(landmarks, AttentionMesh.Lips, _lips);
        Refine(landmarks, AttentionMesh.RightEye, _rightEye);
        Refine(landmarks, AttentionMesh.LeftEye, _leftEye);
        PlaceIris(landmarks, AttentionMesh.RightIris, _rightIris, AttentionMesh.RightEye);
        PlaceIris(landmarks, AttentionMesh.LeftIris, _leftIris, AttentionMesh.LeftEye);
        return _presence[0];
    }

    private static void Refine(Span<Point3> landmarks, ReadOnlySpan<int> points, ReadOnlySpan<float> xy)
    {
        for (int i = 0; i < points.Length; i++)
        {
            ref Point3 point = ref landmarks[points[i]];
            point = point with { X = xy[2 * i], Y = xy[(2 * i) + 1] };
        }
    }

    private static void PlaceIris(Span<Point3> landmarks, ReadOnlySpan<int> iris, ReadOnlySpan<float> xy, ReadOnlySpan<int> eye)
    {
        float depth = 0;
        foreach (int point in eye[..AttentionMesh.EyeContourLength])
        {
            depth += landmarks[point].Z / AttentionMesh.EyeContourLength;
        }

        for (int i = 0; i < iris.Length; i++)
        {
            landmarks[iris[i]] = new Point3(xy[2 * i], xy[(2 * i) + 1], depth);
        }
    }
}

/// <summary>The landmark model of a <c>face_landmarker.task</c> bundle: all 478 points at once.</summary>
internal sealed class BundleLandmarkModel(Network network)
    : LandmarkModel(network, 256, SamplingConvention.OpenCv)
{
    private readonly float[] _mesh = network.Output("Identity");
    private readonly float[] _presence = network.Output("Identity_1");

    protected override double Read(Span<Point3> landmarks)
    {
        ReadPoints(_mesh, landmarks[..FaceTopology.PointCount]);
        return _presence[0];
    }
}
