namespace SmileNotebooks.Tests.Statistics.Formulas;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("y ~ a*b*c", "a b c a:b a:c b:c a:b:c")]
    [InlineData("y ~ b:a + a", "a b:a")]
    [InlineData("y ~ a*b - a:b", "a b")]
    [InlineData("y ~ (a + b + c)^2", "a b c a:b a:c b:c")]
    [InlineData("y ~ a/b", "a a:b")]
    [InlineData("y ~ (a + b)/c", "a b a:b:c")]
    [InlineData("y ~ a + b + a", "a b")]
    [InlineData("y ~ a:a", "a")]
    [InlineData("y ~ 1", "")]
    [InlineData("log(y) ~ I(x ^ 2)+ log( x )", "I(x^2) log(x)")]
    [InlineData("y~`a b`*x", "a b x a b:x")]
    public void Terms_are_expanded_in_hierarchical_order(string text, string terms)
    {
        Assert.Equal(terms, string.Join(' ', Formula.Parse(text).FixedTerms));
    }

    [Theory]
    [InlineData("y ~ a", true)]
    [InlineData("y ~ 0 + a", false)]
    [InlineData("y ~ a - 1", false)]
    [InlineData("y ~ -1 + a", false)]
    [InlineData("y ~ 0 + a + 1", true)]
    [InlineData("y ~ a + (0 + b | s)", true)]
    public void The_constant_is_there_unless_it_is_taken_out(string text, bool constant)
    {
        Assert.Equal(constant, Formula.Parse(text).HasIntercept);
    }

    [Theory]
    [InlineData("y ~ a + (1 | s)", "(1 | s)")]
    [InlineData("y ~ a + (a | s)", "(1 + a | s)")]
    [InlineData("y ~ a + (0 + a*b | s)", "(0 + a + b + a:b | s)")]
    [InlineData("y ~ (1 + a || s) + (1 | item)", "(1 + a || s) (1 | item)")]
    [InlineData("y ~ (1 | a/b)", "(1 | a) (1 | a:b)")]
    [InlineData("y ~ (1 | a:b)", "(1 | a:b)")]
    [InlineData("y ~ (1 | a/b/c)", "(1 | a) (1 | a:b) (1 | a:b:c)")]
    public void Random_terms_keep_effects_grouping_and_correlation(string text, string terms)
    {
        Assert.Equal(terms, string.Join(' ', Formula.Parse(text).RandomTerms));
    }

    [Fact]
    public void Random_terms_are_not_among_the_fixed_ones()
    {
        Formula formula = Formula.Parse("y ~ emotion*muscle + (1 + emotion | participant) + (1 | item)");
        Assert.Equal(["emotion", "muscle", "emotion:muscle"], formula.FixedTerms.Select(term => term.Name));
        Assert.Equal("y", formula.Response.Name);
        Assert.Equal(["emotion", "muscle", "participant", "item"], formula.Variables.Select(variable => variable.Name));
    }

    [Theory]
    [InlineData("y", "column 2: expected '~', found the end")]
    [InlineData("y ~ a +", "column 8: expected a variable or (, found the end")]
    [InlineData("y ~ a b", "column 7: expected +, -, *, /, : or the end, found 'b'")]
    [InlineData("y ~ (a + b", "column 11: expected ')', found the end")]
    [InlineData("y ~ a % b", "column 7: '%' has no meaning in a formula")]
    [InlineData("y ~ 2", "column 5: expected 0, 1, a variable or (, found '2'")]
    [InlineData("y ~ x^a", "column 7: expected a whole number")]
    [InlineData("y ~ poly(x)", "column 5: there is no function 'poly'")]
    [InlineData("y ~ (1 | )", "column 10: expected a variable or (, found ')'")]
    [InlineData("y ~ `a", "column 5: a ` opens a name")]
    [InlineData("y ~ 2nd", "column 5: '2nd' is neither a number nor a name")]
    [InlineData("y ~ a*(1 | s)", "column 10: expected ')', found '|'")]
    [InlineData("", "column 1: expected a column, a number or (, found the end")]
    public void Errors_name_the_column_what_was_found_and_what_was_expected(string text, string message)
    {
        Assert.Contains(message, Assert.Throws<FormatException>(() => Formula.Parse(text)).Message);
    }

    [Fact]
    public void A_formula_without_response_says_so_when_it_is_asked_for()
    {
        Assert.Contains("no response", Assert.Throws<ArgumentException>(() => Formula.Parse("~ a").Response).Message);
    }

    [Fact]
    public void Arithmetic_follows_the_usual_precedence()
    {
        DataColumns data = DataColumns.Empty.With("x", [2, 3]);
        Assert.Equal([-4 + 6 - 0.25, -9 + 9 - (1 / 27.0)], Formula.Parse("-x^2 + 3*x - x^-(1 * x) ~ 1").Response.Evaluate(data), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([8, 27], Formula.Parse("y ~ I(x^3)").Variables[0].Evaluate(data));
    }

    [Fact]
    public void Any_text_is_a_formula_or_a_format_error_and_a_formula_parsed_again_from_its_text_is_the_same()
    {
        string[] pieces = ["y", "a", "b", "~", "~", "+", "-", "*", "/", ":", "^", "2", "0", "1", "(", ")", "|", "||", "I(", "log(", "factor(", "`", " ", "1e", "."];
        Random random = new(13);
        int parsed = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = "y ~ " + string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                Formula formula = Formula.Parse(text), again = Formula.Parse(formula.Text);
                Assert.Equal(formula.FixedTerms, again.FixedTerms);
                Assert.Equal(formula.RandomTerms, again.RandomTerms);
                parsed++;
            }
            catch (FormatException error)
            {
                Assert.Contains("column ", error.Message);
            }
        }

        Assert.True(parsed > 100, $"{parsed} texts were formulae");
    }
}
