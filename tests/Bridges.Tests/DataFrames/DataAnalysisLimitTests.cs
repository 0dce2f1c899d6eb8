// What docs/bridges/dataframes.md says of Microsoft.Data.Analysis holds of the version that is pinned: a limit that is gone fails here, and the page is to be changed.
using Microsoft.Data.Analysis;
using SmileNotebooks.DataFrames;

namespace Bridges.Tests.DataFrames;

public sealed class DataAnalysisLimitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-frames-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_loads_every_number_of_a_csv_in_single_precision_with_or_without_a_gap()
    {
        DataFrame frame = DataFrame.LoadCsv(Csv("participant,whole,gap,number\n09,16777217,1,0.1\n10,2,,0.2\n"));

        Assert.All(frame.Columns, column => Assert.Equal(typeof(float), column.DataType));
        Assert.Equal(16777216f, frame["whole"][0]);
        Assert.Equal(9f, frame["participant"][0]);
    }

    [Fact]
    public void It_groups_by_one_column_leaves_out_rows_without_a_key_and_takes_what_is_missing_for_0_in_a_mean()
    {
        DataFrame frame = new(new StringDataFrameColumn("key", ["a", "a", null]), new DoubleDataFrameColumn("value", [1.0, null, 3.0]));

        Assert.All(typeof(DataFrame).GetMethods().Where(method => method.Name == "GroupBy"), method => Assert.Single(method.GetParameters()));
        DataFrame means = frame.GroupBy("key").Mean("value");
        Assert.Equal(1, means.Rows.Count);
        Assert.Equal(.5, means["value"][0]);
    }

    [Fact]
    public void It_orders_by_one_column_and_mixes_up_rows_that_are_equal()
    {
        int[] places = [.. Enumerable.Range(0, 2000)];
        DataFrame frame = new(new Int32DataFrameColumn("key", places.Select(place => place % 3)), new Int32DataFrameColumn("place", places));

        DataFrame ordered = frame.OrderBy("key");

        Assert.All(typeof(DataFrame).GetMethods().Where(method => method.Name == "OrderBy"), method => Assert.Equal(typeof(string), method.GetParameters()[0].ParameterType));
        Assert.Contains(places.Skip(1), place => (int)ordered["key"][place] == (int)ordered["key"][place - 1] && (int)ordered["place"][place] < (int)ordered["place"][place - 1]);
    }

    [Fact]
    public void It_makes_no_arrow_of_words() =>
        Assert.Throws<NotImplementedException>(() => new DataFrame(new StringDataFrameColumn("name", ["a"])).ToArrowRecordBatches().ToList());

    [Fact]
    public void It_joins_by_the_place_of_rows_and_merges_by_a_key()
    {
        DataFrame left = new(new StringDataFrameColumn("key", ["a", "b"]), new Int32DataFrameColumn("left", [1, 2]));
        DataFrame right = new(new StringDataFrameColumn("key", ["b", "a"]), new Int32DataFrameColumn("right", [20, 10]));

        Assert.Equal([20, 10], left.Join(right)["right"].Cast<int>());
        Assert.Equal([10, 20], left.Merge(right, ["key"], ["key"])["right"].Cast<int>());
    }

    [Fact]
    public void A_csv_is_loaded_with_the_types_that_stand_in_it()
    {
        DataFrame frame = FrameFiles.LoadCsv(Csv("participant,whole,gap,big,seed,number,holds,words,nothing,code\n09,16777217,1,3000000000,18446744073709551615,0.1,true,\"a, \"\"b\"\"\",,7\n10,2,NA,-1,0,1e-7,,,,12345678901234567890123\n"), "code");

        Assert.Equal(
            [typeof(string), typeof(int), typeof(int), typeof(long), typeof(ulong), typeof(double), typeof(bool), typeof(string), typeof(string), typeof(string)],
            frame.Columns.Select(column => column.DataType));
        Assert.Equal("09", frame["participant"][0]);
        Assert.Equal(16777217, frame["whole"][0]);
        Assert.Null(frame["gap"][1]);
        Assert.Equal(ulong.MaxValue, frame["seed"][0]);
        Assert.Equal(1e-7, frame["number"][1]);
        Assert.Equal("a, \"b\"", frame["words"][0]);
        Assert.Null(frame["words"][1]);
        Assert.Equal("12345678901234567890123", frame["code"][1]);
    }

    [Fact]
    public void Digits_that_no_number_type_has_are_words()
    {
        DataFrame frame = FrameFiles.LoadCsv(Csv("id,sign,blank\n12345678901234567890123,+4, 4\n"));

        Assert.Equal(["12345678901234567890123", "+4", " 4"], frame.Columns.Select(column => column[0]));
    }

    [Theory]
    [InlineData("a;b\n1;2\n", "semicolons")]
    [InlineData("a,a\n1,2\n", "the column 'a' twice")]
    [InlineData("a,b\n1\n", "line 2: 1 field; expected 2")]
    [InlineData("", "an empty file")]
    public void A_csv_that_is_none_is_refused(string text, string said) =>
        Assert.Contains(said, Assert.Throws<SmileNotebooks.TableException>(() => FrameFiles.LoadCsv(Csv(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Our_table_of_trials_is_loaded_from_its_own_file_and_is_the_same_table()
    {
        SmileNotebooks.TrialTable trials = SmileNotebooks.MimicryExperiment.DuchenneSmiles().Trials();
        string path = Path.Combine(_folder, "trials.csv");
        trials.SaveCsv(path);

        Assert.Equal(trials, FrameFiles.LoadCsv(path, "participant", "group", "simulated", "exclusion", "exclusion_kind").ToTrialTable());
    }

    [Fact]
    public void Groups_of_several_columns_keep_what_has_no_key_and_leave_out_what_is_missing()
    {
        DataFrame frame = new(
            new StringDataFrameColumn("participant", ["09", "1", "09", "09", "09"]), new StringDataFrameColumn("condition", ["b", "b", "b", null, null]),
            new DoubleDataFrameColumn("value", [1.0, 2.0, null, null, null]), new Int32DataFrameColumn("trial", [1, 2, 4, 3, 5]));

        FrameGroups groups = frame.GroupByColumns("participant", "condition");
        DataFrame means = groups.Mean("value", "trial");

        Assert.Equal(3, groups.Count);
        Assert.Equal([2, 1, 2], groups.Frames.Select(group => (int)group.Rows.Count));
        Assert.Equal(["09", "1", "09"], means["participant"].Cast<string>());
        Assert.Equal(["b", "b", null], means["condition"].Cast<string?>());
        Assert.Equal([1.0, 2.0, null], means["value"].Cast<double?>());
        Assert.Equal([2.5, 2, 4], means["trial"].Cast<double>());
        Assert.Equal([2, 1, 2], groups.Counts()["count"].Cast<int>());
        Assert.Equal([4.0, 2, 5], groups.Aggregate("trial", "last", values => values.Max())["last"].Cast<double>());
    }

    [Fact]
    public void Rows_are_ordered_by_several_columns_and_stay_in_their_order_where_equal()
    {
        DataFrame frame = new(
            new StringDataFrameColumn("name", ["b", "Z", null, "b", "b"]), new DoubleDataFrameColumn("value", [1.0, 5, 9, 2, null]), new Int32DataFrameColumn("place", [0, 1, 2, 3, 4]));

        Assert.Equal([1, 3, 0, 4, 2], frame.OrderByColumns("name", OrderKey.Descending("value"))["place"].Cast<int>());
        Assert.Equal([0, 3, 4, 1, 2], frame.OrderByColumns(OrderKey.Descending("name"))["place"].Cast<int>());
        Assert.Equal(["name", "value", "place"], frame.OrderByColumns("value").Columns.Select(column => column.Name));
        Assert.Throws<SmileNotebooks.TableException>(() => frame.OrderByColumns("none"));
    }

    [Fact]
    public void Words_go_to_arrow_and_come_back()
    {
        string?[] words = ["a", null, "", "é雪, \"x\"", .. Enumerable.Range(0, 20).Select(i => i % 3 == 0 ? null : $"{i}")];
        DataFrame frame = new(new StringDataFrameColumn("words", words), new Int32DataFrameColumn("whole", words.Select((_, at) => at % 2 == 0 ? at : (int?)null)));

        DataFrame back = DataFrame.FromArrowRecordBatch(frame.ToArrow().Single());

        Assert.Equal(words, back["words"].Cast<string?>());
        Assert.Equal(frame["whole"].Cast<int?>(), back["whole"].Cast<int?>());
        Assert.Equal(0, new DataFrame(new StringDataFrameColumn("none", 0)).ToArrow().Sum(batch => batch.Length));
    }

    private string Csv(string text)
    {
        string path = Path.Combine(_folder, "table.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
