using static SmileNotebooks.Tests.Statistics.AnalysisOfVariance.AnovaData;

namespace SmileNotebooks.Tests.Statistics.AnalysisOfVariance;

public sealed class AnovaOracleTests
{
    [Theory]
    [InlineData("obk")]
    [InlineData("five-factors")]
    [InlineData("tooth-growth")]
    [InlineData("warpbreaks-unbalanced")]
    [InlineData("chick-weight")]
    [InlineData("co2")]
    [InlineData("sleep")]
    [InlineData("plant-growth")]
    [InlineData("insect-sprays")]
    [InlineData("rm")]
    public void Every_effect_agrees_with_afex_and_car(string name)
    {
        AnovaResult result = Fit(name);
        OracleTable oracle = OracleTable.Read("anova", "effects.csv");
        int[] rows = [.. oracle.Rows.Where(row => oracle.Text(row, "data") == name)];
        Assert.Equal(rows.Length, result.Effects.Length + 1);
        foreach (int row in rows)
        {
            string term = oracle.Text(row, "effect");
            AnovaEffect effect = term == "Intercept" ? result.Intercept : result.Effect(term);
            string what = $"{name} {term} ";
            double total = effect.SumOfSquares + effect.ErrorSumOfSquares;
            AssertAgree(oracle.Number(row, "ss"), effect.SumOfSquares, what + "SS", scale: total);
            AssertAgree(oracle.Number(row, "ss_error"), effect.ErrorSumOfSquares, what + "SS error");
            Assert.Equal(oracle.Number(row, "df"), effect.Degrees);
            Assert.Equal(oracle.Number(row, "df_error"), effect.ErrorDegrees);
            AssertAgree(oracle.Number(row, "f"), effect.F, what + "F");
            AssertAgree(oracle.Number(row, "p"), effect.UncorrectedP, what + "p");
            AssertAgree(oracle.Number(row, "ges"), effect.GeneralisedEtaSquared, what + "ges");
            AssertAgree(oracle.Number(row, "pes"), effect.PartialEtaSquared, what + "pes");
            AssertSphericity(oracle, row, effect, what);
        }
    }

    [Fact]
    public void Uncorrected_tests_agree_with_statsmodels()
    {
        Dictionary<string, AnovaResult> results = new()
        {
            ["five-factors"] = Anova.Fit(Read("five-factors"), "y", "id", ["a", "b", "c"]),
            ["chick-weight"] = Anova.Fit(Read("chick-weight"), "weight", "chick", ["time"]),
            ["warpbreaks-unbalanced"] = Fit("warpbreaks-unbalanced"),
            ["tooth-growth"] = Fit("tooth-growth"),
        };
        OracleTable oracle = OracleTable.Read("anova", "effects-statsmodels.csv");
        foreach (int row in oracle.Rows)
        {
            AnovaEffect effect = results[oracle.Text(row, "data")].Effect(oracle.Text(row, "effect"));
            Assert.Equal((oracle.Number(row, "df"), oracle.Number(row, "df_error")), (effect.Degrees, effect.ErrorDegrees));
            AssertAgree(oracle.Number(row, "f"), effect.F, effect.Name);
            AssertAgree(oracle.Number(row, "p"), effect.UncorrectedP, effect.Name);
        }
    }

    [Fact]
    public void The_repeated_measures_table_has_the_known_values()
    {
        AnovaResult result = Fit("rm");
        AnovaEffect emotion = result.Effect("emotion");
        Assert.Equal(7.2628, emotion.F, 1e-4);
        Assert.Equal(8.1473, result.Effect("muscle").F, 1e-4);
        Assert.Equal(9.1161, result.Effect("muscle:emotion").F, 1e-4);
        Assert.Equal(1.9886, emotion.CorrectedDegrees, 1e-4);
        Assert.Equal(236.65, emotion.CorrectedErrorDegrees, 0.005);
        Assert.Equal(.0047712, emotion.GeneralisedEtaSquared, 1e-7);
        Assert.Equal(.0008897, emotion.P, 1e-7);
        Assert.Equal("emotion: F(1.99, 236.65) = 7.26, p < .001, partial eta2 = .058, generalised eta2 = .005", emotion.ToString());
    }

    [Fact]
    public void Uncorrected_and_Huynh_Feldt_degrees_of_freedom_are_a_choice()
    {
        AnovaEffect none = Fit("obk", new AnovaOptions { Correction = SphericityCorrection.None }).Effect("hour");
        AnovaEffect huynhFeldt = Fit("obk", new AnovaOptions { Correction = SphericityCorrection.HuynhFeldt }).Effect("hour");
        Assert.Equal((4, 40), (none.CorrectedDegrees, none.CorrectedErrorDegrees));
        Assert.Equal(none.UncorrectedP, none.P);
        AssertAgree(0.55928018129414603 * 4, huynhFeldt.CorrectedDegrees, "HF df");
        AssertAgree(2.3009143062891021e-05, huynhFeldt.P, "HF p");
    }

    [Theory]
    [InlineData("obk", "hour", 15)]
    [InlineData("chick-weight", "time", 6)]
    [InlineData("co2", "conc", 7)]
    [InlineData("rm", "emotion:muscle", 12)]
    public void Mauchlys_p_is_that_of_R_but_for_the_number_of_cells_that_R_takes_for_the_number_of_contrasts(string name, string term, int cells)
    {
        OracleTable oracle = OracleTable.Read("anova", "effects.csv");
        int row = oracle.Rows.Single(row => oracle.Text(row, "data") == name && oracle.Text(row, "effect") == term);
        AnovaEffect effect = Fit(name).Effect(term);
        double d = effect.Degrees, n = effect.ErrorDegrees / d;
        double rho = 1 - (((2 * d * d) + d + 2) / (6 * d * n));
        double second = (d + 2) * (d - 1) * (d - 2) * ((2 * d * d * d) + (6 * d * d) + (3 * cells) + 2) / (288 * Math.Pow(n * d * rho, 2));
        double statistic = -n * rho * Math.Log(effect.Sphericity!.W), degrees = (d * (d + 1) / 2) - 1;
        double first = ChiSquared.UpperTail(statistic, degrees);
        AssertAgree(oracle.Number(row, "w_p"), first + (second * (ChiSquared.UpperTail(statistic, degrees + 4) - first)), term);
    }

    private static void AssertSphericity(OracleTable oracle, int row, AnovaEffect effect, string what)
    {
        if (double.IsNaN(oracle.Number(row, "gg")))
        {
            Assert.Null(effect.Sphericity);
            return;
        }

        AssertAgree(oracle.Number(row, "w"), effect.Sphericity!.W, what + "W");
        AssertAgree(oracle.Number(row, "w_p_anderson"), effect.Sphericity.P, what + "W p");
        AssertAgree(oracle.Number(row, "gg"), effect.Sphericity.GreenhouseGeisser, what + "GG");
        AssertAgree(oracle.Number(row, "gg_p"), effect.PUnder(SphericityCorrection.GreenhouseGeisser), what + "GG p");
        AssertAgree(oracle.Number(row, "hf"), effect.Sphericity.HuynhFeldt, what + "HF");
        AssertAgree(oracle.Number(row, "hf_p"), effect.PUnder(SphericityCorrection.HuynhFeldt), what + "HF p");
    }
}
