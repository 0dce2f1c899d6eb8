using System.Text.Json.Nodes;
using System.Xml.Linq;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

public sealed class FaceFiguresTests
{
    private static readonly Picture Photo = SampleFace.GreyPicture(256, 200);

    [Fact]
    public void Points_are_named_by_number_and_region()
    {
        Scatter points = Assert.IsType<Scatter>(SampleFace.At(128, 100, Photo).Overlay().Data[^1]);

        Assert.Equal(478, points.X!.Count);
        Assert.Equal("61 right mouth corner", points.Text![61].ToString());
        Assert.Equal("468 right iris centre", points.Text![468].ToString());
    }

    [Fact]
    public void The_mesh_is_drawn_in_strokes_that_run_over_each_edge_once()
    {
        (int A, int B)[] drawn = [.. MeshStrokes.All.SelectMany(stroke => stroke.Zip(stroke.Skip(1))).Select(edge => (Math.Min(edge.First, edge.Second), Math.Max(edge.First, edge.Second)))];

        Assert.Equal(FaceTopology.Edges.Select(edge => (Math.Min(edge.A, edge.B), Math.Max(edge.A, edge.B))).Order(), drawn.Order());
        Assert.True(MeshStrokes.All.Sum(stroke => stroke.Length + 1) < 1.5 * drawn.Length, $"{MeshStrokes.All.Length} strokes");
    }

    [Fact]
    public void Points_of_several_faces_say_whose_they_are()
    {
        Scatter points = Assert.IsType<Scatter>(
            FaceFigures.Overlay(Photo, SampleFace.At(80, 100), SampleFace.At(180, 100)).Data[^1]);

        Assert.Equal(2 * 478, points.X!.Count);
        Assert.Equal("face 2: 61 right mouth corner", points.Text![478 + 61].ToString());
    }

    [Fact]
    public void The_whole_photo_is_seen_where_it_is_given_by_itself_and_rows_count_downwards()
    {
        Layout layout = FaceFigures.Overlay(Photo, SampleFace.At(128, 100)).Layout;

        Assert.Equal([0, 256], layout.XAxis!.Range!.Select(value => value.Number));
        Assert.Equal([200, 0], layout.YAxis!.Range!.Select(value => value.Number));
        LayoutImage image = Assert.Single(layout.Images!.Value);
        Assert.StartsWith("data:image/jpeg;base64,", image.Source, StringComparison.Ordinal);
        Assert.Equal((256, 200), (image.SizeX, image.SizeY));
    }

    [Fact]
    public void One_face_is_seen_near_and_never_beyond_its_photo()
    {
        Layout layout = SampleFace.At(10, 10, Photo).Overlay().Layout;

        Assert.All(layout.XAxis!.Range!, value => Assert.InRange(value.Number, 0, 256));
        Assert.All(layout.YAxis!.Range!, value => Assert.InRange(value.Number, 0, 200));
    }

    [Fact]
    public void Large_photos_are_scaled_down_in_the_figure_but_not_on_its_axes()
    {
        Layout layout = FaceFigures.Overlay(SampleFace.GreyPicture(3000, 1000)).Layout;

        LayoutImage image = Assert.Single(layout.Images!.Value);
        Picture inside = Picture.Decode(Convert.FromBase64String(image.Source["data:image/jpeg;base64,".Length..]));
        Assert.Equal((1024, 341), (inside.Width, inside.Height));
        Assert.Equal(3000, image.SizeX);
    }

    [Fact]
    public void A_photo_without_faces_is_shown_and_said_to_have_none()
    {
        Figure figure = FaceFigures.Overlay(Photo);

        Assert.NotNull(figure.Layout.Images);
        Assert.Equal("No face in a picture, 256 x 200 pixels.", figure.ToString());
    }

