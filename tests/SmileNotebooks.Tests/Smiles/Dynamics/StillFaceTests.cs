using SmileNotebooks.Tests.Faces;

namespace SmileNotebooks.Tests.Smiles;

/// <summary>How still the lip corners of a still face are, and that it does not smile.</summary>
public sealed class StillFaceTests(ITestOutputHelper output)
{
    private const int Frames = 60;

    // The tracker settles on its face within these.
    private const int Settling = 12;

    [Theory]
    [InlineData(0, 0.006)]
    [InlineData(4, 0.006)]
    public void Lip_corners_of_a_still_face_move_about_as_much_as_the_noise_that_the_measures_are_tested_with(double greyLevels, double most)
    {
        Picture photo = Golden.Astronaut();
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false });
        using FaceTracker tracker = faces.Track();
        RandomStream random = new(5);
        List<double[]> corners = [];
        for (int frame = 0; frame < Frames; frame++)
        {
            Face face = Assert.Single(tracker.Update(Noisy(photo, greyLevels, ref random)));
            FrontalMesh mesh = FrontalMesh.Of(face.MeasuredLandmarks.AsSpan());
            if (frame >= Settling)
            {
                corners.Add([mesh.At(61).X, mesh.At(61).Y, mesh.At(61).Z, mesh.At(291).X, mesh.At(291).Y, mesh.At(291).Z]);
            }
        }

        double width = Math.Abs(corners[0][3] - corners[0][0]);
        double[] spreads = [.. Enumerable.Range(0, 6).Select(column => Spread(corners.Select(corner => corner[column] / width)))];
        output.WriteLine($"noise of {greyLevels} grey levels: standard deviations {string.Join(", ", spreads.Select(spread => spread.ToString("0.00000", System.Globalization.CultureInfo.InvariantCulture)))} lip widths");

        Assert.All([spreads[0], spreads[1], spreads[3], spreads[4]], spread => Assert.InRange(spread, 0, most));
    }

    private static Picture Noisy(Picture photo, double greyLevels, ref RandomStream random)
    {
        byte[] pixels = photo.Pixels.ToArray();
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Clamp(Math.Round(pixels[i] + (greyLevels * random.NextGaussian())), 0, 255);
        }

        return new Picture(photo.Width, photo.Height, pixels);
    }

    private static double Spread(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1));
    }
}
