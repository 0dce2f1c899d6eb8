using Microsoft.Data.Analysis;
using SmileNotebooks;
using SmileNotebooks.DataFrames;

namespace Bridges.Tests.DataFrames;

public sealed class FrameErrorTests
{
    [Fact]
    public void A_participant_that_was_loaded_as_a_number_is_refused_with_its_place()
    {
        DataFrame frame = Trials();
        frame.Columns["participant"] = new SingleDataFrameColumn("participant", [9f, 10f]);

        Refused(() => frame.ToTrialTable(), "a data frame of trials, row 0, column participant: the number 9", "leading zeros");
    }

    [Theory]
    [InlineData("trial", 1.5, "row 0, column trial: 1.5", "a whole number")]
    [InlineData("trial", 1e10, "row 0, column trial: 10000000000", "a whole number of the type Int32")]
    [InlineData("value", double.PositiveInfinity, "row 0, column value", "a finite number")]
    public void A_number_that_is_none_of_the_table_is_refused(string column, double number, string found, string expected)
    {
        DataFrame frame = Trials();
        frame.Columns[column] = new DoubleDataFrameColumn(column, [number, 2]);

        Refused(() => frame.ToTrialTable(), found, expected);
    }

    [Fact]
    public void Whole_numbers_may_come_in_columns_of_other_numbers_as_far_as_those_have_them()
    {
        DataFrame frame = Trials();
        frame.Columns["trial"] = new SingleDataFrameColumn("trial", [1f, 2f]);
        frame.Columns["position"] = new Int64DataFrameColumn("position", [1L, 2L]);
        Assert.Equal(2, frame.ToTrialTable()[1].Number);

        // 16777216 in single precision may have been 16777217.
        frame.Columns["trial"] = new SingleDataFrameColumn("trial", [1f, 33554432f]);
        Refused(() => frame.ToTrialTable(), "row 1, column trial: 33554432", "a whole number");
    }

    [Fact]
    public void A_missing_column_and_a_missing_cell_are_named()
    {
        DataFrame frame = Trials();
        frame.Columns["muscle"][1] = null;
        Refused(() => frame.ToTrialTable(), "row 1, column muscle: nothing", "words");

        frame.Columns.Remove("muscle");
        Refused(() => frame.ToTrialTable(), "column muscle: no such column among participant", "at least participant");
    }

    [Fact]
    public void Rows_that_disagree_on_the_whole_are_refused()
    {
        DataFrame frame = Trials();
        frame.Columns["measure"][1] = "percent";
        Refused(() => frame.ToTrialTable(), "row 1, column measure: \"percent\"", "\"log ratio\", as in row 0");

        frame = Trials();
        frame.Columns["condition_order"][1] = 2;
        Refused(() => frame.ToTrialTable(), "row 1, column condition_order: 2 for Happy", "1, as in the rows above");
    }

    [Fact]
    public void A_kind_that_is_none_is_refused()
    {
        DataFrame frame = new TrialTable { Trials = [], Measure = "m", Conditions = [], Exclusions = [new("1", null, null, "far")] }.ToDataFrame();
        frame.Columns["exclusion_kind"][0] = "baseline";

        Refused(() => frame.ToTrialTable(), "row 0, column exclusion_kind: \"baseline\"", "Baseline");
    }

    [Fact]
    public void Columns_of_one_name_are_refused_before_they_are_made()
    {
        FeatureTable table = new() { Features = ["label"], Rows = [new([1])], Source = "s" };

        Refused(() => table.ToDataFrame(), "column label: two columns of that name", "each name once");
    }

    [Fact]
    public void Times_that_go_back_are_refused()
    {
        DataFrame frame = SimulatedSmiles.Series().ToDataFrame();
        frame.Columns["timestamp"][3] = 0.0;

        Refused(() => frame.ToFaceSeries(), "row 3, column timestamp: 0 s", "more than the");
    }

    [Fact]
    public void An_interval_has_both_limits()
    {
        DataFrame frame = PublishedStudies.Load(Repository.PathOf("data-samples", "published")).ToDataFrame();
        int row = Enumerable.Range(0, (int)frame.Rows.Count).First(at => frame["upper"][at] is not null);
        frame.Columns["upper"][row] = null;

        Refused(() => frame.ToPublishedResults(), $"row {row}, column upper: nothing", "a number");
    }

    [Fact]
    public void Ties_of_nobody_and_people_missing_in_a_wave_are_refused()
    {
        NetworkPanelFrames frames = new NetworkPanel([new("a", ""), new("b", "")], [new(0, 1)], ["1", "2"], [1, 2, 3, 4]).ToDataFrames();
        Refused(() => (frames with { People = frames.People.Head(3) }).ToNetworkPanel(), "no row of b in wave 2", "each person in each wave");

        frames.Ties.Columns["alter"][0] = "c";
        Refused(() => frames.ToNetworkPanel(), "row 0, column alter: \"c\"", "somebody");
    }

    [Fact]
    public void A_dyad_of_unequal_people_is_refused()
    {
        Dyad dyad = new() { Name = "1", FirstPerson = "A", SecondPerson = "B", SamplingRate = 10, First = [1, 2], Second = [3, 4] };
        DataFrame frame = new DyadSet(dyad).ToDataFrame();

        Refused(() => frame.Head(3).ToDyadSet(), "2 samples of A, 1 samples of B in dyad 1", "as many samples");
        frame.Columns["sample"][1] = 7;
        Refused(() => frame.ToDyadSet(), "row 1, column sample: 7", "1: all samples");
    }

    private static DataFrame Trials() =>
        new TrialTable { Trials = [new("09", "Happy", "m", 1, 1, .5), new("10", "Happy", "m", 1, 1, .25)], Measure = "log ratio", Conditions = ["Happy"] }.ToDataFrame();

    private static void Refused(Action action, string found, string expected)
    {
        TableException problem = Assert.Throws<TableException>(action);

        Assert.Contains(found, problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }
}
