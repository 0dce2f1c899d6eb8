using static SmileNotebooks.Tests.Statistics.AnalysisOfVariance.AnovaData;

namespace SmileNotebooks.Tests.Statistics.AnalysisOfVariance;

public sealed class MarginalMeansOracleTests
{
    private static readonly OracleTable Oracle = OracleTable.Read("anova", "contrasts.csv");

    [Theory]
    [InlineData("obk", "means treatment phase", "treatment phase")]
    [InlineData("obk", "means hour", "hour")]
    [InlineData("warpbreaks-unbalanced", "means wool", "wool")]
    public void Means_agree_with_emmeans(string data, string kind, string factors)
    {
        MarginalMeans means = Fit(data).MarginalMeans(factors.Split(' '));
        foreach (int row in Rows(data, kind, "none"))
        {
            MarginalMean mean = means.Means.Single(mean => mean.Label == Oracle.Text(row, "label"));
            AssertAgree(Oracle.Number(row, "estimate"), mean.Estimate, kind);
            AssertAgree(Oracle.Number(row, "se"), mean.StandardError, kind);
            AssertAgree(Oracle.Number(row, "df"), mean.Degrees, kind);
            AssertAgree(Oracle.Number(row, "lower"), mean.Interval.Lower, kind);
            AssertAgree(Oracle.Number(row, "upper"), mean.Interval.Upper, kind);
        }
    }

    [Theory]
    [InlineData("obk", "pairs phase", "phase", null)]
    [InlineData("obk", "pairs phase by treatment", "phase", "treatment")]
    [InlineData("warpbreaks-unbalanced", "pairs tension", "tension", null)]
    [InlineData("chick-weight", "pairs diet by time", "diet", "time")]
    [InlineData("insect-sprays", "pairs spray", "spray", null)]
    public void Pairwise_differences_agree_with_emmeans_under_every_adjustment(string data, string kind, string factor, string? by)
    {
        AnovaResult result = Fit(data);
        MarginalMeans means = by is null ? result.MarginalMeans(factor) : result.MarginalMeansBy(factor, by);
        foreach (ContrastAdjustment adjustment in Enum.GetValues<ContrastAdjustment>())
        {
#pragma warning disable CA1308 // emmeans writes its adjustments in lower case.
            AssertAgrees(Rows(data, kind, adjustment.ToString().ToLowerInvariant()), means.Pairwise(adjustment), adjustment == ContrastAdjustment.Tukey);
#pragma warning restore CA1308
        }
    }

    [Fact]
    public void Other_families_agree_with_emmeans()
    {
        AnovaResult obk = Fit("obk"), chick = Fit("chick-weight");
        AssertAgrees(Rows("obk", "polynomial hour", "none"), obk.MarginalMeans("hour").Polynomial(ContrastAdjustment.None));
        AssertAgrees(Rows("obk", "polynomial hour by phase", "holm"), obk.MarginalMeansBy("hour", "phase").Polynomial());
        AssertAgrees(Rows("chick-weight", "control", "holm"), chick.MarginalMeans("diet").AgainstControl());
        AssertAgrees(Rows("chick-weight", "effects", "none"), chick.MarginalMeans("diet").AgainstMean(ContrastAdjustment.None));
        AssertAgrees(Rows("obk", "interaction", "none"), obk.MarginalMeans("phase", "treatment").Interactions(ContrastAdjustment.None), crossed: true);
    }

    [Fact]
    public void Contrasts_of_ones_own_are_what_their_weights_say()
    {
        MarginalMeans means = Fit("obk").MarginalMeans("phase");
        ContrastEstimate own = means.Contrasts([("fup - pre", [1, 0, -1])], ContrastAdjustment.None).Contrast("fup - pre");
        Assert.Equal(means.Pairwise(ContrastAdjustment.None).Contrast("fup - pre"), own);
        Assert.Contains("needs 3 finite weights, for fup, post, pre", Assert.Throws<ArgumentException>(() => means.Contrasts([("x", [1, -1])])).Message);
    }

    [Theory]
    [InlineData("obk", "phase", "treatment")]
    [InlineData("obk", "treatment", "phase")]
    [InlineData("chick-weight", "time", "diet")]
    [InlineData("warpbreaks-unbalanced", "tension", "wool")]
    public void Simple_effects_agree_with_joint_tests(string data, string factor, string by)
    {
        OracleTable oracle = OracleTable.Read("anova", "simple-effects.csv");
        SimpleEffects effects = Fit(data).MarginalMeansBy(factor, by).SimpleEffects();
        foreach (int row in oracle.Rows.Where(row => oracle.Text(row, "data") == data && oracle.Text(row, "effect") == factor))
        {
            SimpleEffect effect = effects.Effects.Single(effect => effect.Group == oracle.Text(row, "group"));
            Assert.Equal(oracle.Number(row, "df"), effect.Degrees);
            AssertAgree(oracle.Number(row, "df_error"), effect.ErrorDegrees, data);
            Assert.Equal(oracle.Number(row, "f"), effect.F, 5.001e-4);
            AssertAgree(oracle.Number(row, "p"), effect.P, data);
        }
    }

    private static IEnumerable<int> Rows(string data, string kind, string adjustment) =>
        Oracle.Rows.Where(row => Oracle.Text(row, "data") == data && Oracle.Text(row, "kind") == kind && Oracle.Text(row, "adjust") == adjustment);

    private static void AssertAgrees(IEnumerable<int> rows, ContrastTable contrasts, bool approximate = false, bool crossed = false)
    {
        int[] expected = [.. rows];
        Assert.Equal(expected.Length, contrasts.Contrasts.Length);
        foreach (int row in expected)
        {
            string name = Oracle.Text(row, "label");
            ContrastEstimate contrast = contrasts.Contrasts.Single(contrast => (crossed ? Spaced(contrast.Name) : contrast.Name) == name && contrast.Group == Oracle.Text(row, "group"));
            double size = contrast.StandardError;
            AssertAgree(Oracle.Number(row, "estimate"), contrast.Estimate, name, scale: 100 * size);
            AssertAgree(Oracle.Number(row, "se"), contrast.StandardError, name);
            AssertAgree(Oracle.Number(row, "df"), contrast.Degrees, name);
            AssertAgree(Oracle.Number(row, "t"), contrast.T, name, scale: 100);

            // R's ptukey is good to about 1e-10 absolute and its qtukey to about 1e-4 relative.
            AssertAgree(Oracle.Number(row, "p"), contrast.P, name, scale: approximate ? 1000 : 100);
            AssertAgree(Oracle.Number(row, "lower"), contrast.Interval.Lower, name, scale: approximate ? 1e9 * size : 100 * size);
            AssertAgree(Oracle.Number(row, "upper"), contrast.Interval.Upper, name, scale: approximate ? 1e9 * size : 100 * size);
        }
    }

    private static string Spaced(string name) => name.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Replace(" x ", " ", StringComparison.Ordinal);
}
