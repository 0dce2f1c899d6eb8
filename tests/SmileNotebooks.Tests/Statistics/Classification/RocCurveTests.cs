// ROC curves and calibration at their edges.
using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.Classification;

public class RocCurveTests
{
    [Fact]
    public void Sentences_and_tables_read_as_a_paper_has_them()
    {
        RocCurve curve = RocCurve.From([1, 2, 3, 4, 5, 6], [false, false, true, false, true, true]);

        Assert.Equal("AUC = .889, 95% CI [.581, 1.000], p = .013, 3 events and 3 others", curve.ToString());
        Assert.Contains("Youden", curve.ToTable().Note);
        Assert.Equal(7, curve.Points.Length);
        Assert.Equal((double.PositiveInfinity, 0, 0), (curve.Points[0].Threshold, curve.Points[0].FalsePositiveRate, curve.Points[0].TruePositiveRate));
        Assert.Equal((1.0, 1.0, 1.0), (curve.Points[^1].Threshold, curve.Points[^1].FalsePositiveRate, curve.Points[^1].TruePositiveRate));
    }

    [Fact]
    public void A_perfect_score_has_an_area_of_one_without_error()
    {
        RocCurve curve = RocCurve.From([1, 2, 3, 4], [false, false, true, true]);

        Assert.Equal((1.0, 0.0, 1.0), (curve.Auc, curve.StandardError, curve.Interval.Lower));
        Assert.True(double.IsNaN(curve.P));
        Assert.Equal(3, curve.Best.Threshold);
    }

    [Fact]
    public void Scores_all_alike_are_chance()
    {
        RocCurve curve = RocCurve.From([5, 5, 5, 5], [false, true, false, true]);

        Assert.Equal(0.5, curve.Auc);
        Assert.Equal(2, curve.Points.Length);
    }

    [Fact]
    public void Curves_that_rank_alike_do_not_differ()
    {
        bool[] outcomes = [false, true, false, true, true];
        RocCurve curve = RocCurve.From([1, 2, 3, 4, 2.5], outcomes);

        RocComparison comparison = curve.Paired(RocCurve.From([10, 20, 30, 40, 25], outcomes));

        Assert.Equal((0.0, 0.0, 1.0), (comparison.Difference, comparison.Z, comparison.P));
        Assert.Equal(3, comparison.ToTable().Rows.Length);
        Assert.EndsWith("(unpaired)", curve.Unpaired(curve).Apa);
    }

    [Fact]
    public void Rows_without_a_score_are_dropped_where_the_caller_says_so()
    {
        double[] scores = [0.1, double.NaN, 0.4, 0.35, 0.8, double.NaN];
        bool[] outcomes = [false, true, false, true, true, false];
        CalibrationOptions options = new() { Groups = 2, Missing = MissingValues.DropListwise };

        RocCurve curve = RocCurve.From(scores, outcomes, missing: MissingValues.DropListwise);
        CalibrationResult calibration = Calibration.Of(scores, outcomes, options);

        Assert.Equal(RocCurve.From([0.1, 0.4, 0.35, 0.8], [false, false, true, true]).Auc, curve.Auc);
        Assert.Equal(Calibration.Of([0.1, 0.4, 0.35, 0.8], [false, false, true, true], options).Apa, calibration.Apa);
        Assert.Equal([1, 5], curve.Dropped.Rows);
        Assert.Equal([1, 5], calibration.Dropped.Rows);
        Assert.EndsWith("Missing scores: 2 rows dropped (1, 5).", curve.ToTable().Note, StringComparison.Ordinal);
        Assert.EndsWith("Missing probabilities: 2 rows dropped (1, 5).", calibration.ToTable().Note, StringComparison.Ordinal);
        Assert.True(RocCurve.From([double.NegativeInfinity, 0, double.PositiveInfinity], [false, true, true]).Auc == 1);
    }

