// A balanced layout has estimates in closed form (Searle, Casella and McCulloch, 1992, section 4.4), so that every seed is an oracle: fits near and on the boundary too.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

public class BalancedLayoutTests
{
    [Fact]
    public void Restricted_estimates_of_a_balanced_layout_are_those_of_its_analysis_of_variance()
    {
        int singular = 0;
        for (ulong seed = 1; seed <= 400; seed++)
        {
            const int Groups = 9, Rows = 5;
            DataColumns rows = SimulatedRows.Participants(seed, Groups, Rows, 0, .05 + (seed % 8 * .15), 0);
            MixedModel model = MixedModel.Fit("y ~ 1 + (1 | participant)", rows);
            (double between, double within) = MeanSquares(rows.Numeric("y"), Groups, Rows);
            double variance = Math.Max(0, between - within) / Rows;
            double residual = variance > 0 ? within : ((within * Groups * (Rows - 1)) + (between * (Groups - 1))) / ((Groups * Rows) - 1);
            singular += variance > 0 ? 0 : 1;
            Assert.Equal(variance, model.VarianceComponents.Terms[0].Variances[0], 1e-6);
            Assert.Equal(residual, model.VarianceComponents.ResidualVariance, 1e-6);
            Assert.True(model.Converged);
        }

        Assert.InRange(singular, 40, 150);
    }

    [Fact]
    public void Independent_terms_of_a_factor_may_have_as_many_effects_as_there_are_rows()
    {
        // Ten participants x two rows: a constant and a slope each, which lme4 fits as well.
        MixedModel model = MixedModel.Fit("y ~ condition + (1 + condition || participant)", SimulatedRows.Participants(3, 10, 2, .5, 1, .5));
        Assert.True(model.Converged);
        Assert.Throws<ArgumentException>(() => MixedModel.Fit("y ~ condition + (1 + condition | participant)", SimulatedRows.Participants(3, 10, 2, .5, 1, .5)));
    }

    private static (double Between, double Within) MeanSquares(ReadOnlySpan<double> values, int groups, int rows)
    {
        double[] y = values.ToArray();
        double[] means = [.. y.Chunk(rows).Select(group => group.Average())];
        double grand = y.Average();
        double between = rows * means.Sum(mean => (mean - grand) * (mean - grand)) / (groups - 1);
        double within = y.Select((value, row) => value - means[row / rows]).Sum(rest => rest * rest) / (groups * (rows - 1));
        return (between, within);
    }
}
