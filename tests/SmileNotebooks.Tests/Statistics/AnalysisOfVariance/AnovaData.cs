
namespace SmileNotebooks.Tests.Statistics.AnalysisOfVariance;

/// <summary>The data sets of tests/oracles/statistics/anova with the models that R fitted to them.</summary>
internal static class AnovaData
{
    public static AnovaResult Fit(string name, AnovaOptions? options = null) => name switch
    {
        "obk" => Anova.Fit(Read(name).With("treatment", Text(name, "treatment"), ["control", "A", "B"]), "value", "id", ["phase", "hour"], ["treatment", "gender"],
            (options ?? new AnovaOptions()) with { Observed = ["gender"] }),
        "five-factors" => Anova.Fit(Read(name), "y", "id", ["a", "b", "c"], ["group", "site"], options),
        "tooth-growth" => Anova.Fit(Read(name), "len", "id", [], ["supp", "dose"], options),
        "warpbreaks-unbalanced" => Anova.Fit(Read(name).With("tension", Text(name, "tension"), ["L", "M", "H"]), "breaks", null, [], ["wool", "tension"], options),
        "chick-weight" => Anova.Fit(Read(name), "weight", "chick", ["time"], ["diet"], options),
        "co2" => Anova.Fit(Read(name), "uptake", "plant", ["conc"], ["type", "treatment"], options),
        "sleep" => Anova.Fit(Read(name), "extra", "id", ["drug"], null, options),
        "plant-growth" => Anova.Fit(Read(name), "weight", "id", [], ["group"], options),
        "insect-sprays" => Anova.Fit(Read(name), "count", "id", [], ["spray"], options),
        "rm" => Anova.Fit(OracleTable.ReadPath(SharedData.PathOf("peers", "rm.csv")).ToDataColumns(), "y", "subj", ["emotion", "muscle", "window"], null, options),
        _ => throw new ArgumentException(name),
    };

    public static DataColumns Read(string name) => OracleTable.Read("anova", $"{name}.csv").ToDataColumns();

    /// <summary>Asserts agreement to 1e-8 relative; below 1e-12 of the scale zero agrees with zero. NaN agrees with NaN.</summary>
    public static void AssertAgree(double expected, double actual, string what, double tolerance = 1e-8, double scale = 0)
    {
        if (double.IsNaN(expected))
        {
            Assert.True(double.IsNaN(actual), $"{what}: expected NaN, found {actual:R}");
            return;
        }

        Assert.True(Math.Abs(actual - expected) <= (tolerance * Math.Abs(expected)) + (1e-12 * scale), $"{what}: expected {expected:R}, found {actual:R}");
    }

    private static string[] Text(string name, string column) => OracleTable.Read("anova", $"{name}.csv").Texts(column);
}
