namespace SmileNotebooks.Tests.Statistics.AnalysisOfVariance;

public class SubnormalTests
{
    [Fact]
    public void Values_below_the_smallest_normal_double_have_the_F_of_their_multiples()
    {
        double[,] values = { { 1, 5, 4 }, { 2, 3, 9 }, { 6, 4, 8 }, { 3, 7, 7 } };
        double[,] tiny = new double[4, 3];
        for (int i = 0; i < values.Length; i++)
        {
            tiny[i / 3, i % 3] = Math.ScaleB(values[i / 3, i % 3], -1040);
        }

        DesignFactor[] within = [new("a", ["p", "q", "r"])];
        AnovaEffect expected = Anova.Fit(values, within).Effects[0], found = Anova.Fit(tiny, within).Effects[0];
        Assert.Equal(expected.F, found.F, 1e-12);
        Assert.Equal(expected.P, found.P, 1e-12);
    }

    [Fact]
    public void The_table_says_why_there_is_no_test_of_sphericity()
    {
        ResultTable table = Anova.Fit(new double[,] { { 1, 5, 4 }, { 2, 3, 9 } }, [new("a", ["p", "q", "r"])]).ToTable();
        Assert.Contains("W is NA where", table.Note, StringComparison.Ordinal);
    }
}
