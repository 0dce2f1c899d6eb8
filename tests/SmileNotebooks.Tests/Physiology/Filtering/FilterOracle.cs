// What SciPy gives (tests/oracles/physiology/filtering), and how near to it ours must be.
using System.Globalization;

namespace SmileNotebooks.Tests.Physiology.Filtering;

/// <summary>One row of the table: an operation with its arguments, and ten values of its result.</summary>
internal sealed record FilterOracle
{
    /// <summary>Relative to the largest value of the result, or of the input where that is larger: the tolerance that is promised.</summary>
    public const double Tolerance = 1e-10;

    private static readonly Lazy<FilterOracle[]> All = new(() => [.. File.ReadLines(Repository.PathOf("tests", "oracles", "physiology", "filtering", "expected.csv")).Skip(1).Select(Parse)]);

    private readonly Dictionary<string, string> _arguments;
    private readonly double _largest;
    private readonly double _sum;
    private readonly double[] _values;
    private readonly int _count;

    private FilterOracle(string[] cells)
    {
        Operation = cells[0];
        _arguments = cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        SampleCount = int.Parse(cells[2], CultureInfo.InvariantCulture);
        _count = int.Parse(cells[3], CultureInfo.InvariantCulture);
        _largest = double.Parse(cells[4], CultureInfo.InvariantCulture);
        _sum = double.Parse(cells[5], CultureInfo.InvariantCulture);
        _values = [.. cells[6].Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
        Name = $"{cells[0]} {cells[1]} n={cells[2]}";
    }

    public string Operation { get; }

    public string Name { get; }

    public int SampleCount { get; }

    public static FilterOracle[] Of(string operation)
    {
        FilterOracle[] rows = [.. All.Value.Where(row => row.Operation == operation)];
        Assert.NotEmpty(rows);
        return rows;
    }

    public string Text(string argument) => _arguments[argument];

    public double Number(string argument) => double.Parse(_arguments[argument], CultureInfo.InvariantCulture);

    public int Integer(string argument) => int.Parse(_arguments[argument], CultureInfo.InvariantCulture);

    /// <summary>The samples that the row was made of.</summary>
    public double[] Samples() => Noise(SampleCount, SampleCount is 1500 or 700 && _arguments.ContainsKey("order") ? Integer("order") : 1);

    public static double[] Noise(int count, long seed = 1)
    {
        double[] samples = new double[count];
        for (int index = 0; index < count; index++)
        {
            seed = ((1103515245 * seed) + 12345) % (1L << 31);
            samples[index] = ((double)seed / (1 << 30)) - 1;
        }

        return samples;
    }

    /// <param name="actual">Our values.</param>
    /// <param name="scale">The largest input, where rounding is relative to that.</param>
    public void Match(IReadOnlyList<double> actual, double scale = 0)
    {
        scale = Math.Max(scale, _largest);
        Assert.True(_count == actual.Count, $"{Name}: {actual.Count} values, expected {_count}.");
        for (int picked = 0; picked < _values.Length; picked++)
        {
            int index = (int)((long)picked * (_count - 1) / (_values.Length - 1));
            double difference = Math.Abs(actual[index] - _values[picked]);
            Assert.True(difference <= Tolerance * scale, $"{Name}: value {index} is {actual[index]:R}, expected {_values[picked]:R}; off by {difference / scale:g2} of the largest.");
        }

        double sum = actual.Sum(Math.Abs);
        Assert.True(Math.Abs(sum - _sum) <= Tolerance * scale * _count, $"{Name}: the absolute values sum to {sum:R}, expected {_sum:R}.");
    }

    private static FilterOracle Parse(string line) => new(line.Split(','));
}
