// The specification curve: what is drawn of each specification.
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

public sealed class SpecificationCurveTests
{
    private static readonly Choice[] Choices =
    [
        Choice.Baselines(new(BaselineMethod.LogRatio, -2, 0), new(BaselineMethod.Percent, -2, 0), new(BaselineMethod.Difference, -2, 0)),
        Choice.Windows((1, 3), (2, 4)),
        Choice.Rejections(null, new RejectionOptions { BaselineDeviations = 2 }),
    ];

    [Fact]
    public void Each_specification_is_one_point_and_one_mark_in_the_row_of_each_of_its_options()
    {
        Figure figure = Result(24, 1).Curve();
        Scatter[] traces = [.. figure.Data.Cast<Scatter>()];
        Scatter[] points = [.. traces.Where(trace => trace.YAxis is null)], marks = [.. traces.Where(trace => trace.YAxis == "y2")];

        Assert.Equal(12, points.Sum(trace => trace.X!.Count));
        Assert.Equal(36, marks.Sum(trace => trace.X!.Count));
        Assert.Equal(12, points.Sum(trace => trace.ErrorY!.Array!.Count));
        Assert.All(points, trace => Assert.Equal(trace.X!.Count, trace.Text!.Count));

        // Three choices with a heading each, and seven options.
        Assert.Equal(10, figure.Layout.YAxis2!.TickText!.Count);
        Assert.InRange(figure.ToJson().Length, 2_000, 40_000);
        Assert.DoesNotContain("NaN", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_that_data_are_simulated_whatever_subtitle_it_has()
    {
        MultiverseResult result = Result(8, 2);

        Assert.Contains("simulated from published", result.Curve().ToJson(), StringComparison.Ordinal);
        Assert.Contains("simulated from published", result.Curve(new() { Subtitle = "own words" }).ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("simulated", (result with { Simulated = null }).Curve().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_the_user_are_text_and_no_markup()
    {
        MultiverseResult result = new Multiverse(new EmgPipeline(), Choice.Of("<b>bins</b>", ("<i>a</i>", pipeline => pipeline), ("b", pipeline => pipeline with { WindowTo = 3 })))
            .Run(new MimicryExperiment { Participants = 8 }.BinnedEpochs("zygomaticus"), "Happy", "Neutral", new() { Permutations = 9 });

        string json = result.Curve().ToJson();

        Assert.DoesNotContain("<i>a", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>bins", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u003ci\\u003ea", json, StringComparison.Ordinal);
    }

    private static MultiverseResult Result(int participants, ulong seed) =>
        new Multiverse(new EmgPipeline(), Choices).Run(new MimicryExperiment { Participants = participants, Seed = seed }.BinnedEpochs("zygomaticus"), "Happy", "Neutral", new() { Permutations = 99 });
}
