// Labels, messages and estimates are the same in every culture: here one that writes 1,5 and names infinity by a sign.
using System.Globalization;

namespace SmileNotebooks.Tests.Statistics.Data;

public sealed class CultureTests
{
    [Fact]
    public void Numbers_as_levels_are_written_with_a_point() => InAnotherCulture(() =>
        Assert.Equal(["0.5", "1.5"], DataColumns.Empty.With("dose", [1.5, .5]).Factor("dose").Levels));

    [Fact]
    public void Messages_write_numbers_with_a_point() => InAnotherCulture(() =>
    {
        DataColumns data = DataColumns.Empty.With("y", [1.5, 1.5, 1.5]).With("x", [1.0, 2, double.NegativeInfinity]).With("g", ["a", "a", "b"]);
        Assert.Contains("Row 2: 'x' is -Infinity", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ x", data)).Message);
        Assert.Contains("'y' is 1.5 in every row", Assert.Throws<ArgumentException>(() => LinearModel.Fit("y ~ 1", data)).Message);
        Assert.Contains("'y' is 1.5 in each of 3 rows", Assert.Throws<ArgumentException>(() => MixedModel.Fit("y ~ 1 + (1 | g)", data)).Message);
    });

    [Fact]
    public void Marginal_means_of_a_factor_of_fractions_are_those_of_its_levels()
    {
        DataColumns data = DataColumns.Empty.With("y", [1.0, 2, 4, 5]).With("dose", [.5, .5, 1.5, 1.5]);
        string[] Means() => [.. LinearModel.Fit("y ~ factor(dose)", data).MarginalMeans("factor(dose)").Means.Select(mean => mean.ToString())];
        string[] invariant = Means();
        InAnotherCulture(() => Assert.Equal(invariant, Means()));
        Assert.StartsWith("0.5: 1.50,", invariant[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_and_tables_are_the_same()
    {
        DataColumns data = DataColumns.Empty.With("y", [1.25, 2.5, 4, 5.5, 7, 6.5, 2, 3]).With("x", [1, 2.5, 3, 4, 5, 6, 1.5, 3]).With("g", ["a", "a", "b", "b", "c", "c", "d", "d"]);
        string All()
        {
            AnovaResult anova = Anova.OneWay([[1.5, 2, 2.5], [2.5, 3, 4]]);
            MixedModel mixed = MixedModel.Fit("y ~ x + (1 | g)", data);
            LinearModelResult linear = LinearModel.Fit("y ~ x", data);
            IStatisticalResult[] results = [anova, anova.MarginalMeans("group"), anova.MarginalMeans("group").Pairwise(), linear, linear.TypeIII(),
                mixed, mixed.Anova(), mixed.VarianceComponents, mixed.RandomEffects[0]];
            return string.Join('\n', results.Select(result => result.Apa + result.ToTable().ToText()));
        }

        string invariant = All();
        InAnotherCulture(() => Assert.Equal(invariant, All()));
        Assert.Contains("y ~ x", invariant, StringComparison.Ordinal);
    }

    private static void InAnotherCulture(Action check)
    {
        CultureInfo before = CultureInfo.CurrentCulture, other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "~");
        (other.NumberFormat.PositiveInfinitySymbol, other.NumberFormat.NegativeInfinitySymbol, other.NumberFormat.NaNSymbol) = ("\u221e", "-\u221e", "none");
        try
        {
            CultureInfo.CurrentCulture = other;
            check();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
