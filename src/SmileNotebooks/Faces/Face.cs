using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A face found in a picture. Two are equal if all that was measured is equal and both come from the same <see cref="Picture"/> object.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed record Face
{
    private readonly ValueSequence<Point3> _landmarks;
    private readonly ValueSequence<Point3>? _steadyLandmarks;

    /// <summary>The 478 points of the mesh in pixels, in MediaPipe's order: 468 of the surface, then the subject's
    /// right iris (468-472) and left iris (473-477). See <see cref="FaceTopology"/> for names.</summary>
    public required ImmutableArray<Point3> Landmarks
    {
        get => _landmarks.Items;
        init => _landmarks = new ValueSequence<Point3>(value);
    }

    /// <summary>The same points as the mean of ten looks at crops that differ a little and at their mirror images: what action units
    /// are measured from, for these points stay where they are when the picture is turned or mirrored. Null where the face was
    /// looked at once: see <see cref="FaceLandmarkerOptions.Steady"/>.</summary>
    public ImmutableArray<Point3>? SteadyLandmarks
    {
        get => _steadyLandmarks?.Items;
        init => _steadyLandmarks = value is { } points ? new ValueSequence<Point3>(points) : null;
    }

    /// <summary>The points that measures are taken from: the steady ones where there are any.</summary>
    internal ImmutableArray<Point3> MeasuredLandmarks => SteadyLandmarks ?? Landmarks;

    /// <summary>The smallest upright rectangle around the landmarks.</summary>
    public required FaceBox Box { get; init; }

    /// <summary>How sure the landmark model is that it sees a face, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where the head points.</summary>
    public required HeadPose Pose { get; init; }

    /// <summary>The 52 blendshapes; null unless a <c>face_landmarker.task</c> bundle is in use.</summary>
    public Blendshapes? Blendshapes { get; init; }

    /// <summary>Which face of a video this is: the same number from frame to frame; null in a single picture.</summary>
    public int? Track { get; init; }

    /// <summary>The picture that the face was found in; null where only landmarks are known.</summary>
    public Picture? Picture { get; init; }
}
