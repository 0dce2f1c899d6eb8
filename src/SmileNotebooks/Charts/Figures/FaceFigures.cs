// Faces as figures: over their photo and in space.
using System.Globalization;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of faces.</summary>
public static class FaceFigures
{
    /// <summary>The face over its photo: mesh, regions, points with their names, box. A face without a picture is drawn
    /// on an empty page.</summary>
    /// <param name="face">A face.</param>
    /// <returns>A figure in the pixels of the photo, near the face: zoom out for the rest. Regions can be switched off in
    /// the legend.</returns>
    public static Figure Overlay(this Face face) => FaceOverlay.Make(face.Picture, [face], Near(face));

    /// <summary>Faces over their whole photo.</summary>
    /// <param name="picture">The photo that the faces were found in.</param>
    /// <param name="faces">The faces; none is fine: the photo alone.</param>
    /// <returns>A figure in the pixels of the photo.</returns>
    public static Figure Overlay(Picture picture, params IReadOnlyList<Face> faces) => 
        FaceOverlay.Make(picture, faces, new(0, 0, picture.Width, picture.Height));

    /// <summary>The face in space, seen from the front, all axes in pixels of the picture. The depth is what the landmark
    /// model guesses from one picture; it is not measured.</summary>
    /// <param name="face">A face.</param>
    /// <returns>A figure that can be turned.</returns>
    public static Figure Mesh3D(this Face face) => FaceMesh3D.Make(face);

    /// <summary>The face with half its size of the photo around it; without a photo there is less to see.</summary>
    private static FaceBox Near(Face face)
    {
        double left = face.Landmarks.Min(point => point.X);
        double right = face.Landmarks.Max(point => point.X);
        double top = face.Landmarks.Min(point => point.Y);
        double bottom = face.Landmarks.Max(point => point.Y);
        double room = (face.Picture is null ? 0.08 : 0.5) * Math.Max(Math.Max(right - left, bottom - top), 1);
        (left, right, top, bottom) = (left - room, right + room, top - room, bottom + room);
        if (face.Picture is Picture picture)
        {
            left = Math.Clamp(left, 0, picture.Width - 1);
            right = Math.Clamp(right, left + 1, picture.Width);
            top = Math.Clamp(top, 0, picture.Height - 1);
            bottom = Math.Clamp(bottom, top + 1, picture.Height);
        }

        return new(left, top, right - left, bottom - top);
    }

    /// <summary>What a landmark is called beside the mouse, such as <c>61 right mouth corner</c>.</summary>
    internal static string NameOf(int point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point} {FaceTopology.NameOf(point)}");

    /// <summary>Hundredths of a pixel: finer than the landmarks are.</summary>
    internal static double Round(double pixels) => Math.Round(pixels, 2);
}
