// Input that no model can be fitted to is refused with its place and what was expected.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

public class MixedModelErrorTests
{
    private static readonly DataColumns Sleep = MixedModelOracle.Columns("sleepstudy", "Subject");

    private static DataColumns Small(params double[] response) =>
        DataColumns.Empty.With("y", response).With("x", response.Select((_, row) => (double)(row % 3)).ToArray())
            .With("g", response.Select((_, row) => $"g{row / 2}"));

    [Fact]
    public void A_formula_without_a_random_term_is_refused()
    {
        Assert.Contains("no random term", Refusal("Reaction ~ Days", Sleep), StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_response_is_refused()
    {
        Assert.Contains("'y' is 3 in each of 6 rows", Refusal("y ~ x + (1 | g)", Small(3, 3, 3, 3, 3, 3)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_that_the_fixed_effects_fit_exactly_is_refused()
    {
        Assert.Contains("exactly", Refusal("y ~ x + (1 | g)", Small(0, 1, 2, 0, 1, 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_grouping_factor_of_one_level_is_refused()
    {
        DataColumns rows = Small(1, 2, 4, 3, 5, 9).With("only", Enumerable.Repeat("a", 6));
        Assert.Contains("'only' has one level, 'a'", Refusal("y ~ x + (1 | only)", rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_for_each_row_is_refused()
    {
        DataColumns rows = Small(1, 2, 4, 3, 5, 9).With("row", Enumerable.Range(0, 6).Select(row => $"r{row}"));
        Assert.Contains("as many as the rows", Refusal("y ~ x + (1 | row)", rows), StringComparison.Ordinal);
    }

    [Fact]
    public void More_random_effects_than_rows_are_refused()
    {
        string message = Refusal("y ~ x + (x | g)", Small(1, 2, 4, 3, 5, 9));
        Assert.Contains("3 levels x 2 ((Intercept), x), 6 rows", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redundant_fixed_effect_is_refused_by_name()
    {
        DataColumns rows = Sleep.With("Hours", Sleep.Numeric("Days").ToArray().Select(day => 24 * day).ToArray());
        Assert.Contains("Column 'Hours' is a multiple of Days: its coefficient is not determined. Leave one of these terms out.", Refusal("Reaction ~ Days + Hours + (1 | Subject)", rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redundant_random_effect_is_refused_by_name()
    {
        Assert.Contains("'(Intercept)' of 'Subject' is not identifiable", Refusal("Reaction ~ Days + (1 | Subject) + (1 + Days | Subject)", Sleep), StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_that_is_fixed_and_random_is_refused()
    {
        Assert.Contains("'Subject' are in the fixed effects too", Refusal("Reaction ~ Days + Subject + (1 | Subject)", Sleep), StringComparison.Ordinal);
    }

    [Fact]
    public void Hundreds_of_random_effects_of_a_grouping_factor_are_refused()
    {
        const int Items = 150, Rows = 4 * Items;
        DataColumns rows = DataColumns.Empty.With("y", [.. Enumerable.Range(0, Rows).Select(row => Math.Sin(row))])
            .With("item", Enumerable.Range(0, Rows).Select(row => $"i{row % Items}")).With("g", Enumerable.Range(0, Rows).Select(row => $"g{row / (2 * Items)}"));
        Assert.Contains("'g' has 150 random effects; at most 100", Refusal("y ~ 1 + (item | g)", rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_random_term_without_an_effect_is_refused()
    {
        Assert.Contains("has no effect", Refusal("Reaction ~ Days + (0 | Subject)", Sleep), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_grouping_factors_that_divide_the_rows_alike_are_refused()
    {
        Factor subject = Sleep.Factor("Subject");
        DataColumns rows = Sleep.With("Person", Enumerable.Range(0, Sleep.RowCount).Select(row => $"person {subject.LabelOf(row)}"));
        Assert.Contains("divide the rows in the same way", Refusal("Reaction ~ Days + (1 | Subject) + (1 | Person)", rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_is_refused_with_its_row_unless_a_policy_is_chosen()
    {
        double[] reaction = Sleep.Numeric("Reaction").ToArray();
        reaction[17] = double.NaN;
        DataColumns rows = Sleep.With("Reaction", reaction);
        Assert.Contains("Row 17", Refusal("Reaction ~ Days + (1 | Subject)", rows), StringComparison.Ordinal);

        MixedModel listwise = MixedModel.Fit("Reaction ~ Days + (1 | Subject)", rows, new MixedModelOptions { Missing = MissingValues.DropListwise });
        Assert.Equal(179, listwise.RowCount);
        Assert.Equal([17], listwise.Dropped.Rows);
        Assert.Contains("1 row dropped (17)", listwise.Apa, StringComparison.Ordinal);

        MixedModel participants = MixedModel.Fit("Reaction ~ Days + (1 | Subject)", rows, new MixedModelOptions { Missing = MissingValues.DropParticipants });
        Assert.Equal(170, participants.RowCount);
        Assert.Equal(["309"], participants.Dropped.Participants);
    }

    [Fact]
    public void A_level_of_confidence_outside_its_range_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MixedModel.Fit("Reaction ~ Days + (1 | Subject)", Sleep, new MixedModelOptions { Level = 95 }));
    }

    [Fact]
    public void A_contrast_of_the_wrong_length_is_refused_with_the_names_of_the_effects()
    {
        MixedModel model = MixedModel.Fit("Reaction ~ Days + (1 | Subject)", Sleep);
        Assert.Contains("(Intercept), Days", Assert.Throws<ArgumentException>(() => model.Test([1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.Test([0, 0]));
        Assert.Throws<ArgumentException>(() => model.Test([0, double.NaN]));
    }

    [Fact]
    public void Models_of_different_rows_or_of_equal_size_cannot_be_compared()
    {
        MixedModel model = MixedModel.Fit("Reaction ~ Days + (1 | Subject)", Sleep);
        MixedModel fewer = MixedModel.Fit("Reaction ~ 1 + (1 | Subject)", Sleep.Rows([.. Enumerable.Range(0, 100)]));
        Assert.Contains("not of the same rows", Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Compare(model, fewer)).Message, StringComparison.Ordinal);
        Assert.Contains("4 parameters", Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Compare(model, model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_of_which_neither_contains_the_other_are_not_compared_where_the_larger_fits_worse()
    {
        DataColumns rows = Sleep.With("noise", Sleep.Numeric("Days").ToArray().Select((_, row) => Math.Sin(37.0 * row)).ToArray())
            .With("other", Sleep.Numeric("Days").ToArray().Select((_, row) => Math.Cos(53.0 * row)).ToArray());
        MixedModel days = MixedModel.Fit("Reaction ~ Days + (1 | Subject)", rows), noise = MixedModel.Fit("Reaction ~ noise + other + (1 | Subject)", rows);
        Assert.Contains("the one is not contained in the other", Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Compare(days, noise)).Message, StringComparison.Ordinal);
    }

    private static string Refusal(string formula, DataColumns rows) => Assert.Throws<ArgumentException>(() => MixedModel.Fit(formula, rows)).Message;
}
