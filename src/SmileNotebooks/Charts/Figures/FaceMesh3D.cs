using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws a face in space. Plotly turns scenes about its z, so z is up: (x, y, z) of the plot are x, depth and
/// minus y of the landmarks.</summary>
internal static class FaceMesh3D
{
    /// <summary>How far lines stand before the surface that they lie on, as a part of the face's width.</summary>
    private const double Lift = 0.012;

    /// <summary>The surface closes the eyes with flat triangles before the irises.</summary>
    private const double IrisLift = 0.06;

    /// <summary>Before the face, above it, a little to the viewer's left.</summary>
    private static readonly Vector LightPosition = new(-30000, -90000, 50000);

    private static readonly Axis Hidden = new() { Visible = false };

    public static Figure Make(Face face)
    {
        return new([Surface(face), .. DrawnRegion.All.Select(region => Region(face, region))])
        {
            Layout = new()
            {
                Height = 520,
                Margin = new() { L = 0, R = 0, T = 8, B = 8 },
                Legend = new() { Orientation = "h", X = 0.5, XAnchor = "center", Y = 0, YAnchor = "top" },
                Scene = new()
                {
                    XAxis = Hidden,
                    YAxis = Hidden,
                    ZAxis = Hidden,
                    AspectMode = "data",
                    DragMode = "turntable",
                    Camera = new() { Eye = new(0, -1.7, 0), Up = new(0, 0, 1), Center = new(0, 0, 0) },
                },
            },
            Description = "A face of 478 points in space, seen from the front. Depth is the landmark model's guess.",
        };
    }

    private static Mesh3d Surface(Face face) => new()
    {
        Name = "surface",
        X = [.. face.Landmarks.Select(point => (Value)FaceFigures.Round(point.X))],
        Y = [.. face.Landmarks.Select(point => (Value)FaceFigures.Round(point.Z))],
        Z = [.. face.Landmarks.Select(point => (Value)FaceFigures.Round(-point.Y))],
        I = [.. FaceTopology.Triangles.Select(triangle => (Value)triangle.A)],
        J = [.. FaceTopology.Triangles.Select(triangle => (Value)triangle.B)],
        K = [.. FaceTopology.Triangles.Select(triangle => (Value)triangle.C)],
        Color = "#9fb3c4",
        Lighting = new() { Ambient = 0.6, Diffuse = 0.6, Specular = 0.12, Roughness = 0.8 },
        LightPosition = LightPosition,
        Text = [.. face.Landmarks.Select((_, point) => (Value)FaceFigures.NameOf(point))],
        HoverTemplate = "%{text}<extra></extra>",
    };

    private static Scatter3d Region(Face face, DrawnRegion region)
    {
        double lift = (region.Name == DrawnRegion.Irises ? IrisLift : Lift) * face.Box.Width;
        (double X, double Y, double Z)[] line = [.. region.Line(face)];
        return new()
        {
            Name = region.Name,
            Mode = Mode.Lines,
            HoverInfo = "skip",
            Line = new() { Color = region.OnPaper, Width = 4 },
            X = [.. line.Select(point => (Value)FaceFigures.Round(point.X))],
            Y = [.. line.Select(point => (Value)FaceFigures.Round(point.Z - lift))],
            Z = [.. line.Select(point => (Value)FaceFigures.Round(-point.Y))],
        };
    }
}
