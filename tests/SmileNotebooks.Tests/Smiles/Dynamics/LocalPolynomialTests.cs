using System.Text.Json;
using TestSupport;

namespace SmileNotebooks.Tests.Smiles;

/// <summary>Smoothing and derivatives against SciPy and NumPy (tests/oracles/smiles), and on polynomials, which it must not change.</summary>
public sealed class LocalPolynomialTests
{
    [Fact]
    public void With_equal_weights_on_even_samples_it_is_the_Savitzky_Golay_filter()
    {
        JsonElement oracle = Oracle("even");
        double[] times = Numbers(oracle, "times");
        (double[] position, double[] velocity, double[] acceleration) = Fit(times, Numbers(oracle, "values"), times.Length, 0.02, 0.165, SmoothingKernel.Uniform);

        for (int i = 9; i < times.Length - 9; i++)
        {
            Assert.Equal(Numbers(oracle, "position")[i], position[i], 1e-10);
            Assert.Equal(Numbers(oracle, "velocity")[i], velocity[i], 1e-9);
            Assert.Equal(Numbers(oracle, "acceleration")[i], acceleration[i], 1e-7);
        }
    }

    [Fact]
    public void On_uneven_samples_it_is_weighted_least_squares()
    {
        JsonElement oracle = Oracle("uneven");
        double[] expected = Numbers(oracle, "position");
        (double[] position, double[] velocity, double[] acceleration) = Fit(
            Numbers(oracle, "times"), Numbers(oracle, "values"), expected.Length, 0.02, 0.35, SmoothingKernel.Tricube);

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], position[i], 1e-10);
            Assert.Equal(Numbers(oracle, "velocity")[i], velocity[i], 1e-8);
            Assert.Equal(Numbers(oracle, "acceleration")[i], acceleration[i], 1e-6);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(120)]
    public void A_cubic_passes_unchanged_whatever_the_stamps(double rate)
    {
        RandomStream random = new(3);
        double[] times = [.. Enumerable.Range(0, (int)(4 * rate)).Select(i => (i + (0.8 * random.NextDouble())) / rate)];
        double[] values = [.. times.Select(t => 2 - t + (0.5 * t * t) - (0.1 * t * t * t))];
        (double[] position, double[] velocity, double[] acceleration) = Fit(times, values, 150, 0.02, 0.35, SmoothingKernel.Tricube);

        for (int i = 0; i < position.Length; i++)
        {
            double t = times[0] + (0.02 * i);
            Assert.Equal(2 - t + (0.5 * t * t) - (0.1 * t * t * t), position[i], 1e-7);
            Assert.Equal(-1 + t - (0.3 * t * t), velocity[i], 1e-5);
            Assert.Equal(1 - (0.6 * t), acceleration[i], 1e-3);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Few_samples_are_fitted_by_as_much_as_they_determine(int count)
    {
        double[] times = [.. Enumerable.Range(0, count).Select(i => i * 0.1)];
        (double[] position, double[] velocity, double[] acceleration) = Fit(times, [.. times.Select(t => 1 + (2 * t))], count, 0.1, 0.35, SmoothingKernel.Tricube);

        for (int i = 0; i < count; i++)
        {
            Assert.Equal(1 + (count > 1 ? 2 * times[i] : 0), position[i], 1e-9);
            Assert.Equal(count > 1 ? 2 : 0, velocity[i], 1e-7);
            Assert.Equal(0, acceleration[i], 1e-5);
        }
    }

    private static (double[] Position, double[] Velocity, double[] Acceleration) Fit(double[] times, double[] values, int count, double step, double halfWidth, SmoothingKernel kernel)
    {
        (double[] position, double[] velocity, double[] acceleration) = (new double[count], new double[count], new double[count]);
        LocalPolynomial.Fit(times, values, times[0], step, halfWidth, position, velocity, acceleration, kernel);
        return (position, velocity, acceleration);
    }

    private static JsonElement Oracle(string name) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "oracles", "smiles", "local-cubic.json"))).RootElement.GetProperty(name);

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
