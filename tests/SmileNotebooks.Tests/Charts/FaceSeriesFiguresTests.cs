using System.Collections.Immutable;
using System.Text.Json;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

public class FaceSeriesFiguresTests
{
    [Fact]
    public void Lanes_show_action_units_lips_and_head_and_say_that_data_are_simulated()
    {
        using JsonDocument json = JsonDocument.Parse(SimulatedSmiles.Series(new SimulatedMovement { Amplitude = .15 }).Plot().ToJson());
        JsonElement[] traces = [.. json.RootElement.GetProperty("data").EnumerateArray()];
        Assert.Equal(
            ["AU12", "AU6", "lips", "turn right", "nod down", "tilt"],
            traces.Select(trace => trace.GetProperty("name").GetString()));
        Assert.Equal(.15, traces[2].GetProperty("y").EnumerateArray().Max(value => value.GetDouble()), 1e-6);
        Assert.Contains("simulated from chosen parameters, seed 1", json.RootElement.GetProperty("layout").GetProperty("title").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_are_shaded_and_what_is_missing_is_left_out()
    {
        FaceSeries whole = SimulatedSmiles.Series(new SimulatedMovement { FrameRate = 10 });
        FaceSeries gaps = whole with
        {
            Columns = whole.Columns.Remove(FaceColumns.LipCornerLeftX).Remove(FaceColumns.Yaw).ToImmutableSortedDictionary(
                column => column.Key, column => column.Value.Select((value, i) => i is >= 5 and < 9 ? double.NaN : value).ToImmutableArray(), StringComparer.Ordinal),
            Remarks = ["4 of 45 frames without this face"],
        };
        Figure figure = gaps.Plot();
        Assert.Single(figure.Layout.Shapes!);
        Assert.Equal(4, figure.Data.Length);
        Assert.Contains("1 gap", figure.Description, StringComparison.Ordinal);
        string text = figure.ToJson();
        Assert.Contains("4 of 45 frames without this face", text, StringComparison.Ordinal);
        Assert.Contains("shaded: face not found", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lip amplitude", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_without_frames_or_measures_has_a_chart_too()
    {
        FaceSeries whole = SimulatedSmiles.Series();
        Assert.Equal("No frame.", whole.Between(-2, -1).Plot().Description);
        Assert.Empty((whole with { Columns = ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty }).Plot().Data);
        FaceSeries nothing = whole with
        {
            Columns = whole.Columns.ToImmutableSortedDictionary(column => column.Key, column => column.Value.Select(_ => double.NaN).ToImmutableArray(), StringComparer.Ordinal),
        };
        Assert.Contains("nothing measured", nothing.Plot().Description, StringComparison.Ordinal);
    }
}
