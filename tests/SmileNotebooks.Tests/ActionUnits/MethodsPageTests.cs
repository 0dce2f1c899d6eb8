using System.Globalization;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Tests;

public partial class MethodsPageTests
{
    [Fact]
    public void Methods_page_states_the_constants_and_quality_of_every_formula()
    {
        string[] page = File.ReadAllLines(Repository.PathOf("docs", "methods.md"));

        foreach (AuFormula formula in AuFormulas.All)
        {
            string row = Assert.Single(page, line => line.StartsWith($"| {formula.Number} {formula.Name} |", StringComparison.Ordinal));
            string[] cells = [.. UnescapedBar().Split(row.Trim('|')).Select(cell => cell.Trim())];

            Assert.Equal(formula.Direction > 0 ? "+" : "-", cells[2]);
            Assert.Equal(formula.Neutral, double.Parse(cells[3], CultureInfo.InvariantCulture));
            Assert.Equal(formula.Start, double.Parse(cells[4], CultureInfo.InvariantCulture));
            Assert.Equal(formula.Full, double.Parse(cells[5], CultureInfo.InvariantCulture));
            Assert.Equal(formula.HasSides ? "yes" : "no", cells[6]);
            Assert.Equal(formula.Quality.ToString(), cells[7], ignoreCase: true);
        }
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex UnescapedBar();
}
