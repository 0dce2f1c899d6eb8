using SmileNotebooks.Tests.Statistics.Data;
using static SmileNotebooks.Tests.Statistics.AnalysisOfVariance.AnovaData;

namespace SmileNotebooks.Tests.Statistics.LinearModels;

public sealed class LinearModelOracleTests
{
    private static readonly StoredTable ModelTable = StoredTable.Read("linear-models", "models.csv");

    public static TheoryData<string, string> Models => new(ModelTable.Rows.Select(row => (ModelTable.Cell(row, "data"), ModelTable.Cell(row, "formula"))));

    [Theory]
    [MemberData(nameof(Models))]
    public void Coefficients_and_fit_agree_with_R(string data, string formula)
    {
        LinearModelResult fit = Fit(data, formula);
        StoredTable oracle = StoredTable.Read("linear-models", "coefficients.csv");
        string[][] rows = [.. Of(oracle, data, formula)];
        Assert.Equal(rows.Select(row => oracle.Cell(row, "name")), fit.Coefficients.Select(coefficient => coefficient.Name));
        foreach (string[] row in rows)
        {
            Coefficient coefficient = fit.Coefficient(oracle.Cell(row, "name"));
            AssertAgree(oracle.Value(row, "b"), coefficient.Estimate, formula);
            AssertAgree(oracle.Value(row, "se"), coefficient.StandardError, formula);
            AssertAgree(oracle.Value(row, "t"), coefficient.T, formula);
            AssertAgree(oracle.Value(row, "p"), coefficient.P, formula);
            AssertAgree(oracle.Value(row, "lower"), coefficient.Interval.Lower, formula);
            AssertAgree(oracle.Value(row, "upper"), coefficient.Interval.Upper, formula);
        }

        string[] model = Of(ModelTable, data, formula).Single();
        AssertAgree(ModelTable.Value(model, "s"), fit.ResidualStandardError, "s");
        Assert.Equal(ModelTable.Value(model, "df"), fit.ErrorDegrees);
        AssertAgree(ModelTable.Value(model, "r2"), fit.RSquared, "R2", scale: 1);
        AssertAgree(ModelTable.Value(model, "adjusted"), fit.AdjustedRSquared, "adjusted R2", scale: 1);
        AssertAgree(ModelTable.Value(model, "f"), fit.F, "F");
        AssertAgree(ModelTable.Value(model, "p"), fit.P, "p");
        AssertAgree(ModelTable.Value(model, "loglik"), fit.LogLikelihood, "log likelihood");
        AssertAgree(ModelTable.Value(model, "aic"), fit.Aic, "AIC");
        AssertAgree(ModelTable.Value(model, "bic"), fit.Bic, "BIC");
        AssertAgree(ModelTable.Value(model, "leverage3"), fit.Leverages()[2], "leverage");
        AssertAgree(ModelTable.Value(model, "residual5"), fit.Residuals[4], "residual");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Predictions_agree_with_R(string data, string formula)
    {
        DataColumns rows = StoredTable.Read("linear-models", $"{data}.csv").ToDataColumns();
        Prediction[] predictions = [.. Fit(data, formula).Predict(rows.Rows([0, 1]))];
        StoredTable oracle = StoredTable.Read("linear-models", "predictions.csv");
        foreach (string[] row in Of(oracle, data, formula))
        {
            Prediction prediction = predictions[(int)oracle.Value(row, "row")];
            AssertAgree(oracle.Value(row, "fit"), prediction.Fit, formula);
            AssertAgree(oracle.Value(row, "se"), prediction.StandardError, formula);
            AssertAgree(oracle.Value(row, "lower"), prediction.Interval.Lower, formula);
            AssertAgree(oracle.Value(row, "upper"), prediction.Interval.Upper, formula);
            AssertAgree(oracle.Value(row, "plower"), prediction.PredictionInterval.Lower, formula);
            AssertAgree(oracle.Value(row, "pupper"), prediction.PredictionInterval.Upper, formula);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Type_III_tests_agree_with_car(string data, string formula)
    {
        StoredTable oracle = StoredTable.Read("linear-models", "tests.csv");
        LinearModelTests tests = Fit(data, formula).TypeIII();
        string[][] rows = [.. Of(oracle, data, formula)];
        Assert.Equal(rows.Select(row => oracle.Cell(row, "term")), tests.Tests.Select(test => test.Term));
        foreach (string[] row in rows)
        {
            LinearModelTest test = tests.Tests.Single(test => test.Term == oracle.Cell(row, "term"));
            AssertAgree(oracle.Value(row, "ss"), test.SumOfSquares, formula);
            Assert.Equal(oracle.Value(row, "df"), test.Degrees);
            AssertAgree(oracle.Value(row, "f"), test.F, formula);
            AssertAgree(oracle.Value(row, "p"), test.P, formula);
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

    private static LinearModelResult Fit(string data, string formula) => LinearModel.Fit(formula, StoredTable.Read("linear-models", $"{data}.csv").ToDataColumns());

    private static IEnumerable<string[]> Of(StoredTable table, string data, string formula) =>
        table.Rows.Where(row => table.Cell(row, "data") == data && table.Cell(row, "formula") == formula);

    private static void AssertMeans(MarginalMeans means, string data, string kind)
    {
        StoredTable oracle = StoredTable.Read("linear-models", "means.csv");
        foreach (string[] row in oracle.Rows.Where(row => oracle.Cell(row, "data") == data && oracle.Cell(row, "kind") == kind))
        {
            MarginalMean mean = means.Means.Single(mean => mean.Label == oracle.Cell(row, "label"));
            AssertAgree(oracle.Value(row, "estimate"), mean.Estimate, data);
            AssertAgree(oracle.Value(row, "se"), mean.StandardError, data);
            AssertAgree(oracle.Value(row, "lower"), mean.Interval.Lower, data);
        }
    }

    private static void AssertContrasts(ContrastTable contrasts, string data, string kind, double tolerance)
    {
        StoredTable oracle = StoredTable.Read("linear-models", "means.csv");
        foreach (string[] row in oracle.Rows.Where(row => oracle.Cell(row, "data") == data && oracle.Cell(row, "kind") == kind))
        {
            ContrastEstimate contrast = contrasts.Contrast(oracle.Cell(row, "label"), oracle.Cell(row, "group"));
            AssertAgree(oracle.Value(row, "estimate"), contrast.Estimate, data);
            AssertAgree(oracle.Value(row, "se"), contrast.StandardError, data);
            AssertAgree(oracle.Value(row, "p"), contrast.P, data, tolerance);
            AssertAgree(oracle.Value(row, "lower"), contrast.Interval.Lower, data, tolerance * 10);
        }
    }
}
