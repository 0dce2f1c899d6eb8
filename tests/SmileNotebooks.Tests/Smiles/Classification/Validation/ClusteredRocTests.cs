namespace SmileNotebooks.Tests.Smiles.Classification;

public class ClusteredRocTests
{
    [Fact]
    public void Without_folds_the_area_is_that_of_the_ROC_curve()
    {
        (double[] scores, bool[] labels, int[] people) = Simulated(seed: 3, people: 40, rows: 5, effect: 1, spread: 0.5, rounded: true);

        BootstrapResult found = ClusteredRoc.Auc(scores, labels, people, options: new BootstrapOptions { Resamples = 500 });

        Assert.Equal(RocCurve.From((ReadOnlySpan<double>)scores, labels).Auc, found.Estimate, 1e-12);
        Assert.Equal([40], found.Units);
    }

    [Fact]
    public void With_folds_only_smiles_of_one_fold_are_compared()
    {
        (double[] scores, bool[] labels, int[] people) = Simulated(seed: 5, people: 30, rows: 4, effect: 1, spread: 0.5, rounded: true);
        int[] folds = [.. people.Select(person => person % 3)];
        double concordant = 0, pairs = 0;
        for (int one = 0; one < scores.Length; one++)
        {
            for (int other = 0; other < scores.Length; other++)
            {
                if (labels[one] && !labels[other] && folds[one] == folds[other])
                {
                    pairs++;
                    concordant += scores[one] > scores[other] ? 1 : scores[one] == scores[other] ? 0.5 : 0;
                }
            }
        }

        Assert.Equal(concordant / pairs, ClusteredRoc.Auc(scores, labels, people, folds, new BootstrapOptions { Resamples = 200 }).Estimate, 1e-12);
    }

    [Fact]
    public void A_resample_counts_people_who_are_drawn_twice_twice()
    {
        FoldedRanking ranking = new([1, 2, 3, 4], [false, true, false, true], [0, 0, 1, 1], [0, 0, 0, 0]);
        FoldedRanking written = new([1, 2, 1, 2, 3, 4], [false, true, false, true, false, true], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]);

        Assert.Equal(written.Auc(), ranking.Auc([2, 1]), 1e-15);
        Assert.Equal(1, ranking.Auc([0, 3]));
        Assert.Equal(double.NaN, ranking.Auc([0, 0]));
    }

    [Fact]
    public void The_area_under_the_curve_is_the_area()
    {
        (double[] scores, bool[] labels, int[] people) = Simulated(seed: 7, people: 60, rows: 5, effect: 1.2, spread: 0.5, rounded: true);
        int[] folds = [.. people.Select(person => person % 5)];

        double[] curve = new double[20_001];
        FoldedRanking ranking = new(scores, labels, people, folds);
        ranking.Curve(null, curve);

        double area = curve.Zip(curve.Skip(1), (left, right) => (left + right) / 2).Sum() / (curve.Length - 1);
        Assert.Equal(ranking.Auc(), area, 1e-3);
        Assert.Equal(1, curve[^1], 1e-12);
    }

    [Fact]
    public void Shifting_a_fold_changes_nothing()
    {
        (double[] scores, bool[] labels, int[] people) = Simulated(seed: 8, people: 20, rows: 5, effect: 1, spread: 0.5);
        int[] folds = [.. people.Select(person => person % 4)];
        double[] shifted = [.. scores.Select((score, row) => score + (100 * folds[row]))];
        BootstrapOptions options = new() { Resamples = 300 };

        Assert.Equal(ClusteredRoc.Auc(scores, labels, people, folds, options).Interval, ClusteredRoc.Auc(shifted, labels, people, folds, options).Interval);
        Assert.Equal(0, ClusteredRoc.Difference(scores, shifted, labels, people, folds, options).Estimate);
    }

    [Fact]
    public void Intervals_cover_the_true_area_about_as_often_as_they_say_where_DeLong_does_not()
    {
        // Classes of people, four smiles of each, most of the spread between people: an area of Phi(1 / sqrt(2 (1 + 2))).
        const int Sets = 400;
        double spread = Math.Sqrt(2);
        double truth = Normal.LowerTail(1.2 / Math.Sqrt(2 * (1 + (spread * spread))));
        int covered = 0, coveredByDeLong = 0;
        for (int set = 0; set < Sets; set++)
        {
            (double[] scores, bool[] labels, int[] people) = Simulated((ulong)set, people: 60, rows: 4, effect: 1.2, spread, byPerson: true);
            covered += ClusteredRoc.Auc(scores, labels, people, options: new BootstrapOptions { Resamples = 400, MaxDegreeOfParallelism = 1 }).Interval.Contains(truth) ? 1 : 0;
            coveredByDeLong += RocCurve.From((ReadOnlySpan<double>)scores, labels).Interval.Contains(truth) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"clustered bootstrap {covered / (double)Sets}, DeLong {coveredByDeLong / (double)Sets}");
        Assert.InRange(covered / (double)Sets, 0.91, 0.98);
        Assert.InRange(coveredByDeLong / (double)Sets, 0.5, 0.85);
    }

    [Fact]
    public void Results_do_not_depend_on_threads()
    {
        (double[] scores, bool[] labels, int[] people) = Simulated(seed: 9, people: 20, rows: 5, effect: 1, spread: 0.5);
        BootstrapOptions one = new() { Resamples = 500, MaxDegreeOfParallelism = 1 };
        BootstrapOptions four = one with { MaxDegreeOfParallelism = 4 };

        Assert.Equal(ClusteredRoc.Auc(scores, labels, people, options: one).Distribution, ClusteredRoc.Auc(scores, labels, people, options: four).Distribution);
        Assert.Equal(ClusteredRoc.Curve(scores, labels, people, options: one), ClusteredRoc.Curve(scores, labels, people, options: four));
    }

    [Fact]
    public void A_score_that_is_no_number_and_a_gap_between_clusters_are_named()
    {
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => ClusteredRoc.Auc([1, double.NaN], [true, false], [0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("cluster 1", Assert.Throws<ArgumentException>(() => ClusteredRoc.Auc([1, 2, 3], [true, false, true], [0, 2, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("1 outcomes", Assert.Throws<ArgumentException>(() => ClusteredRoc.Auc([1, 2, 3], [true], [0, 2, 2])).Message, StringComparison.Ordinal);
    }

    private static (double[] Scores, bool[] Labels, int[] People) Simulated(ulong seed, int people, int rows, double effect, double spread, bool rounded = false, bool byPerson = false)
    {
        FeatureTable table = SmileTables.Of(people, rows, 1, effect, spread, byPerson, seed);
        return (
            [.. table.Rows.Select(row => rounded ? Math.Round(row.Values[0], 1) : row.Values[0])],
            [.. table.Rows.Select(row => row.Label!.Value)],
            [.. Enumerable.Range(0, table.Rows.Length).Select(row => row / rows)]);
    }
}
