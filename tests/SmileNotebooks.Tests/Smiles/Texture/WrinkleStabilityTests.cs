// What the light, the camera and the file must not change, over all faces at hand. The tolerances stand in docs/methods.md.
namespace SmileNotebooks.Tests;

public class WrinkleStabilityTests(ITestOutputHelper output)
{
    [Fact]
    public void Twenty_percent_of_size_change_little() => AssertSteady("size", 0.9, 1.8, [face => face.Resized(0.8), face => face.Resized(1.2)]);

    [Fact]
    public void A_face_four_times_as_large_measures_the_same() => AssertSteady("4 x", 0.7, 1.8, [face => face.Resized(4)]);

    [Fact]
    public void Gain_and_gradient_of_the_light_change_little() => AssertSteady("light", 0.35, 0.7,
        [face => face.Lit((light, _) => 0.6 * light), face => face.Lit((light, x) => light * (0.5 + (0.5 * x))), face => face.Lit((light, x) => light * (1 - (0.5 * x)))]);

    [Fact]
    public void Gamma_changes_contrasts_and_so_the_measure_a_little() => AssertSteady("gamma", 1.3, 1.8,
        [face => face.Lit((light, _) => Math.Pow(light, 1.25)), face => face.Lit((light, _) => Math.Pow(light, 0.8))]);

    [Theory]
    [InlineData(60, 1.4, 2.8)]
    [InlineData(75, 1.0, 2.2)]
    [InlineData(95, 0.5, 1.0)]
    public void Compression_changes_little(int quality, double ninetieth, double largest) =>
        AssertSteady($"JPEG {quality}", ninetieth, largest, [face => face.Compressed(quality)]);

    [Fact]
    public void Mild_blur_takes_less_than_two_decibels() => AssertSteady("blur 0.5", 1.5, 2.3, [face => face.Blurred(0.5)]);

    [Fact]
    public void Strong_blur_is_withheld_and_mostly_nothing_sharp_is()
    {
        (string Name, Face Face)[] faces = [.. WrinkleFaces.All()];
        bool IsBlurred(Face face) => Wrinkles.Measure(face).CrowsFeetRight.Problem == WrinkleProblem.Blurred;

        int sharp = faces.Count(one => IsBlurred(one.Face)), strong = faces.Count(one => IsBlurred(one.Face.Blurred(2.5)));

        output.WriteLine($"withheld as blurred: {sharp} of {faces.Length} as they are, {strong} after a blur of 2.5 pixels");
        Assert.Equal(0, sharp);
        Assert.InRange(strong, (int)(0.9 * faces.Length), faces.Length);
    }

    [Fact]
    public void Turning_the_picture_in_its_plane_changes_little() => AssertSteady("turned", 1.4, 2.8,
        [face => face.TurnedInPlane(15), face => face.TurnedInPlane(-15)]);

    [Fact]
    public void Mirror_swaps_the_sides()
    {
        foreach ((string name, Face face) in WrinkleFaces.All())
        {
            Wrinkles one = Wrinkles.Measure(face), other = Wrinkles.Measure(face.MirroredPicture());
            Wrinkle[] a = one.Regions(), b = other.Regions();
            for (int i = 0; i < a.Length; i++)
            {
                Wrinkle swapped = b[i ^ 1];
                Assert.True(a[i].Problem == swapped.Problem && Math.Abs((a[i].Value ?? 0) - (swapped.Value ?? 0)) < 0.02, $"{name}, region {i}: {a[i]} and {swapped}");
            }
        }
    }

    /// <summary>Regions measurable before and after; changes in decibels.</summary>
    private void AssertSteady(string what, double ninetieth, double largest, Func<Face, Face>[] changes)
    {
        List<double> differences = [];
        int withheld = 0;
        foreach ((_, Face face) in WrinkleFaces.All())
        {
            Wrinkle[] before = Wrinkles.Measure(face).Regions();
            foreach (Func<Face, Face> change in changes)
            {
                Wrinkle[] after = Wrinkles.Measure(change(face)).Regions();
                for (int i = 0; i < before.Length; i++)
                {
                    if (before[i].Value is { } a && after[i].Value is { } b)
                    {
                        differences.Add(b - a);
                    }
                    else if (before[i].Value is not null)
                    {
                        withheld++;
                    }
                }
            }
        }

        Spread spread = Spread.Of(differences, largest);
        double mean = differences.Average();
        output.WriteLine(FormattableString.Invariant(
            $"{what}: {differences.Count} regions, mean {mean:+0.00;-0.00}, |change| median {spread.Median:0.00}, 90 % {spread.Ninetieth:0.00}, largest {spread.Largest:0.00} dB; {withheld} no longer measurable"));
        Assert.True(differences.Count > 100 * changes.Length, $"{differences.Count} regions");
        Assert.InRange(spread.Ninetieth, 0, ninetieth);
        Assert.InRange(spread.Largest, 0, largest);
        Assert.InRange(withheld, 0, (differences.Count + withheld) / 10);
    }
}
