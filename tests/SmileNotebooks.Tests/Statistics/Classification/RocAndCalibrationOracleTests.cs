// ROC curves against pROC and scikit-learn; calibration against R and scikit-learn.
namespace SmileNotebooks.Tests.Statistics.Classification;

public class RocAndCalibrationOracleTests
{
    private static readonly NamedValues R = ClassificationData.FromR;
    private static readonly NamedValues Python = ClassificationData.FromPython;

    [Theory]
    [InlineData("s100b")]
    [InlineData("wfns")]
    [InlineData("ndka")]
    public void Areas_and_DeLong_intervals_match_pROC(string score)
    {
        RocCurve curve = Bleeding(score);

        R.Match($"roc.{score}.auc", curve.Auc);
        R.Match($"roc.{score}.variance", curve.StandardError * curve.StandardError);
        R.Match($"roc.{score}.lower", curve.Interval.Lower);
        R.Match($"roc.{score}.upper", curve.Interval.Upper);
    }

    [Fact]
    public void Paired_tests_match_pROC()
    {
        RocComparison comparison = Bleeding("s100b").Paired(Bleeding("wfns"));
        RocComparison other = Bleeding("wfns").Paired(Bleeding("ndka"));

        R.Match("roc.pair.z", comparison.Z);
        R.Match("roc.pair.p", comparison.P);
        R.Match("roc.pair.lower", comparison.Interval.Lower);
        R.Match("roc.pair.upper", comparison.Interval.Upper);
        R.Match("roc.other.z", other.Z);
        R.Match("roc.other.p", other.P);
    }

    [Fact]
    public void Points_match_scikit_learn_and_the_best_one_pROC()
    {
        RocCurve curve = Bleeding("wfns");

        for (int i = 0; i < curve.Points.Length; i++)
        {
            Python.Match($"wfns.{i}.fpr", curve.Points[i].FalsePositiveRate);
            Python.Match($"wfns.{i}.tpr", curve.Points[i].TruePositiveRate);
        }

        R.Match("roc.wfns.sensitivity", curve.Best.TruePositiveRate);
        R.Match("roc.wfns.specificity", 1 - curve.Best.FalsePositiveRate);
    }

    [Fact]
    public void Calibration_matches_R_and_scikit_learn()
    {
        DataColumns table = ClassificationData.Columns("predictions");
        bool[] outcomes = ClassificationData.Outcomes(table, "y");

        CalibrationResult rough = Calibration.Of(table.Numeric("rough"), outcomes, new() { Groups = 6 });

        R.Match("calibration.intercept", rough.Intercept.Estimate);
        R.Match("calibration.intercept.se", rough.Intercept.StandardError);
        R.Match("calibration.slope", rough.Slope!.Estimate);
        R.Match("calibration.slope.se", rough.Slope.StandardError);
        R.Match("calibration.brier", rough.Brier);
        R.Match("calibration.scaled", rough.ScaledBrier);
        R.Match("calibration.logloss", rough.LogLoss);
        R.Match("hosmer.rough", rough.HosmerLemeshow.ChiSquared);
        R.Match("hosmer.rough.p", rough.HosmerLemeshow.P);
        Python.Match("brier", rough.Brier);
        Python.Match("logloss", rough.LogLoss);
        Python.Match("auc", RocCurve.From(table.Numeric("rough"), outcomes).Auc);
    }

    [Fact]
    public void Hosmer_and_Lemeshow_on_fitted_rows_match_R()
    {
        LogisticRegressionResult fit = LogisticRegression.Fit("low ~ age + lwt + race*smoke", ClassificationData.Columns("births"));

        CalibrationResult result = fit.Calibrate();

        R.Match("hosmer.fitted", result.HosmerLemeshow.ChiSquared);
        R.Match("hosmer.fitted.p", result.HosmerLemeshow.P);
        Assert.Equal(0, result.Intercept.Estimate, 9);
        Assert.Equal(1, result.Slope!.Estimate, 9);
    }

    [Fact]
    public void A_curve_of_equal_steps_matches_scikit_learn()
    {
        DataColumns table = ClassificationData.Columns("predictions");

        CalibrationResult result = Calibration.Of(
            table.Numeric("rough"), ClassificationData.Outcomes(table, "y"), new() { Groups = 5, Cut = CalibrationGroups.EqualWidth });

        for (int i = 0; i < result.Curve.Length; i++)
        {
            Python.Match($"curve.{i}.observed", result.Curve[i].Observed);
            Python.Match($"curve.{i}.predicted", result.Curve[i].Predicted);
        }
    }

    private static RocCurve Bleeding(string score)
    {
        DataColumns table = ClassificationData.Columns("bleeding");
        return RocCurve.From(table.Numeric(score), ClassificationData.Outcomes(table, "poor"), level: 0.9);
    }
}
