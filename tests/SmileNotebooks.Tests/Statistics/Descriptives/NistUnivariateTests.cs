using System.Numerics;

namespace SmileNotebooks.Tests.Statistics.Descriptives;

/// <summary>Statistical Reference Datasets of the National Institute of Standards and Technology, univariate summary statistics: all nine sets. PiDigits and
/// NumAcc1 to 4 are made from their definitions; the others are in tests/oracles/statistics/nist-univariate. Certified to 15 digits.</summary>
public class NistUnivariateTests
{
    // digits: the least common number of correct digits (of mean, deviation, autocorrelation) that doubles allow. In NumAcc3 and 4 the data themselves are
    // rounded when they become doubles, by 1e-10 and 1e-9 of a spread of .1: nine and eight digits are all that is left in them.
    [Theory]
    [InlineData("PiDigits", 4.53480000000000, 2.86733906028871, -0.00355099287237972, 14.5)]
    [InlineData("Lottery", 518.958715596330, 291.699727470969, -0.120948622967393, 14)]
    [InlineData("Lew", -177.435000000000, 277.332168044316, -0.307304800605679, 14)]
    [InlineData("Mavro", 2.00185600000000, 0.000429123454003053, 0.937989183438248, 12)]
    [InlineData("Michelso", 299.852400000000, 0.0790105478190518, 0.535199668621283, 13)]
    [InlineData("NumAcc1", 10000002, 1, -0.5, 15)]
    [InlineData("NumAcc2", 1.2, 0.1, -0.999, 14)]
    [InlineData("NumAcc3", 1000000.2, 0.1, -0.999, 9)]
    [InlineData("NumAcc4", 10000000.2, 0.1, -0.999, 8)]
    public void Certified_values_come_out(string name, double mean, double deviation, double autocorrelation, double digits)
    {
        double[] values = Values(name);

        DescriptiveResult result = SmileNotebooks.Descriptives.Of(values);
        double lagged = SmileNotebooks.Descriptives.Autocorrelation(values);

        (double OfMean, double OfDeviation, double OfAutocorrelation) found =
            (Digits(mean, result.Mean), Digits(deviation, result.StandardDeviation), Digits(autocorrelation, lagged));
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {found}");
        Assert.True(found.OfMean >= Math.Max(digits, 14.9), $"mean {result.Mean:R}, {found.OfMean:0.0} digits");
        Assert.True(found.OfDeviation >= digits, $"deviation {result.StandardDeviation:R}, {found.OfDeviation:0.0} digits");
        Assert.True(found.OfAutocorrelation >= digits - 1.5, $"autocorrelation {lagged:R}, {found.OfAutocorrelation:0.0} digits");
    }

    // Correct significant digits; 15 where the rounded certified value is met.
    private static double Digits(double certified, double found) =>
        found == certified ? 15 : Math.Min(15, -Math.Log10(Math.Abs(found - certified) / Math.Abs(certified)));

    private static double[] Values(string name) => name switch
    {
        "PiDigits" => CertifiedDigitsOfPi(),
        "NumAcc1" => [10000001, 10000003, 10000002],
        "NumAcc2" => Alternating(1.2, 1.1, 1.3),
        "NumAcc3" => Alternating(1000000.2, 1000000.1, 1000000.3),
        "NumAcc4" => Alternating(10000000.2, 10000000.1, 10000000.3),
        _ => OracleTable.Read("nist-univariate", $"{name}.csv").Numbers("y"),
    };

    private static double[] Alternating(double first, double odd, double even) =>
        [first, .. Enumerable.Range(1, 1000).Select(i => i % 2 == 1 ? odd : even)];

    // The certified file has a slip: its digit 957 is 3 where pi has 8. The certified values are of the file.
    private static double[] CertifiedDigitsOfPi()
    {
        double[] digits = DigitsOfPi(5000);
        Assert.Equal(8, digits[956]);
        digits[956] = 3;
        return digits;
    }

    // Machin's formula in integers.
    private static double[] DigitsOfPi(int count)
    {
        BigInteger unit = BigInteger.Pow(10, count + 10);
        BigInteger ArcTangentOfInverse(int x)
        {
            BigInteger sum = 0;
            BigInteger power = unit / x;
            for (int n = 0; !power.IsZero; n++)
            {
                sum += (n % 2 == 0 ? power : -power) / ((2 * n) + 1);
                power /= x * x;
            }

            return sum;
        }

        BigInteger pi = 4 * ((4 * ArcTangentOfInverse(5)) - ArcTangentOfInverse(239));
        return [.. pi.ToString().Take(count).Select(digit => (double)(digit - '0'))];
    }
}
