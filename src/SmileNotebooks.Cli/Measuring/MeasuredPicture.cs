using System.Collections.Immutable;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>What was measured in a picture.</summary>
internal sealed record MeasuredPicture(PictureFile File, Picture Picture, ImmutableArray<MeasuredFace> Faces)
{
    public static MeasuredPicture Measure(PictureFile file, FaceLandmarker faces)
    {
        Picture picture = Picture.Load(file.Path);
        return new MeasuredPicture(file, picture, [.. faces.Detect(picture).Select(MeasuredFace.Measure)]);
    }
}

/// <summary>What was measured of a face.</summary>
internal sealed record MeasuredFace(Face Face, ActionUnits ActionUnits, Smile Smile)
{
    public static MeasuredFace Measure(Face face) => new(face, ActionUnits.Measure(face), Smile.Measure(face));
}
