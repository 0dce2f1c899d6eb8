namespace SmileNotebooks.Tests.Faces;

public sealed class IbugLandmarksTests
{
    private static readonly CanonicalFace s_face = CanonicalFace.Default;

    [Fact]
    public void There_are_68_points_of_the_surface_each_once()
    {
        Assert.Equal(IbugLandmarks.Count, IbugLandmarks.Points.Length);
        Assert.Equal(IbugLandmarks.Count, IbugLandmarks.Points.Distinct().Count());
        Assert.All(IbugLandmarks.Points, point => Assert.InRange(point, 0, FaceTopology.SurfacePointCount - 1));
    }

    [Fact]
    public void The_table_is_as_symmetric_as_iBUGs()
    {
        // Each of the 68 and its counterpart on the other side, by iBUG's numbering.
        int[] mirror =
        [
            .. Enumerable.Range(0, 17).Reverse(), .. Enumerable.Range(17, 10).Reverse(), 27, 28, 29, 30, 35, 34, 33, 32, 31,
            45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40, 54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55, 64, 63, 62, 61, 60, 67, 66, 65,
        ];
        for (int i = 0; i < IbugLandmarks.Count; i++)
        {
            Assert.Equal(IbugLandmarks.Points[mirror[i]], s_face.Mirror[IbugLandmarks.Points[i]]);
        }
    }

    [Theory]
    [InlineData("right mouth corner", 48)]
    [InlineData("left mouth corner", 54)]
    [InlineData("right eye outer corner", 36)]
    [InlineData("right eye inner corner", 39)]
    [InlineData("left eye inner corner", 42)]
    [InlineData("left eye outer corner", 45)]
    [InlineData("right eyebrow outer end", 17)]
    [InlineData("right eyebrow inner end", 21)]
    [InlineData("left eyebrow inner end", 22)]
    [InlineData("left eyebrow outer end", 26)]
    [InlineData("nose tip", 30)]
    [InlineData("nose base", 33)]
    [InlineData("nose root", 27)]
    [InlineData("chin", 8)]
    [InlineData("right temple", 0)]
    [InlineData("left temple", 16)]
    [InlineData("upper lip top", 51)]
    [InlineData("upper lip inner edge", 62)]
    [InlineData("lower lip inner edge", 66)]
    [InlineData("lower lip bottom", 57)]
    public void Named_points_have_iBUGs_numbers(string name, int number) =>
        Assert.Equal(FaceTopology.NamedPoints[name], IbugLandmarks.Points[number]);

    /// <summary>The points between two named ones are those of the contour that are nearest to evenly spaced.</summary>
    [Theory]
    [InlineData(new[] { 127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152 }, 0, 8)]
    [InlineData(new[] { 70, 63, 105, 66, 107 }, 17, 21)]
    [InlineData(new[] { 168, 6, 197, 195, 5, 4 }, 27, 30)]
    [InlineData(new[] { 33, 246, 161, 160, 159, 158, 157, 173, 133 }, 36, 39)]
    [InlineData(new[] { 61, 185, 40, 39, 37, 0 }, 48, 51)]
    [InlineData(new[] { 78, 191, 80, 81, 82, 13 }, 60, 62)]
    public void Points_between_are_spaced_as_evenly_as_the_contour_allows(int[] contour, int from, int until)
    {
        double[] along = new double[contour.Length];
        for (int i = 1; i < contour.Length; i++)
        {
            along[i] = along[i - 1] + Distance(contour[i - 1], contour[i]);
        }

        int[] chosen = [.. Enumerable.Range(from, until - from + 1).Select(number => IbugLandmarks.Points[number])];
        double found = Unevenness([.. chosen.Select(point => Array.IndexOf(contour, point))]);
        Assert.Equal(Least(1, [0]), found, 1e-12);

        double Unevenness(int[] places) => places.Select((place, i) => Math.Pow((along[place] / along[^1]) - ((double)i / (places.Length - 1)), 2)).Sum();

        // Every choice of as many points in order, the ends kept.
        double Least(int next, int[] places)
        {
            int missing = chosen.Length - 1 - places.Length;
            return missing == 0
                ? Unevenness([.. places, contour.Length - 1])
                : Enumerable.Range(next, contour.Length - 1 - next).Where(place => contour.Length - 1 - place >= missing).Select(place => Least(place + 1, [.. places, place])).DefaultIfEmpty(double.PositiveInfinity).Min();
        }
    }

    [Fact]
    public void The_sides_are_OpenFaces_the_first_points_lie_on_the_viewers_left()
    {
        Face face = ReferenceFaces.Astronaut();
        float X(int number) => face.Landmarks[IbugLandmarks.Points[number]].X;

        Assert.True(X(0) < X(8) && X(8) < X(16));
        Assert.True(X(36) < X(39) && X(39) < X(42) && X(42) < X(45));
        Assert.True(X(48) < X(51) && X(51) < X(54));
    }

    private static double Distance(int a, int b)
    {
        (Point3 p, Point3 q) = (s_face.Vertices[a], s_face.Vertices[b]);
        return Math.Sqrt(Math.Pow(p.X - q.X, 2) + Math.Pow(p.Y - q.Y, 2) + Math.Pow(p.Z - q.Z, 2));
    }
}
