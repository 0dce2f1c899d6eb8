// Logistic regression against R, scikit-learn and statsmodels.
namespace SmileNotebooks.Tests.Statistics.Classification;

public class LogisticRegressionOracleTests
{
    private static readonly NamedValues R = ClassificationData.FromR;
    private static readonly NamedValues Python = ClassificationData.FromPython;

    [Theory]
    [InlineData("births", "low ~ age + lwt + race*smoke")]
    [InlineData("cars", "am ~ wt + hp")]
    [InlineData("infertile", "case ~ spontaneous + induced + education")]
    public void Formulae_match_glm(string data, string formula)
    {
        LogisticRegressionResult result = LogisticRegression.Fit(formula, ClassificationData.Columns(data));

        foreach (LogisticCoefficient coefficient in result.Coefficients)
        {
            string label = $"{data}.{coefficient.Name}";
            R.Match($"{label}.b", coefficient.Estimate);
            R.Match($"{label}.se", coefficient.StandardError);
            R.Match($"{label}.z", coefficient.Z);
            R.Match($"{label}.p", coefficient.P);
            R.Match($"{label}.lower", coefficient.Interval.Lower);
            R.Match($"{label}.upper", coefficient.Interval.Upper);
        }

        R.Match($"{data}.deviance", result.Deviance);
        R.Match($"{data}.null", result.NullDeviance);
        R.Match($"{data}.aic", result.Aic);
        R.Match($"{data}.bic", result.Bic);
        R.Match($"{data}.fitted3", result.Probabilities[2]);
        R.Match($"{data}.model.chi", result.ModelTest.ChiSquared);
        R.Match($"{data}.model.p", result.ModelTest.P);
    }

    [Fact]
    public void Likelihood_ratios_match_car_type_three()
    {
        LogisticRegressionResult result = LogisticRegression.Fit(
            "low ~ age + lwt + race*smoke", ClassificationData.Columns("births"), new() { Coding = new() { Contrasts = ContrastCoding.Sum } });

        foreach (LikelihoodRatio test in result.LikelihoodRatioTests().Tests)
        {
            R.Match($"births.lr.{test.Term}.chi", test.ChiSquared, 1e-7);
            R.Match($"births.lr.{test.Term}.p", test.P, 1e-7);
        }
    }

    [Fact]
    public void Profile_limits_match_the_deviance_of_offset_fits()
    {
        LogisticRegressionResult result = LogisticRegression.Fit("am ~ wt + hp", ClassificationData.Columns("cars"));

        var intervals = result.ProfileIntervals();

        R.Match("cars.profile.constant.lower", intervals[0].Lower);
        R.Match("cars.profile.constant.upper", intervals[0].Upper);
        R.Match("cars.profile.wt.lower", intervals[1].Lower);
        R.Match("cars.profile.wt.upper", intervals[1].Upper);
    }

    [Theory]
    [InlineData("10", 10)]
    [InlineData("1", 1)]
    [InlineData("0.01", 0.01)]
    public void Penalised_estimates_match_scikit_learn(string name, double c)
    {
        DataColumns births = ClassificationData.Columns("births");
        string[] names = ["age", "lwt", "ptl", "ht"];

        LogisticRegressionResult result = LogisticRegression.Fit(
            ClassificationData.Matrix(births, names), ClassificationData.Outcomes(births, "low"), names, new() { Penalty = 1 / c });

        Python.Match($"penalised.{name}.constant", result[LogisticRegression.InterceptName].Estimate);
        foreach (string predictor in names)
        {
            Python.Match($"penalised.{name}.{predictor}", result[predictor].Estimate);
        }
    }

    [Fact]
    public void A_steep_fit_matches_statsmodels_on_breast_cancer()
    {
        LogisticRegressionResult result = LogisticRegression.Fit(
            "malignant ~ radius + texture + smoothness + compactness + worstsmoothness", ClassificationData.Columns("cancer"));

        Python.Match("cancer.llf", result.LogLikelihood);
        foreach (LogisticCoefficient coefficient in result.Coefficients)
        {
            string name = coefficient.Name == LogisticRegression.InterceptName ? "const" : coefficient.Name;
            Python.Match($"cancer.{name}.b", coefficient.Estimate);
            Python.Match($"cancer.{name}.se", coefficient.StandardError);
        }
    }
}