    [Fact]
    public void A_face_without_a_picture_is_drawn_without_one()
    {
        Figure figure = SampleFace.At(128, 100).Overlay();

        Assert.Null(figure.Layout.Images);
        Assert.StartsWith("One face without a picture.", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_mesh_in_space_has_the_nose_nearer_to_the_viewer_than_the_temples_and_the_forehead_up()
    {
        Mesh3d surface = Assert.IsType<Mesh3d>(SampleFace.At(128, 100).Mesh3D().Data[0]);

        // The viewer stands at negative y.
        Assert.True(surface.Y![4].Number < surface.Y[127].Number);
        Assert.True(surface.Z![10].Number > surface.Z[152].Number);
        Assert.Equal(FaceTopology.Triangles.Length, surface.I!.Count);
    }

    [Fact]
    public void Irises_are_drawn_round()
    {
        Scatter irises = Assert.IsType<Scatter>(Assert.Single(SampleFace.At(128, 100).Overlay().Data, trace => trace.Name == "irises"));

        double[] x = [.. irises.X!.Select(value => value.Number)];
        double[] y = [.. irises.Y!.Select(value => value.Number)];
        Assert.Equal(x[0], x[24]);
        Assert.True(double.IsNaN(x[25]));
        (double centreX, double centreY) = ((x[0] + x[12]) / 2, (y[0] + y[12]) / 2);
        Assert.All(Enumerable.Range(0, 25), i => Assert.Equal(6, double.Hypot(x[i] - centreX, y[i] - centreY), 0.02));
    }

    [Fact]
    public void A_face_shows_its_overlay_in_a_notebook()
    {
        using StringWriter json = new();
        Face face = SampleFace.At(128, 100, Photo);

        Assert.True(new ValueFormatter(MimeTypes.Plotly).Format(face, json));

        Assert.Equal(face.Overlay().Data.Length, JsonNode.Parse(json.ToString())!["data"]!.AsArray().Count);
    }

    [Fact]
    public void A_picture_shows_itself_with_its_size_in_words()
    {
        using StringWriter html = new();
        using StringWriter text = new();
        Picture picture = new(4, 2, new byte[24]) { Path = "folder/a\"b.png" };

        Assert.True(new ValueFormatter(MimeTypes.Html).Format(picture, html));
        Assert.True(new ValueFormatter(MimeTypes.Plain).Format(picture, text));
        Assert.False(new ValueFormatter(MimeTypes.Plotly).Format(picture, text));

        Assert.Contains("alt=\"a&quot;b.png, 4 x 2 pixels\"", html.ToString(), StringComparison.Ordinal);
        Assert.Equal("a\"b.png, 4 x 2 pixels", text.ToString());
    }

    [Fact]
    public void The_SVG_is_well_formed_and_as_large_as_the_picture()
    {
        XElement svg = XElement.Parse(FaceOverlaySvg.Render(256, 200, [SampleFace.At(128, 100)]));

        Assert.Equal("256", svg.Attribute("width")!.Value);
        Assert.Equal("0 0 256 200", svg.Attribute("viewBox")!.Value);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "text");
        Assert.Empty(XElement.Parse(FaceOverlaySvg.Render(1, 1, [])).Elements());
    }

    [Theory]
    [InlineData(128, 100)]
    [InlineData(-500, -500)]
    [InlineData(900, 900)]
    public void Labels_stay_in_the_picture_and_their_text_is_text(double x, double y)
    {
        string svg = FaceOverlaySvg.Render(256, 200, [SampleFace.At(x, y)], new() { Labels = ["smile <72> & more"] });

        XElement root = XElement.Parse(svg);
        XElement text = Assert.Single(root.Elements(), element => element.Name.LocalName == "text");
        Assert.Equal("smile <72> & more", text.Value);
        XElement ground = root.Elements().Last(element => element.Name.LocalName == "rect");
        Assert.InRange(Number(ground, "x"), 0, 256 - Number(ground, "width") + 0.01);
        Assert.InRange(Number(ground, "y"), 0, 200 - Number(ground, "height") + 0.01);
    }

    [Fact]
    public void Lines_of_the_SVG_grow_with_the_picture()
    {
        static double BoxLine(int side) =>
            Number(XElement.Parse(FaceOverlaySvg.Render(side, side, [SampleFace.At(128, 100)])).Elements().Last(), "stroke-width");

        Assert.Equal(4 * BoxLine(640), BoxLine(2560), 0.01);
    }

    [Fact]
    public void The_SVG_can_be_burnt_into_a_photo()
    {
        Picture burnt = Photo.WithSvgOverlay(FaceOverlaySvg.Render(256, 200, [SampleFace.At(128, 100)]));

        Assert.Equal((256, 200), (burnt.Width, burnt.Height));
        Assert.NotEqual(Photo.Pixels.ToArray(), burnt.Pixels.ToArray());
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
