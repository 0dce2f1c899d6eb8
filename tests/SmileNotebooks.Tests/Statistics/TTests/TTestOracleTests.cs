namespace SmileNotebooks.Tests.Statistics.TTests;

/// <summary>Against R 4.2.2: tests/oracles/statistics/basics/make.R.</summary>
public class TTestOracleTests
{
    private const double Agreement = 1e-8;

    [Fact]
    public void T_tests_and_effect_sizes_agree_with_R_over_kinds_alternatives_and_data_sets()
    {
        OracleTable oracle = BasicsData.Oracle("ttests");
        for (int row = 0; row < oracle.RowCount; row++)
        {
            string kind = oracle.Text(row, "kind");
            TTestOptions options = new()
            {
                Alternative = AlternativeOf(oracle.Text(row, "alternative")),
                Null = oracle.Number(row, "mu"),
                Level = oracle.Number(row, "level"),
                EqualVariances = kind == "Student",
            };
            (double[] first, double[] second) = BasicsData.Samples(oracle.Text(row, "data"));
            TTestResult result = kind switch
            {
                "OneSample" => TTest.OneSample(first, options),
                "Paired" => TTest.Paired(first, second, options),
                _ => TTest.Independent(first, second, options),
            };

            Assert.Equal(kind, result.Kind.ToString());
            string where = $"{kind} of {oracle.Text(row, "data")}, row {row}";
            Close.Relative(oracle.Number(row, "t"), result.T, Agreement, where);
            Close.Relative(oracle.Number(row, "df"), result.DegreesOfFreedom, Agreement, where);
            Close.Relative(oracle.Number(row, "p"), result.P, Agreement, where);
            Close.Relative(oracle.Number(row, "estimate"), result.Estimate, Agreement, where);
            Close.Relative(oracle.Number(row, "se"), result.StandardError, Agreement, where);
            Close.Relative(oracle.Number(row, "lower"), result.Interval.Lower, Agreement, where);
            Close.Relative(oracle.Number(row, "upper"), result.Interval.Upper, Agreement, where);
            Close.Relative(oracle.Number(row, "d"), result.Effect.Value, Agreement, where);
            Close.Relative(oracle.Number(row, "dlower"), result.Effect.Interval.Lower, Agreement, where);
            Close.Relative(oracle.Number(row, "dupper"), result.Effect.Interval.Upper, Agreement, where);
            Close.Relative(oracle.Number(row, "g"), result.HedgesG.Value, Agreement, where);
        }
    }

    [Fact]
    public void Equivalence_tests_agree_with_the_one_sided_tests_of_R()
    {
        OracleTable oracle = BasicsData.Oracle("tost");
        for (int row = 0; row < oracle.RowCount; row++)
        {
            (double[] first, double[] second) = BasicsData.Samples(oracle.Text(row, "data"));
            double bound = oracle.Number(row, "bound");
            TostResult result = oracle.Text(row, "kind") == "Paired"
                ? Tost.Paired(first, second, -bound, bound)
                : Tost.Independent(first, second, -bound, bound);

            Close.Relative(oracle.Number(row, "lowert"), result.LowerT, Agreement);
            Close.Relative(oracle.Number(row, "lowerp"), result.LowerP, Agreement);
            Close.Relative(oracle.Number(row, "uppert"), result.UpperT, Agreement);
            Close.Relative(oracle.Number(row, "upperp"), result.UpperP, Agreement);
            Assert.Equal(result.Interval.Lower > -bound && result.Interval.Upper < bound, result.IsEquivalent);
        }
    }

    [Fact]
    public void Bayes_factors_agree_with_quadrature_in_R()
    {
        OracleTable oracle = BasicsData.Oracle("bayesfactors");
        for (int row = 0; row < oracle.RowCount; row++)
        {
            BayesFactorResult result = BayesFactor.FromT(oracle.Number(row, "t"), (int)oracle.Number(row, "n"), oracle.Number(row, "r"));
            Assert.Equal(oracle.Number(row, "logbf"), result.LogBayesFactor, 1e-9);
        }
    }

    [Fact]
    public void Bayes_factor_of_the_sleep_data_is_the_one_published_with_the_R_package_BayesFactor()
    {
        (double[] first, double[] second) = BasicsData.Samples("sleep");

        Assert.Equal(17.259, BayesFactor.Paired(first, second).BayesFactor10, 1e-3);
    }

    private static Alternative AlternativeOf(string name) => name switch
    {
        "less" => Alternative.Less,
        "greater" => Alternative.Greater,
        _ => Alternative.TwoSided,
    };
}
