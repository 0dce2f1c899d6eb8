namespace SmileNotebooks.Tests.Faces;

/// <summary>What the landmarks of this library are compared with: see also <see cref="ReferenceFaces"/>.</summary>
internal static class Golden
{
    public static Picture Astronaut() => Picture.Load(Repository.PathOf("data-samples", "photos", "astronaut.png"));

    /// <summary>Mean and largest distance in the picture plane.</summary>
    public static (double Mean, double Max) Distance(IReadOnlyList<Point3> found, IReadOnlyList<Point3> expected)
    {
        Assert.Equal(expected.Count, found.Count);
        double[] distances = [.. found.Zip(expected, (a, b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)))];
        return (distances.Average(), distances.Max());
    }
}
