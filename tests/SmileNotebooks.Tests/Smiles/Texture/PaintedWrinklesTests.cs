// The known truth: folds painted on photos.
namespace SmileNotebooks.Tests;

public class PaintedWrinklesTests(ITestOutputHelper output)
{
    private static readonly double[] s_depths = [0, 0.1, 0.2, 0.3, 0.4];

    [Fact]
    public void Deeper_folds_measure_higher_and_only_on_their_own_side()
    {
        List<double[]> feet = [], lids = [], folds = [];
        double spill = 0;
        foreach ((_, Face face) in WrinkleFaces.All())
        {
            foreach (bool left in new[] { true, false })
            {
                Wrinkles[] feetOnly = [.. s_depths.Select(d => Wrinkles.Measure(face.Painted(left ? new() { CrowsFeetLeft = d } : new() { CrowsFeetRight = d })))];
                Wrinkles[] lidsOnly = [.. s_depths.Select(d => Wrinkles.Measure(face.Painted(left ? new() { LowerLidLeft = d } : new() { LowerLidRight = d })))];
                Wrinkles[] foldsOnly = [.. s_depths.Select(d => Wrinkles.Measure(face.Painted(left ? new() { NasolabialLeft = d } : new() { NasolabialRight = d })))];
                Collect(feet, feetOnly.Select(w => left ? w.CrowsFeetLeft : w.CrowsFeetRight));
                Collect(lids, lidsOnly.Select(w => left ? w.LowerLidLeft : w.LowerLidRight));
                Collect(folds, foldsOnly.Select(w => left ? w.NasolabialLeft : w.NasolabialRight));
                spill = Math.Max(spill, Spill(feetOnly, w => left ? w.CrowsFeetRight : w.CrowsFeetLeft));
                spill = Math.Max(spill, Spill(lidsOnly, w => left ? w.LowerLidRight : w.LowerLidLeft));
                spill = Math.Max(spill, Spill(foldsOnly, w => left ? w.NasolabialRight : w.NasolabialLeft));
            }
        }

        output.WriteLine(FormattableString.Invariant($"other side: at most {spill:0.00} dB"));
        Assert.InRange(spill, 0, 0.3);
        AssertRises("crow's feet", feet, least: 2.5);
        AssertRises("lower lids", lids, least: 1.5);
        AssertRises("naso-labial folds", folds, least: 1);
    }

    [Fact]
    public void Against_the_own_neutral_face_a_depth_reads_alike_on_different_people()
    {
        List<double> rises = [];
        foreach ((_, Face face) in WrinkleFaces.All())
        {
            Wrinkles rest = Wrinkles.Measure(face);
            Wrinkles painted = Wrinkles.Measure(face.Painted(new() { CrowsFeetRight = 0.3, CrowsFeetLeft = 0.3 }), new WrinkleOptions { Neutral = rest });
            Assert.True(painted.IsAboveNeutral);
            foreach ((Wrinkle now, Wrinkle before) in painted.Regions().Zip(rest.Regions()))
            {
                Assert.Equal(now.AboveSkin - before.AboveSkin, now.Value);
            }

            if (!double.IsNaN(painted.CrowsFeet))
            {
                rises.Add(painted.CrowsFeet);
            }
        }

        rises.Sort();
        output.WriteLine(FormattableString.Invariant(
            $"{rises.Count} faces: rise {rises[0]:0.0} to {rises[^1]:0.0}, median {rises[rises.Count / 2]:0.0}, 10 % {rises[rises.Count / 10]:0.0} dB"));
        Assert.True(rises[rises.Count / 10] > 0.5, $"{rises[rises.Count / 10]}");
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.2)]
    public void Painted_depth_reads_alike_at_another_size(double scale)
    {
        Face face = WrinkleFaces.Astronaut().Painted(new() { CrowsFeetRight = 0.4, LowerLidLeft = 0.3, NasolabialRight = 0.3 });

        Wrinkle[] one = Wrinkles.Measure(face).Regions(), other = Wrinkles.Measure(face.Resized(scale)).Regions();

        Assert.All(one.Zip(other), pair => Assert.Equal(pair.First.Value!.Value, pair.Second.Value!.Value, 1.2));
    }

    [Fact]
    public void Painting_nothing_changes_no_pixel_and_bad_depths_are_refused()
    {
        Face face = WrinkleFaces.Astronaut();

        Assert.True(WrinklePainter.Paint(face, new()).Pixels.Span.SequenceEqual(face.Picture!.Pixels.Span));
        Assert.Contains("0 to 1, found 1.5", Assert.Throws<ArgumentException>(() => WrinklePainter.Paint(face, new() { CrowsFeetLeft = 1.5 })).Message, StringComparison.Ordinal);
        Assert.Contains("found NaN", Assert.Throws<ArgumentException>(() => WrinklePainter.Paint(face, new() { LowerLidLeft = double.NaN })).Message, StringComparison.Ordinal);
        Assert.Contains("found 0", Assert.Throws<ArgumentException>(() => WrinklePainter.Paint(face, new() { WidthMillimetres = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("none", Assert.Throws<ArgumentException>(() => WrinklePainter.Paint(face with { Picture = null }, new())).Message, StringComparison.Ordinal);
    }

    private static void Collect(List<double[]> to, IEnumerable<Wrinkle> wrinkles)
    {
        double[] values = [.. wrinkles.Select(wrinkle => wrinkle.ValueOrNaN)];
        if (values.All(double.IsFinite))
        {
            to.Add(values);
        }
    }

    /// <summary>How far the other side moves.</summary>
    private static double Spill(Wrinkles[] series, Func<Wrinkles, Wrinkle> other) =>
        series.Max(one => other(series[0]).Value is not { } first || other(one).Value is not { } value ? 0 : Math.Abs(value - first));

    /// <summary>A painted line may meet a fold of the face in opposite phase: single steps may fall a little, but the mean of the faces never.</summary>
    private void AssertRises(string what, List<double[]> series, double least)
    {
        double[] means = [.. Enumerable.Range(0, s_depths.Length).Select(i => series.Average(values => values[i]))];
        double share = series.Average(values => Enumerable.Range(1, s_depths.Length - 1).Count(i => values[i] > values[i - 1]) / (s_depths.Length - 1.0));
        double fall = series.Max(values => Enumerable.Range(1, s_depths.Length - 1).Max(i => values[i - 1] - values[i]));
        output.WriteLine(FormattableString.Invariant(
            $"{what}: {series.Count} sides, mean at depths {string.Join(", ", s_depths.Zip(means).Select(pair => $"{pair.First}: {pair.Second:0.0}"))} dB; {share:P0} of steps rise, largest fall {fall:0.00} dB"));
        Assert.True(series.Count > 50, $"{series.Count} sides");
        Assert.All(Enumerable.Range(1, s_depths.Length - 1), i => Assert.True(means[i] > means[i - 1], $"{what}: {means[i - 1]} then {means[i]}"));
        Assert.True(means[^1] - means[0] > least, $"{what}: rises {means[^1] - means[0]} dB");
        Assert.InRange(share, 0.85, 1);
        Assert.InRange(fall, double.NegativeInfinity, 1.0);
    }
}
