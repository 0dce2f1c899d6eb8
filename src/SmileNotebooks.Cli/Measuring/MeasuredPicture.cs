using System.Collections.Immutable;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>What was measured in a picture.</summary>
internal sealed record MeasuredPicture(PictureFile File, Picture Picture, ImmutableArray<MeasuredFace> Faces)
{
    public static MeasuredPicture Measure(PictureFile file, FaceLandmarker faces)
    {
        Picture picture = Picture.Load(file.Path);
        return new MeasuredPicture(file, picture, [.. faces.Detect(picture).Select(face => MeasuredFace.Measure(face))]);
    }
}
