using static SmileNotebooks.Tests.Statistics.AnalysisOfVariance.AnovaData;

namespace SmileNotebooks.Tests.Statistics.LinearModels;

public sealed class LinearModelOracleTests
{
    private static readonly OracleTable ModelTable = OracleTable.Read("linear-models", "models.csv");

    public static TheoryData<string, string> Models => new(ModelTable.Rows.Select(row => (ModelTable.Text(row, "data"), ModelTable.Text(row, "formula"))));

    [Theory]
    [MemberData(nameof(Models))]
    public void Coefficients_and_fit_agree_with_R(string data, string formula)
    {
        LinearModelResult fit = Fit(data, formula);
        OracleTable oracle = OracleTable.Read("linear-models", "coefficients.csv");
        int[] rows = [.. Of(oracle, data, formula)];
        Assert.Equal(rows.Select(row => oracle.Text(row, "name")), fit.Coefficients.Select(coefficient => coefficient.Name));
        foreach (int row in rows)
        {
            Coefficient coefficient = fit.Coefficient(oracle.Text(row, "name"));
            AssertAgree(oracle.Number(row, "b"), coefficient.Estimate, formula);
            AssertAgree(oracle.Number(row, "se"), coefficient.StandardError, formula);
            AssertAgree(oracle.Number(row, "t"), coefficient.T, formula);
            AssertAgree(oracle.Number(row, "p"), coefficient.P, formula);
            AssertAgree(oracle.Number(row, "lower"), coefficient.Interval.Lower, formula);
            AssertAgree(oracle.Number(row, "upper"), coefficient.Interval.Upper, formula);
        }

        int model = Of(ModelTable, data, formula).Single();
        AssertAgree(ModelTable.Number(model, "s"), fit.ResidualStandardError, "s");
        Assert.Equal(ModelTable.Number(model, "df"), fit.ErrorDegrees);
        AssertAgree(ModelTable.Number(model, "r2"), fit.RSquared, "R2", scale: 1);
        AssertAgree(ModelTable.Number(model, "adjusted"), fit.AdjustedRSquared, "adjusted R2", scale: 1);
        AssertAgree(ModelTable.Number(model, "f"), fit.F, "F");
        AssertAgree(ModelTable.Number(model, "p"), fit.P, "p");
        AssertAgree(ModelTable.Number(model, "loglik"), fit.LogLikelihood, "log likelihood");
        AssertAgree(ModelTable.Number(model, "aic"), fit.Aic, "AIC");
        AssertAgree(ModelTable.Number(model, "bic"), fit.Bic, "BIC");
        AssertAgree(ModelTable.Number(model, "leverage3"), fit.Leverages()[2], "leverage");
        AssertAgree(ModelTable.Number(model, "residual5"), fit.Residuals[4], "residual");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Predictions_agree_with_R(string data, string formula)
    {
        DataColumns rows = OracleTable.Read("linear-models", $"{data}.csv").ToDataColumns();
        Prediction[] predictions = [.. Fit(data, formula).Predict(rows.Rows([0, 1]))];
        OracleTable oracle = OracleTable.Read("linear-models", "predictions.csv");
        foreach (int row in Of(oracle, data, formula))
        {
            Prediction prediction = predictions[(int)oracle.Number(row, "row")];
            AssertAgree(oracle.Number(row, "fit"), prediction.Fit, formula);
            AssertAgree(oracle.Number(row, "se"), prediction.StandardError, formula);
            AssertAgree(oracle.Number(row, "lower"), prediction.Interval.Lower, formula);
            AssertAgree(oracle.Number(row, "upper"), prediction.Interval.Upper, formula);
            AssertAgree(oracle.Number(row, "plower"), prediction.PredictionInterval.Lower, formula);
            AssertAgree(oracle.Number(row, "pupper"), prediction.PredictionInterval.Upper, formula);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Type_III_tests_agree_with_car(string data, string formula)
    {
        OracleTable oracle = OracleTable.Read("linear-models", "tests.csv");
        LinearModelTests tests = Fit(data, formula).TypeIII();
        int[] rows = [.. Of(oracle, data, formula)];
        Assert.Equal(rows.Select(row => oracle.Text(row, "term")), tests.Tests.Select(test => test.Term));
        foreach (int row in rows)
        {
            LinearModelTest test = tests.Tests.Single(test => test.Term == oracle.Text(row, "term"));
            AssertAgree(oracle.Number(row, "ss"), test.SumOfSquares, formula);
            Assert.Equal(oracle.Number(row, "df"), test.Degrees);
            AssertAgree(oracle.Number(row, "f"), test.F, formula);
            AssertAgree(oracle.Number(row, "p"), test.P, formula);
        }
    }

    [Fact]
    public void Marginal_means_and_their_differences_agree_with_emmeans()
    {
        LinearModelResult anorexia = Fit("anorexia", "post ~ pre*treatment"), cars = Fit("mtcars", "mpg ~ wt + am*cyl");
        AssertMeans(anorexia.MarginalMeans("treatment"), "anorexia", "means");
        AssertMeans(cars.MarginalMeans("cyl"), "mtcars", "means");
        AssertContrasts(anorexia.MarginalMeans("treatment").Pairwise(ContrastAdjustment.Tukey), "anorexia", "tukey", 1e-5);
        AssertContrasts(cars.MarginalMeansBy("cyl", "am").Pairwise(), "mtcars", "holm", 1e-8);
    }

    private static LinearModelResult Fit(string data, string formula) => LinearModel.Fit(formula, OracleTable.Read("linear-models", $"{data}.csv").ToDataColumns());

    private static IEnumerable<int> Of(OracleTable table, string data, string formula) =>
        table.Rows.Where(row => table.Text(row, "data") == data && table.Text(row, "formula") == formula);

    private static void AssertMeans(MarginalMeans means, string data, string kind)
    {
        OracleTable oracle = OracleTable.Read("linear-models", "means.csv");
        foreach (int row in oracle.Rows.Where(row => oracle.Text(row, "data") == data && oracle.Text(row, "kind") == kind))
        {
            MarginalMean mean = means.Means.Single(mean => mean.Label == oracle.Text(row, "label"));
            AssertAgree(oracle.Number(row, "estimate"), mean.Estimate, data);
            AssertAgree(oracle.Number(row, "se"), mean.StandardError, data);
            AssertAgree(oracle.Number(row, "lower"), mean.Interval.Lower, data);
        }
    }

    private static void AssertContrasts(ContrastTable contrasts, string data, string kind, double tolerance)
    {
        OracleTable oracle = OracleTable.Read("linear-models", "means.csv");
        foreach (int row in oracle.Rows.Where(row => oracle.Text(row, "data") == data && oracle.Text(row, "kind") == kind))
        {
            ContrastEstimate contrast = contrasts.Contrast(oracle.Text(row, "label"), oracle.Text(row, "group"));
            AssertAgree(oracle.Number(row, "estimate"), contrast.Estimate, data);
            AssertAgree(oracle.Number(row, "se"), contrast.StandardError, data);
            AssertAgree(oracle.Number(row, "p"), contrast.P, data, tolerance);
            AssertAgree(oracle.Number(row, "lower"), contrast.Interval.Lower, data, tolerance * 10);
        }
    }
}
