namespace SmileNotebooks.Tests.Faces;

public class FaceTopologyTests
{
    [Fact]
    public void Every_contour_has_a_name_of_its_own_and_points_of_the_mesh()
    {
        Assert.Distinct(FaceTopology.Contours.Select(contour => contour.Name));
        Assert.All(FaceTopology.Contours, contour =>
        {
            Assert.Distinct(contour.Points);
            Assert.All(contour.Points, point => Assert.InRange(point, 0, FaceTopology.PointCount - 1));
        });
    }

    [Theory]
    [InlineData("right eye", "left eye")]
    [InlineData("right eyebrow", "left eyebrow")]
    public void Left_and_right_contours_mirror_each_other_on_the_canonical_face(string right, string left)
    {
        float[] a = [.. FaceTopology.Contour(right).Points.Select(point => -CanonicalFace.Default.Vertices[point].X).Order()];
        float[] b = [.. FaceTopology.Contour(left).Points.Select(point => CanonicalFace.Default.Vertices[point].X).Order()];

        Assert.Equal(a.Length, b.Length);
        Assert.All(a.Zip(b), pair => Assert.Equal(pair.First, pair.Second, 0.05));
        Assert.True(b.Average() > 0, "The subject's left is at positive x of the canonical face.");
    }

    [Fact]
    public void Edges_are_those_of_the_triangles_each_once()
    {
        Assert.NotEmpty(FaceTopology.Triangles);
        Assert.Equal(FaceTopology.Edges.Distinct().Order(), FaceTopology.Edges);
        Assert.All(FaceTopology.Edges, edge => Assert.InRange(edge.A, 0, edge.B - 1));
        Assert.Equal(FaceTopology.SurfacePointCount, FaceTopology.Edges.SelectMany(edge => (int[])[edge.A, edge.B]).Distinct().Count());
        Assert.Contains((FaceTopology.Triangles[0].A, FaceTopology.Triangles[0].B) is var (x, y) && x < y ? (x, y) : (y, x), FaceTopology.Edges);
    }

    [Theory]
    [InlineData(61, "right mouth corner")]
    [InlineData(468, "right iris centre")]
    [InlineData(17, "lower lip bottom")]
    [InlineData(84, "outer lips")]
    [InlineData(205, "surface")]
    public void Points_are_called_by_their_name_or_their_contour(int point, string name) => Assert.Equal(name, FaceTopology.NameOf(point));

    [Fact]
    public void An_unknown_contour_is_an_error_that_lists_the_known()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => FaceTopology.Contour("ear"));

        Assert.Contains("'ear'", error.Message);
        Assert.Contains("right eyebrow", error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(478)]
    public void A_point_outside_the_mesh_is_refused(int point) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FaceTopology.NameOf(point));
}
