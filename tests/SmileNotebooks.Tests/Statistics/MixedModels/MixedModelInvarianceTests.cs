// What must not change when the data are written down differently, and what must change in proportion.
using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.MixedModels;

public class MixedModelInvarianceTests
{
    private const string Model = "y ~ condition + (condition | participant)";
    private static readonly Config Replayed = Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20250101, 1);

    private static DataColumns Rows(int seed) => SimulatedRows.Participants((ulong)(uint)seed, 12, 8, .5, 1, .6);

    [Fact]
    public void A_shift_of_the_response_moves_the_constant_only() => ForSeeds(seed =>
    {
        DataColumns rows = Rows(seed);
        double shift = 1000.0 * (1 + (seed & 7));
        MixedModel before = MixedModel.Fit(Model, rows);
        MixedModel after = MixedModel.Fit(Model, rows.With("y", Changed(rows, y => y + shift)));
        Near(before.FixedEffects[0].Estimate + shift, after.FixedEffects[0].Estimate, 1e-10);
        Near(before.FixedEffects[1].Estimate, after.FixedEffects[1].Estimate, 1e-7);
        Near(before.FixedEffects[1].Degrees, after.FixedEffects[1].Degrees, 1e-5);
        Near(before.Deviance, after.Deviance, 1e-9);
    });

    [Fact]
    public void A_scaled_response_scales_estimates_and_leaves_tests_alone() => ForSeeds(seed =>
    {
        DataColumns rows = Rows(seed);
        double scale = Math.Pow(10, (seed & 15) - 8);
        MixedModel before = MixedModel.Fit(Model, rows);
        MixedModel after = MixedModel.Fit(Model, rows.With("y", Changed(rows, y => y * scale)));
        Near(before.FixedEffects[1].Estimate * scale, after.FixedEffects[1].Estimate, 1e-8);
        Near(before.VarianceComponents.Terms[0].StandardDeviations[0] * scale, after.VarianceComponents.Terms[0].StandardDeviations[0], 1e-6);
        Near(before.FixedEffects[1].T, after.FixedEffects[1].T, 1e-7);
        Near(before.FixedEffects[1].Degrees, after.FixedEffects[1].Degrees, 1e-5);
    });

    [Fact]
    public void A_scaled_predictor_changes_no_test() => ForSeeds(seed =>
    {
        DataColumns rows = Rows(seed);
        MixedModel before = MixedModel.Fit(Model, rows);
        MixedModel after = MixedModel.Fit(Model, rows.With("condition", Array.ConvertAll(rows.Numeric("condition").ToArray(), x => 1e6 * x)));
        Near(before.FixedEffects[1].T, after.FixedEffects[1].T, 1e-7);
        Near(before.FixedEffects[1].Degrees, after.FixedEffects[1].Degrees, 1e-5);
        Near(before.VarianceComponents.Terms[0].StandardDeviations[1], 1e6 * after.VarianceComponents.Terms[0].StandardDeviations[1], 1e-5);
    });

    [Fact]
    public void The_order_of_rows_and_the_names_of_levels_do_not_matter() => ForSeeds(seed =>
    {
        DataColumns rows = Rows(seed);
        int[] order = [.. Enumerable.Range(0, rows.RowCount)];
        new RandomStream((ulong)(uint)seed, 9).Shuffle(order.AsSpan());
        DataColumns shuffled = rows.Rows(order);
        Factor participant = shuffled.Factor("participant");
        shuffled = shuffled.With("participant", Enumerable.Range(0, order.Length).Select(row => $"{participant.LabelOf(row)![1..]} reversed {99 - participant.Codes[row]}"));
        MixedModel before = MixedModel.Fit(Model, rows);
        MixedModel after = MixedModel.Fit(Model, shuffled);
        Near(before.Deviance, after.Deviance, 1e-11);
        Near(before.FixedEffects[1].T, after.FixedEffects[1].T, 1e-7);
        Near(before.FixedEffects[1].Degrees, after.FixedEffects[1].Degrees, 1e-5);
    });

    [Fact]
    public void Type_III_tests_do_not_depend_on_the_coding()
    {
        DataColumns rows = MixedModelOracle.Columns("cake", "replicate", "temperature");
        MixedModelAnova treatment = MixedModel.Fit("angle ~ recipe * temperature + (1 | recipe:replicate)", rows).Anova();
        foreach (ContrastCoding coding in (ContrastCoding[])[ContrastCoding.Sum, ContrastCoding.Helmert, ContrastCoding.Polynomial])
        {
            MixedModelAnova other = MixedModel.Fit(
                "angle ~ recipe * temperature + (1 | recipe:replicate)", rows, new MixedModelOptions { Coding = new ModelMatrixOptions { Contrasts = coding } }).Anova();
            foreach ((MixedModelTerm one, MixedModelTerm two) in treatment.Terms.Zip(other.Terms))
            {
                Near(one.F, two.F, 1e-8);
                Near(one.DenominatorDegrees, two.DenominatorDegrees, 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-150)]
    [InlineData(1e150)]
    [InlineData(1e297)]
    public void Responses_of_extreme_size_give_the_same_tests(double scale)
    {
        DataColumns rows = Rows(3);
        MixedModel before = MixedModel.Fit(Model, rows);
        MixedModel after = MixedModel.Fit(Model, rows.With("y", Changed(rows, y => y * scale)));
        Near(before.FixedEffects[1].T, after.FixedEffects[1].T, 1e-7);
        Near(before.FixedEffects[1].Degrees, after.FixedEffects[1].Degrees, 1e-5);
        Near(before.FixedEffects[1].Estimate * scale, after.FixedEffects[1].Estimate, 1e-8);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e297)]
    public void Responses_of_extreme_size_give_the_same_tests_of_means(double scale)
    {
        DataColumns rows = Rows(5);
        rows = rows.With("group", Enumerable.Range(0, rows.RowCount).Select(row => $"g{row / 8 % 3}"));
        MarginalMeans before = MixedModel.Fit("y ~ group + (1 | participant)", rows).MarginalMeans("group");
        MarginalMeans after = MixedModel.Fit("y ~ group + (1 | participant)", rows.With("y", Changed(rows, y => y * scale))).MarginalMeans("group");
        Near(before.Pairwise().Contrasts[0].P, after.Pairwise().Contrasts[0].P, 1e-6);
        Near(before.SimpleEffects().Effects[0].F, after.SimpleEffects().Effects[0].F, 1e-6);
        Near(before.Means[1].StandardError * scale, after.Means[1].StandardError, 1e-7);
    }

    [Fact]
    public void Noise_of_1e_minus_13_changes_nothing()
    {
        DataColumns rows = Rows(4);
        MixedModel before = MixedModel.Fit(Model, rows);
        MixedModel after = MixedModel.Fit(Model, rows.With("y", Changed(rows, y => y * (1 + 1e-13))));
        Near(before.FixedEffects[1].T, after.FixedEffects[1].T, 1e-8);
        Near(before.Deviance, after.Deviance, 1e-11);
    }

    private static void ForSeeds(Action<int> property) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            property(seed);
            return true;
        }).Check(Replayed);

    private static double[] Changed(DataColumns rows, Converter<double, double> change) => Array.ConvertAll(rows.Numeric("y").ToArray(), change);

    private static void Near(double expected, double actual, double share) => Assert.InRange(actual, expected - (share * Math.Abs(expected)), expected + (share * Math.Abs(expected)));
}
