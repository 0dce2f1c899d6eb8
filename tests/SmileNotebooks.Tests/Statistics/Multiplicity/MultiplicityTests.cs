using Adjust = SmileNotebooks.Multiplicity;

namespace SmileNotebooks.Tests.Statistics.Multiplicity;

public class MultiplicityTests
{
    [Fact]
    public void Adjusted_p_values_agree_with_R_and_a_missing_one_counts_for_nothing()
    {
        OracleTable oracle = BasicsData.Oracle("adjusted");
        double[] p = oracle.Numbers("p");

        foreach ((string column, AdjustedPValues result) in new[]
        {
            ("bonferroni", Adjust.Bonferroni(p)),
            ("holm", Adjust.Holm(p)),
            ("bh", Adjust.BenjaminiHochberg(p)),
            ("by", Adjust.BenjaminiYekutieli(p)),
        })
        {
            for (int i = 0; i < p.Length; i++)
            {
                Close.Relative(oracle.Number(i, column), result.Adjusted[i], 1e-14, $"{column} {i}");
            }
        }
    }

    [Fact]
    public void Names_and_counts_are_kept()
    {
        AdjustedPValues result = Adjust.Holm([0.04, 0.001], ["happy", "angry"]);

        Assert.Equal("happy: p = .040, adjusted p = .040\nangry: p = .001, adjusted p = .002", result.Apa);
        Assert.Equal(2, result.Rejected());
        Assert.Equal(1, result.Rejected(0.01));
        Assert.Contains("Holm", result.ToTable().Title);
        Assert.Empty(Adjust.Holm([]).Adjusted);
    }

    [Fact]
    public void What_is_no_probability_is_named()
    {
        Assert.Contains("p value 1 is 1.5", Assert.Throws<ArgumentException>(() => Adjust.Holm([0.1, 1.5])).Message);
        Assert.Contains("2 p values have 1 names", Assert.Throws<ArgumentException>(() => Adjust.Holm([0.1, 0.5], ["one"])).Message);
    }
}
