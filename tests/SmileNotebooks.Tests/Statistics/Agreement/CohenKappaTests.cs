// Kappa against vcd and statsmodels, and at its edges.
namespace SmileNotebooks.Tests.Statistics.Agreement;

public class CohenKappaTests
{
    private static readonly NamedValues Vcd = new(OracleTable.Read("agreement", "expected.csv"));
    private static readonly NamedValues Statsmodels = new(OracleTable.Read("agreement", "statsmodels.csv"));

    [Theory]
    [InlineData("SexualFun", KappaWeights.None, "none")]
    [InlineData("SexualFun", KappaWeights.Linear, "linear")]
    [InlineData("SexualFun", KappaWeights.Quadratic, "quadratic")]
    [InlineData("MSPatients", KappaWeights.None, "none")]
    [InlineData("MSPatients", KappaWeights.Linear, "linear")]
    [InlineData("MSPatients", KappaWeights.Quadratic, "quadratic")]
    [InlineData("Cohen1968", KappaWeights.None, "none")]
    [InlineData("Cohen1968", KappaWeights.Linear, "linear")]
    [InlineData("Cohen1968", KappaWeights.Quadratic, "quadratic")]
    public void Kappa_and_errors_match_vcd_and_statsmodels(string data, KappaWeights weights, string name)
    {
        CohenKappaResult result = CohenKappa.OfTable(Counts(data), weights);

        Vcd.Match($"{data}.{name}.kappa", result.Kappa);
        Vcd.Match($"{data}.{name}.se", result.StandardError);
        Statsmodels.Match($"{data}.{name}.std_kappa0", result.NullStandardError);
        Statsmodels.Match($"{data}.{name}.z_value", result.Z);
        Statsmodels.Match($"{data}.{name}.pvalue_two_sided", result.P);
        Statsmodels.Match($"{data}.{name}.kappa_low", result.Interval.Lower);
        Statsmodels.Match($"{data}.{name}.kappa_upp", result.Interval.Upper);
    }

    [Fact]
    public void Judgements_and_their_table_give_the_same()
    {
        string[] first = ["smile", "smile", "none", "none", "smile"];
        string[] second = ["smile", "none", "none", "none", "smile"];

        CohenKappaResult result = CohenKappa.Of(first, second);

        Assert.Equal(["none", "smile"], result.Categories);
        Assert.Equal([2, 0, 1, 2], result.Counts);
        Assert.Equal(CohenKappa.OfTable(new[,] { { 2, 0 }, { 1, 2 } }).Kappa, result.Kappa);
        Assert.Equal("kappa = .62, 95% CI [-.01, 1.00], z = 1.49, p = .136, agreement .80, N = 5", result.ToString());
        Assert.Contains("smile", result.ToTable().ToText());
    }

    [Fact]
    public void Relabelled_categories_leave_plain_kappa_and_reversed_ones_every_kappa()
    {
        int[,] counts = Counts("MSPatients");
        int[,] reversed = new int[4, 4];
        int[,] swapped = new int[4, 4];
        int[] order = [2, 0, 3, 1];
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                reversed[3 - i, 3 - j] = counts[i, j];
                swapped[order[i], order[j]] = counts[i, j];
            }
        }

        Assert.Equal(CohenKappa.OfTable(counts).Kappa, CohenKappa.OfTable(swapped).Kappa, 14);
        Assert.Equal(CohenKappa.OfTable(counts, KappaWeights.Linear).Kappa, CohenKappa.OfTable(reversed, KappaWeights.Linear).Kappa, 14);
    }

    [Fact]
    public void Perfect_agreement_is_one()
    {
        CohenKappaResult result = CohenKappa.OfTable(new[,] { { 5, 0 }, { 0, 7 } });

        Assert.Equal(1, result.Kappa, 14);
        Assert.Equal(0, result.Interval.Width, 14);
        Assert.True(result.P < 0.001);
    }

    [Fact]
    public void Errors_name_what_is_wrong()
    {
        Assert.Contains("all 9 items into '2'", Assert.Throws<ArgumentException>(() => CohenKappa.OfTable(new[,] { { 0, 0 }, { 0, 9 } })).Message);
        Assert.Contains("found 2 x 3", Assert.Throws<ArgumentException>(() => CohenKappa.OfTable(new int[2, 3])).Message);
        Assert.Contains("not negative", Assert.Throws<ArgumentException>(() => CohenKappa.OfTable(new[,] { { 1, -1 }, { 2, 3 } })).Message);
        Assert.Contains("judged 2 items, the second 1", Assert.Throws<ArgumentException>(() => CohenKappa.Of([1, 2], [1])).Message);
        Assert.Contains("Item 1: 'c'", Assert.Throws<ArgumentException>(() => CohenKappa.Of(["a", "c"], ["a", "b"], categories: ["a", "b"])).Message);
    }

    [Fact]
    public void Labels_that_are_missing_and_samples_that_are_empty_are_named()
    {
        string[] second = ["a", null!];

        Assert.StartsWith("Row 1: 'second rater' is missing. Choose a policy", Assert.Throws<ArgumentException>(() => CohenKappa.Of(["a", "b"], second)).Message);
        Assert.StartsWith("Kappa needs at least one item", Assert.Throws<ArgumentException>(() => CohenKappa.Of(Array.Empty<string>(), [])).Message);
        Assert.StartsWith("Both raters put all 2 items into 'a'", Assert.Throws<ArgumentException>(() => CohenKappa.Of(["a", "a"], ["a", "a"])).Message);
    }

    [Fact]
    public void Items_without_a_label_are_dropped_where_the_caller_says_so()
    {
        string[] first = ["a", "b", null!, "a", "b"];
        string[] second = ["a", null!, "a", "b", "b"];

        CohenKappaResult kappa = CohenKappa.Of(first, second, missing: MissingValues.DropListwise);

        Assert.Equal(CohenKappa.Of(["a", "a", "b"], ["a", "b", "b"]).Apa, kappa.Apa);
        Assert.Equal([1, 2], kappa.Dropped.Rows);
        Assert.EndsWith("Missing labels: 2 rows dropped (1, 2).", kappa.ToTable().Note, StringComparison.Ordinal);
        Assert.StartsWith(
            "Kappa needs at least one item that both raters judged; all 1 lack",
            Assert.Throws<ArgumentException>(() => CohenKappa.Of(["a"], new string[] { null! }, missing: MissingValues.DropListwise)).Message);
    }

    private static int[,] Counts(string name)
    {
        OracleTable table = OracleTable.Read("agreement", $"{name}.csv");
        int[,] counts = new int[table.RowCount, table.RowCount];
        for (int i = 0; i < table.RowCount; i++)
        {
            for (int j = 0; j < table.RowCount; j++)
            {
                counts[i, j] = (int)table.Number(i, $"c{j + 1}");
            }
        }

        return counts;
    }
}
