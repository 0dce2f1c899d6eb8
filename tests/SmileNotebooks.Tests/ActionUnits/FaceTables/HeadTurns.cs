using System.Numerics;

namespace SmileNotebooks.Tests.FaceTables;

/// <summary>The canonical face as 68 points, turned: what measures of a picture in two dimensions take for a movement of the lips.</summary>
internal static class HeadTurns
{
    /// <summary>Number of the 68 points, and the vertex of the canonical face that lies there.</summary>
    private static readonly (int Point, int Vertex)[] s_vertices =
    [
        (27, 168), (28, 197), (29, 5), (30, 4), (36, 33), (39, 133), (42, 362), (45, 263), (37, 160), (38, 158), (40, 153), (41, 144),
        (43, 385), (44, 387), (46, 373), (47, 380), (48, 61), (54, 291), (62, 13), (66, 14),
    ];

    /// <summary>By how much the amplitude of the lips, D of docs/methods.md, changes in lip widths when the head turns between two frames and nothing else moves.</summary>
    /// <param name="yaw">Degrees.</param>
    /// <param name="pitch">Degrees.</param>
    public static double LeftOver(double yaw, double pitch)
    {
        Dictionary<string, double[]> columns = LandmarkMeasures.Of([View(0, 0), View(yaw, pitch)]).ToDictionary(column => column.Name, column => column.Values);
        Complex Corner(string x, string y, int frame) => new(columns[x][frame], columns[y][frame]);
        Complex right = Corner(FaceColumns.LipCornerRightX, FaceColumns.LipCornerRightY, 0);
        Complex left = Corner(FaceColumns.LipCornerLeftX, FaceColumns.LipCornerLeftY, 0);
        Complex middle = (right + left) / 2;
        double Amplitude(int frame) =>
            ((middle - Corner(FaceColumns.LipCornerRightX, FaceColumns.LipCornerRightY, frame)).Magnitude
                + (middle - Corner(FaceColumns.LipCornerLeftX, FaceColumns.LipCornerLeftY, frame)).Magnitude) / (2 * (right - left).Magnitude);
        return Math.Abs(Amplitude(1) - Amplitude(0));
    }

    private static Complex[] View(double yaw, double pitch)
    {
        (double sinYaw, double cosYaw) = Math.SinCos(yaw * Math.PI / 180);
        (double sinPitch, double cosPitch) = Math.SinCos(pitch * Math.PI / 180);
        Complex[] points = new Complex[68];
        foreach ((int point, int vertex) in s_vertices)
        {
            Point3 at = CanonicalFace.Default.Vertices[vertex];
            double depth = (at.Z * cosYaw) - (at.X * sinYaw);
            points[point] = new Complex((at.X * cosYaw) + (at.Z * sinYaw), -((at.Y * cosPitch) - (depth * sinPitch)));
        }

        return points;
    }
}
