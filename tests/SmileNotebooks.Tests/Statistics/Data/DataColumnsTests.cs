namespace SmileNotebooks.Tests.Statistics.Data;

public sealed class DataColumnsTests
{
    private enum Emotion
    {
        Neutral,
        Happy = -1,
        Angry = 7,
    }

    private sealed record Trial(string? Subject, Emotion Emotion, bool Seen, int Order, double? Value, DateTime When);

    private static readonly Trial[] Trials =
    [
        new("b", Emotion.Angry, true, 1, 1.5, default),
        new("a", Emotion.Neutral, false, 2, null, default),
        new(null, Emotion.Happy, true, 3, -2, default),
    ];

    [Fact]
    public void Records_become_columns_of_numbers_and_labels()
    {
        DataColumns data = DataColumns.From(Trials);
        Assert.Equal(["Subject", "Emotion", "Seen", "Order", "Value"], data.Names);
        Assert.Equal(["a", "b"], data.Factor("Subject").Levels);
        Assert.Equal([1, 0, Factor.Missing], data.Factor("Subject").Codes);
        Assert.Equal(["Neutral", "Happy", "Angry"], data.Factor("Emotion").Levels);
        Assert.Equal(["False", "True"], data.Factor("Seen").Levels);
        Assert.Equal([1.5, double.NaN, -2], data.Numeric("Value").ToArray());
        Assert.Equal([1, 2, 3], data.Numeric("Order").ToArray());
    }

    [Fact]
    public void Numbers_as_factor_have_their_distinct_values_as_levels_in_numeric_order()
    {
        Factor factor = DataColumns.Empty.With("s", [10, 2, double.NaN, 10]).Factor("s");
        Assert.Equal(["2", "10"], factor.Levels);
        Assert.Equal([1, 0, Factor.Missing, 1], factor.Codes);
    }

    [Fact]
    public void Errors_name_the_column_and_those_that_there_are()
    {
        DataColumns data = DataColumns.Empty.With("x", [1.0, 2]).With("g", ["a", "b"]);
        Assert.Contains("no column 'y'; there are: x, g", Assert.Throws<ArgumentException>(() => data.Factor("y")).Message);
        Assert.Contains("'g' holds labels", Assert.Throws<ArgumentException>(() => data.Numeric("g").Length).Message);
        Assert.Contains("'z' has 3 rows; the table has 2", Assert.Throws<ArgumentException>(() => data.With("z", [1.0, 2, 3])).Message);
        Assert.Contains("Row 1: 'b' is none of the levels a", Assert.Throws<ArgumentException>(() => data.With("h", ["a", "b"], ["a"])).Message);
        Assert.Contains("'a' is given twice", Assert.Throws<ArgumentException>(() => data.With("h", ["a", "b"], ["a", "a"])).Message);
        Assert.Throws<ArgumentException>(() => DataColumns.From(new[] { new object() }));
    }

    [Fact]
    public void A_column_of_a_taken_name_replaces_it_in_its_place()
    {
        DataColumns data = DataColumns.Empty.With("x", [1.0, 2]).With("g", ["a", "b"]).With("x", ["p", "q"]);
        Assert.Equal(["x", "g"], data.Names);
        Assert.False(data.IsNumeric("x"));
    }

    [Fact]
    public void Crossing_joins_the_combinations_that_occur_and_keeps_missing_missing()
    {
        Factor a = Factor.From(["x", "y", "y", null]), b = Factor.From(["q", "p", "q", "p"], ["p", "q", "r"]);
        Factor crossed = Factor.Crossing(a, b);
        Assert.Equal(["x:q", "y:p", "y:q"], crossed.Levels);
        Assert.Equal([0, 1, 2, Factor.Missing], crossed.Codes);
    }

    [Theory]
    [InlineData(MissingValues.DropListwise, new[] { 1 }, new string[0], 5)]
    [InlineData(MissingValues.DropParticipants, new[] { 0, 1 }, new[] { "s1" }, 4)]
    public void What_is_dropped_is_said(MissingValues missing, int[] rows, string[] participants, int left)
    {
        DataColumns data = DataColumns.Empty.With("y", [1, double.NaN, 3, 4, 5, 6]).With("s", ["s1", "s1", "s2", "s2", "s3", "s3"]);
        ModelFrame frame = ModelFrame.From(Formula.Parse("y ~ 1 + (1 | s)"), data, missing);
        Assert.Equal(rows, frame.Dropped.Rows);
        Assert.Equal(participants, frame.Dropped.Participants);
        Assert.Equal(left, frame.Data.RowCount);
        Assert.Equal(left, frame.Response().Length);
    }

    [Fact]
    public void A_missing_value_is_an_error_that_names_row_variable_and_value_unless_a_policy_is_chosen()
    {
        DataColumns data = DataColumns.Empty.With("y", [1, double.PositiveInfinity]).With("s", ["a", null]);
        Assert.Contains("Row 1: 'y' is Infinity", Assert.Throws<ArgumentException>(() => ModelFrame.From(Formula.Parse("y ~ 1"), data)).Message);
        Assert.Contains("Row 1: 's' is missing", Assert.Throws<ArgumentException>(() => ModelFrame.From(Formula.Parse("1 ~ (1 | s)"), data)).Message);
        DataColumns none = DataColumns.Empty.With("y", [double.NaN]);
        Assert.Contains("No complete row", Assert.Throws<ArgumentException>(() => ModelFrame.From(Formula.Parse("y ~ 1"), none, MissingValues.DropListwise)).Message);
    }

    [Fact]
    public void Dropped_rows_read_well()
    {
        Assert.Equal("no row dropped", DroppedRows.None.ToString());
        Assert.Equal("1 row dropped (3)", new DroppedRows([3], []).ToString());
        Assert.Equal("2 rows dropped (3, 17); participant dropped: s04", new DroppedRows([3, 17], ["s04"]).ToString());
        Assert.Equal("12 rows dropped (0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more)", new DroppedRows([.. Enumerable.Range(0, 12)], []).ToString());
    }
}
