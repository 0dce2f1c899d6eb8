namespace SmileNotebooks;

/// <summary>How <see cref="FaceLandmarker"/> looks for faces.</summary>
public sealed record FaceLandmarkerOptions
{
    /// <summary>Which models find the landmarks. Default: <see cref="FaceModel.FaceMesh"/>.</summary>
    public FaceModel Model { get; init; } = FaceModel.FaceMesh;

    /// <summary>Whether to measure the 52 blendshapes where a <c>face_landmarker.task</c> bundle is present, at about 5 ms
    /// a face. Default: true.</summary>
    public bool Blendshapes { get; init; } = true;

    /// <summary>The folder that holds <c>face_landmarker.task</c>. Default: <see cref="FaceModelFolder.Default"/>.</summary>
    public string? ModelFolder { get; init; }

    /// <summary>How sure the detector must be, 0 to 1. Default: 0.5, as in MediaPipe.</summary>
    public double MinimumDetectionScore { get; init; } = 0.5;

    /// <summary>How sure the landmark model must be that it sees a face, 0 to 1. Default: 0.5, as in MediaPipe.</summary>
    public double MinimumConfidence { get; init; } = 0.5;

    /// <summary>How small a face may be, as a fraction of the picture's longer side, 0.01 to 1. Default: 1/32. The whole picture is
    /// looked at first, which finds faces down to 1/8 (all that MediaPipe looks for); only while none is found, its halves and
    /// then its quarters are, at 0.6 ms a look.</summary>
    public double SmallestFace { get; init; } = 1.0 / 32;

    /// <summary>Whether <see cref="FaceLandmarker.Detect"/> looks at each face sixteen times more, in crops that differ a little and in
    /// the mirror, for <see cref="Face.SteadyLandmarks"/>, from which action units are then measured. They change several times less when
    /// the picture is turned or mirrored (docs/validation.md), for about 24 ms a face: worth it for still pictures. Default: false, one
    /// look, as MediaPipe. <see cref="Face.Landmarks"/> are those of the first look in either case. Does not apply to
    /// <see cref="FaceLandmarker.Track(int)"/>.</summary>
    public bool Steady { get; init; }

    /// <summary>How many faces to measure in a picture, the most certain first. Default: all.</summary>
    public int MaximumFaces { get; init; } = int.MaxValue;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumFaces, 1);
        if (!(SmallestFace is >= 0.01 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(SmallestFace), SmallestFace, $"{nameof(SmallestFace)} is a number from 0.01 to 1.");
        }

        ValidateFraction(MinimumDetectionScore, nameof(MinimumDetectionScore));
        ValidateFraction(MinimumConfidence, nameof(MinimumConfidence));
    }

    private static void ValidateFraction(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is a number from 0 to 1.");
        }
    }
}
