// Against a plain implementation in Python: tests/oracles/smiles/one-euro.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Tests;

public sealed class OneEuroFilterTests
{
    private static readonly JsonNode s_expected = JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "oracles", "smiles", "one-euro", "expected.json")))!;
    private static readonly double[] s_times = [.. s_expected["times"]!.AsArray().Select(value => value!.GetValue<double>())];
    private static readonly double[] s_values = [.. s_expected["values"]!.AsArray().Select(value => value!.GetValue<double>())];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Filters_as_the_published_algorithm_at_uneven_times(int number)
    {
        JsonNode one = s_expected["cases"]![number]!;
        OneEuroFilter filter = new(2, new OneEuroOptions
        {
            MinimumCutoff = one["minimumCutoff"]!.GetValue<double>(),
            SpeedCoefficient = one["speedCoefficient"]!.GetValue<double>(),
            DerivativeCutoff = one["derivativeCutoff"]!.GetValue<double>(),
        });

        for (int i = 0; i < s_times.Length; i++)
        {
            // The second value shows that values do not mix.
            double[] values = [s_values[i], 5];
            filter.Apply(s_times[i], values, one["scale"]!.GetValue<double>());
            Assert.Equal(one["filtered"]![i]!.GetValue<double>(), values[0], 1e-10);
            Assert.Equal(5, values[1], 1e-12);
        }
    }

    [Fact]
    public void Goes_on_where_another_filter_stood()
    {
        OneEuroFilter whole = new(1, new());
        OneEuroFilter first = new(1, new());
        OneEuroFilter second = new(1, new());
        for (int i = 0; i < s_times.Length; i++)
        {
            double[] a = [s_values[i]];
            double[] b = [s_values[i]];
            whole.Apply(s_times[i], a, 1);
            if (i == 60)
            {
                second.Restore(first.Save());
            }

            (i < 60 ? first : second).Apply(s_times[i], b, 1);
            Assert.Equal(a, b);
        }
    }

    [Fact]
    public void A_face_that_was_lost_begins_anew_where_it_is_found()
    {
        LandmarkSmoothing smoothing = new(new OneEuroOptions());
        Assert.Equal(100, Smoothed(smoothing, frame: 0, x: 100));
        Assert.InRange(Smoothed(smoothing, frame: 1, x: 200), 100.001, 199.999);
        smoothing.EndFrame(2);
        Assert.Equal(300, Smoothed(smoothing, frame: 3, x: 300));
    }

    private static float Smoothed(LandmarkSmoothing smoothing, int frame, float x)
    {
        Point3[] points = [.. Enumerable.Range(0, FaceTopology.PointCount).Select(i => new Point3(x + i, i, 0))];
        TrackedFace face = new(1, points, 1, new RotatedRectangle(0, 0, 1, 1, 0));
        smoothing.Apply(frame, frame / 25.0, face);
        smoothing.EndFrame(frame);
        return points[0].X;
    }
}
