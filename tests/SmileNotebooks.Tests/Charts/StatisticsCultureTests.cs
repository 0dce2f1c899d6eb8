// Sentences, tables and errors are the same in every culture.
using System.Globalization;

namespace SmileNotebooks.Tests.Charts;

public class StatisticsCultureTests
{
    public static TheoryData<string> Names => [.. StatisticsResults.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sentence_and_table_of_every_result_are_the_same_where_the_decimal_sign_is_a_comma(string name)
    {
        IStatisticalResult result = StatisticsResults.All[name];
        string usual = Text(result);

        Assert.Equal(usual, Under(Foreign(), () => Text(result)));
    }

    [Fact]
    public void Errors_write_numbers_with_a_point_in_every_culture() => Under(Foreign(), () =>
    {
        AssertSays("All 3 values are -0.5", () => TTest.OneSample([-0.5, -0.5, -0.5]));
        AssertSays("null hypothesis is NaN", () => TTest.OneSample([1, 2], new TTestOptions { Null = double.NaN }));
        AssertSays("The confidence level is 1.5", () => TTest.OneSample([1, 2], new TTestOptions { Level = 1.5 }));
        AssertSays("Row 1: 'values' is -Infinity", () => TTest.OneSample([1, double.NegativeInfinity]));
        AssertSays("alpha is 0.7", () => Tost.OneSample([1, 2], -1, 1, new() { Alpha = 0.7 }));
        AssertSays("are 0.5 and -0.5", () => Tost.OneSample([1, 2], 0.5, -0.5));
        AssertSays("found 1.5 and -0.5", () => BayesFactor.FromT(1.5, 10, -0.5));
        AssertSays("p value 0 is -0.5", () => Multiplicity.Holm([-0.5]));
        AssertSays("All 3 values of x are -1.5", () => Correlation.Pearson([-1.5, -1.5, -1.5], [1, 2, 3]));
        AssertSays("All ratings are 2.5", () => IntraclassCorrelation.Of(new[,] { { 2.5, 2.5 }, { 2.5, 2.5 } }));
        AssertSays("found r = -1.5", () => EffectSizes.FisherZ("a", -1.5, 10));
        AssertSays("found standard error -0.5", () => MetaAnalysis.Fit([1.0, 2], [0.1, -0.5]));
        AssertSays("all 3 are 0.5", () => MetaAnalysis.Fit([1.0, 2, 4], [0.5, 0.5, 0.5]).Egger());
        AssertSays("probability is -0.5", () => Calibration.Of([0.5, -0.5], [true, false]));
        AssertSays("Penalty is -0.5", () => LogisticRegression.Fit(new[,] { { 1.0 }, { 2.0 } }, [true, false], options: new() { Penalty = -0.5 }));
        return true;
    });

    // The sign of minus and the separators of Swedish and German; cultures by name may be absent where a program runs.
    private static CultureInfo Foreign()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.NaNSymbol = "keine Zahl";
        culture.NumberFormat.PositiveInfinitySymbol = "unendlich";
        culture.NumberFormat.NegativeInfinitySymbol = "-unendlich";
        return culture;
    }

    private static string Text(IStatisticalResult result) => $"{result.Apa}\n{result}\n{result.ToTable().ToText()}";

    private static void AssertSays(string words, Action action) => Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(action).Message);

    private static T Under<T>(CultureInfo culture, Func<T> action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
