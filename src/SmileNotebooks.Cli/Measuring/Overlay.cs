namespace SmileNotebooks.Cli.Measuring;

/// <summary>A picture with what was measured drawn over it.</summary>
internal static class Overlay
{
    /// <summary>Lines and letters need so many pixels to be read.</summary>
    private const int LeastSide = 1024;

    public static Picture Draw(MeasuredPicture measured)
    {
        Picture picture = measured.Picture;
        double scale = Math.Max(1, (double)LeastSide / Math.Max(picture.Width, picture.Height));
        int width = (int)Math.Round(picture.Width * scale);
        int height = (int)Math.Round(picture.Height * scale);
        FaceOverlayOptions options = new() { Labels = [.. measured.Faces.Select(Label)] };
        string svg = FaceOverlaySvg.Render(width, height, [.. measured.Faces.Select(face => Scaled(face.Face, scale))], options);
        return (scale > 1 ? picture.Resize(width, height) : picture).WithSvgOverlay(svg);
    }

    private static string Label(MeasuredFace face) =>
        face.Smile.Type == SmileType.None
            ? $"smile {face.Smile.Score:0}"
            : $"smile {face.Smile.Score:0} ({face.Smile.Type.ToLabel()})";

    private static Face Scaled(Face face, double scale) => face with
    {
        Landmarks = [.. face.Landmarks.Select(point => new Point3((float)(point.X * scale), (float)(point.Y * scale), (float)(point.Z * scale)))],
        Box = new FaceBox(face.Box.X * scale, face.Box.Y * scale, face.Box.Width * scale, face.Box.Height * scale),
    };
}