    [Fact]
    public void Errors_name_what_is_wrong()
    {
        Assert.Contains("Of 2 rows 2 are events", Error(() => RocCurve.From([1, 2], [true, true])));
        Assert.Contains("Row 1: 'score' is NaN. Choose a policy", Error(() => RocCurve.From([1, double.NaN], [true, false])));
        Assert.Contains("2 values of 'score' and 3 outcomes", Error(() => RocCurve.From([1, 2], [true, false, true])));
        Assert.Contains("outcomes differ", Error(() => RocCurve.From([1, 2], [true, false]).Paired(RocCurve.From([1, 2], [false, true]))));
        Assert.Contains("Row 0: the probability is 1.5", Error(() => Calibration.Of([1.5, 0.2], [true, false])));
        Assert.Contains("Row 1: 'probability' is NaN", Error(() => Calibration.Of([0.5, double.NaN, 0.2], [true, true, false])));
        Assert.Contains("Of 2 rows 0 are events", Error(() => Calibration.Of([0.5, 0.2], [false, false])));
        Assert.Contains("Groups is 1", Error(() => Calibration.Of([0.5, 0.2], [true, false], new() { Groups = 1 })));
    }

    [Fact]
    public void Certain_predictions_have_their_limits()
    {
        CalibrationResult right = Calibration.Of([0, 0, 1, 1], [false, false, true, true]);
        CalibrationResult wrong = Calibration.Of([0, 0, 1, 1], [false, true, true, false]);

        Assert.Equal((0.0, 0.0), (right.Brier, right.LogLoss));
        Assert.Null(right.Slope);
        Assert.Equal(double.PositiveInfinity, wrong.LogLoss);
        Assert.Equal(double.PositiveInfinity, wrong.HosmerLemeshow.ChiSquared);
    }

    [Fact]
    public void One_prediction_for_all_has_no_slope()
    {
        CalibrationResult result = Calibration.Of([0.25, 0.25, 0.25, 0.25], [true, false, false, true]);

        Assert.Null(result.Slope);
        Assert.Single(result.Curve);
        Assert.Equal(Math.Log(3), result.Intercept.Estimate, 12);
        Assert.Contains("slope NA", result.ToString());
        Assert.Contains("expected calibration error .250", result.ToTable().Note);
    }

    [Fact]
    public void Area_is_the_share_of_pairs_and_turns_around_with_the_scores() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20, 7).WithMaxTest(200), Prop.ForAll<(int, bool)[]>(pairs =>
        {
            double[] scores = [.. pairs.Select(pair => (double)pair.Item1), 1, 2];
            bool[] outcomes = [.. pairs.Select(pair => pair.Item2), true, false];
            double[] events = [.. scores.Where((_, row) => outcomes[row])];
            double[] others = [.. scores.Where((_, row) => !outcomes[row])];
            double share = events.Sum(high => others.Sum(low => high > low ? 1 : high == low ? 0.5 : 0)) / events.Length / others.Length;
            RocCurve curve = RocCurve.From(scores, outcomes);
            RocCurve turned = RocCurve.From([.. scores.Select(score => -3 * score)], outcomes);
            return Math.Abs(curve.Auc - share) < 1e-12 && Math.Abs(turned.Auc - (1 - share)) < 1e-12 && !(Math.Abs(turned.StandardError - curve.StandardError) > 1e-12);
        }));

    [Fact]
    public void DeLong_covers_and_its_paired_test_keeps_to_five_percent()
    {
        const int Seeds = 1000;
        int covered = 0;
        int rejected = 0;
        double truth = Normal.LowerTail(1 / Math.Sqrt(2));
        for (int seed = 0; seed < Seeds; seed++)
        {
            Random random = new(seed);
            bool[] outcomes = [.. Enumerable.Range(0, 120).Select(row => row < 60)];
            double[] Scores(double[] shared) =>
                [.. outcomes.Select((isEvent, row) => (isEvent ? 1 : 0) + (Math.Sqrt(0.5) * (shared[row] + Normal.Quantile(random.NextDouble()))))];
            double[] shared = [.. outcomes.Select(_ => Normal.Quantile(random.NextDouble()))];
            RocCurve first = RocCurve.From(Scores(shared), outcomes);
            covered += first.Interval.Contains(truth) ? 1 : 0;
            rejected += first.Paired(RocCurve.From(Scores(shared), outcomes)).P <= 0.05 ? 1 : 0;
        }

        Assert.InRange(covered, 922, 974);
        Assert.InRange(rejected, 26, 76);
    }

    private static string Error(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
