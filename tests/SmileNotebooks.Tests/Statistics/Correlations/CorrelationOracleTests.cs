// Correlations against R and psych.
namespace SmileNotebooks.Tests.Statistics.Correlations;

public class CorrelationOracleTests
{
    private static readonly NamedValues Expected = new(OracleTable.Read("correlations", "expected.csv"));

    [Theory]
    [InlineData("cars")]
    [InlineData("flowers")]
    [InlineData("paths")]
    [InlineData("nine")]
    public void Pearson_matches_R(string name)
    {
        (double[] x, double[] y) = Pairs(name);

        CorrelationResult result = Correlation.Pearson(x, y, new() { Level = 0.99 });

        Expected.Match($"{name}.r", result.R);
        Expected.Match($"{name}.t", result.T);
        Expected.Match($"{name}.two.sided.p", result.P);
        Expected.Match($"{name}.less.p", Correlation.Pearson(x, y, new() { Alternative = Alternative.Less }).P);
        Expected.Match($"{name}.greater.p", Correlation.Pearson(x, y, new() { Alternative = Alternative.Greater }).P);
        Expected.Match($"{name}.lower", result.Interval.Lower);
        Expected.Match($"{name}.upper", result.Interval.Upper);
    }

    [Theory]
    [InlineData("cars")]
    [InlineData("flowers")]
    [InlineData("paths")]
    [InlineData("nine")]
    public void Spearman_by_t_matches_R(string name)
    {
        (double[] x, double[] y) = Pairs(name);

        CorrelationResult result = Correlation.Spearman(x, y, new() { Exact = false });

        Expected.Match($"{name}.rs", result.R);
        Expected.Match($"{name}.rs.p", result.P);
        Assert.False(result.IsExact);
    }

    [Theory]
    [InlineData("nine", "two.sided", Alternative.TwoSided)]
    [InlineData("nine", "less", Alternative.Less)]
    [InlineData("nine", "greater", Alternative.Greater)]
    [InlineData("tied", "two.sided", Alternative.TwoSided)]
    [InlineData("tied", "less", Alternative.Less)]
    [InlineData("tied", "greater", Alternative.Greater)]
    public void Exact_Spearman_matches_all_pairings(string name, string side, Alternative alternative)
    {
        (double[] x, double[] y) = Pairs(name);

        CorrelationResult result = Correlation.Spearman(x, y, new() { Alternative = alternative });

        Assert.True(result.IsExact);
        Expected.Match($"{name}.{side}.exact", result.P, 1e-13);
    }

    [Theory]
    [InlineData("ratings")]
    [InlineData("attitude30")]
    public void All_six_intraclass_correlations_match_psych(string name)
    {
        IntraclassCorrelationResult result = IntraclassCorrelation.Of(Ratings(name));

        foreach (IntraclassEstimate form in result.Forms)
        {
            string label = $"{name}.{form.Name.Replace("(", "").Replace(")", "").Replace(",1", "").Replace(",k", "k")}";
            Expected.Match($"{label}.ICC", form.Value);
            Expected.Match($"{label}.F", form.F);
            Expected.Match($"{label}.df1", form.Numerator);
            Expected.Match($"{label}.df2", form.Denominator);
            Expected.Match($"{label}.p", form.P);
            Expected.Match($"{label}.lower", form.Interval.Lower);
            Expected.Match($"{label}.upper", form.Interval.Upper);
        }
    }

    private static (double[] X, double[] Y) Pairs(string name)
    {
        if (name == "tied")
        {
            return ([1, 2, 2, 3, 4, 4, 5], [2, 1, 3, 3, 3, 5, 4]);
        }

        OracleTable table = OracleTable.Read("correlations", $"{name}.csv");
        return (table.Numbers("x"), table.Numbers("y"));
    }

    private static double[,] Ratings(string name)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("tests", "oracles", "statistics", "correlations", $"{name}.csv"));
        double[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(double.Parse).ToArray())];
        double[,] ratings = new double[rows.Length, rows[0].Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[0].Length; j++)
            {
                ratings[i, j] = rows[i][j];
            }
        }

        return ratings;
    }
}
