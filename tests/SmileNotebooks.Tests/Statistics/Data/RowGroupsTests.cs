// Groups of records: their order, and what is said about rows that are missing.
namespace SmileNotebooks.Tests.Statistics.Data;

public class RowGroupsTests
{
    private enum Face
    {
        Neutral,
        Happy,
        Angry,
    }

    private static readonly (Face Shown, double Value)[] Rows = [(Face.Happy, 3), (Face.Neutral, 1), (Face.Happy, 5), (Face.Neutral, 2), (Face.Happy, 4)];

    [Fact]
    public void Enums_go_as_declared_and_text_by_ordinal_value()
    {
        Assert.Equal("Neutral", TTest.Independent(Rows, row => row.Value, row => row.Shown).FirstName);
        Assert.Equal("Happy", TTest.Independent(Rows, row => row.Value, row => $"{row.Shown}").FirstName);
        Assert.Equal("Neutral", Tost.Independent(Rows, row => row.Value, row => row.Shown, -1, 1).Difference.FirstName);
        Assert.Equal("Neutral", MannWhitney.Test(Rows, row => row.Value, row => row.Shown).FirstName);
        Assert.Equal("Neutral", Proportion.Independent(Rows, row => row.Value > 2, row => row.Shown).FirstName);
        Assert.Equal(["Neutral", "Happy"], SmileNotebooks.Descriptives.ByGroup(Rows, row => row.Value, row => row.Shown).Groups.Select(group => group.Name));
        Assert.Equal(["B", "a"], SmileNotebooks.Descriptives.ByGroup(Rows, row => row.Value, row => row.Shown == Face.Happy ? "a" : "B").Groups.Select(group => group.Name));
        Assert.Equal("False", TTest.Independent(Rows, row => row.Value, row => row.Shown == Face.Happy).FirstName);
    }

    [Fact]
    public void An_error_at_a_missing_value_names_the_callers_row_and_not_one_of_the_group()
    {
        (Face Shown, double Value)[] rows = [.. Rows, (Face.Neutral, double.NaN)];

        Assert.StartsWith("Row 5: 'value' is NaN", Error(() => MannWhitney.Test(rows, row => row.Value, row => row.Shown)));
        Assert.StartsWith("Row 5: 'value' is NaN", Error(() => SmileNotebooks.Descriptives.ByGroup(rows, row => row.Value, row => row.Shown)));
        Assert.StartsWith("Row 5: 'value' is NaN", Error(() => TTest.Independent(rows, row => row.Value, row => row.Shown)));
    }

    [Fact]
    public void Dropped_rows_are_the_callers_and_stand_in_the_note()
    {
        (Face Shown, double Value)[] rows = [(Face.Happy, double.NaN), .. Rows, (Face.Neutral, double.NaN)];

        MannWhitneyResult test = MannWhitney.Test(rows, row => row.Value, row => row.Shown, new() { Missing = MissingValues.DropListwise });
        Assert.Equal([6], test.DroppedFirst.Rows);
        Assert.Equal([0], test.DroppedSecond.Rows);
        Assert.Contains("Missing in Neutral: 1 row dropped (6). Missing in Happy: 1 row dropped (0).", test.ToTable().Note);
        DescriptiveTable groups = SmileNotebooks.Descriptives.ByGroup(rows, row => row.Value, row => row.Shown, new() { Missing = MissingValues.DropListwise });
        Assert.Equal([6], groups["Neutral"].Dropped.Rows);
        Assert.Equal([0, 6], TTest.Independent(rows, row => row.Value, row => row.Shown, new() { Missing = MissingValues.DropListwise }).Dropped.Rows);
    }

    [Fact]
    public void Groups_that_are_not_two_or_are_missing_are_errors_that_say_what_was_found()
    {
        string?[] names = ["a", null, "b"];

        Assert.StartsWith("A t test compares two groups; found 3: Neutral, Happy, Angry.", Error(() => TTest.Independent([.. Rows, (Face.Angry, 1)], row => row.Item2, row => row.Item1)));
        Assert.StartsWith("A Mann-Whitney test compares two groups; found no rows.", Error(() => MannWhitney.Test(Array.Empty<string>(), row => 1, row => row)));
        Assert.StartsWith("Row 1 has no group", Error(() => Proportion.Independent(names, name => true, name => name)));
        Assert.StartsWith("Descriptives by group need at least one row", Error(() => SmileNotebooks.Descriptives.ByGroup(Array.Empty<string>(), row => 1, row => row)));
    }

    private static string Error(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
