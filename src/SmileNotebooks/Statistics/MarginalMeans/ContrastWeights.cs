// The weights of the usual families of contrasts.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class ContrastWeights
{
    public static IReadOnlyList<(string Name, double[] Weights)> Pairwise(ImmutableArray<string> labels) =>
        [.. from first in Enumerable.Range(0, labels.Length)
            from second in Enumerable.Range(first + 1, labels.Length - first - 1)
            select ($"{labels[first]} - {labels[second]}", Difference(labels.Length, first, second))];

    public static IReadOnlyList<(string Name, double[] Weights)> AgainstControl(ImmutableArray<string> labels, string control)
    {
        int reference = labels.IndexOf(control);
        return reference < 0
            ? throw new ArgumentException($"There is no '{control}'; there are: {string.Join(", ", labels)}.", nameof(control))
            : [.. Enumerable.Range(0, labels.Length).Where(label => label != reference)
                .Select(label => ($"{labels[label]} - {control}", Difference(labels.Length, label, reference)))];
    }

    public static IReadOnlyList<(string Name, double[] Weights)> AgainstMean(ImmutableArray<string> labels) =>
        [.. labels.Select((label, place) => ($"{label} effect", Enumerable.Range(0, labels.Length).Select(other => (other == place ? 1.0 : 0) - (1.0 / labels.Length)).ToArray()))];

    public static IReadOnlyList<(string Name, double[] Weights)> Polynomial(ImmutableArray<string> labels)
    {
        int levels = labels.Length;
        double[,] polynomials = OrthogonalPolynomials.Normalised([.. Enumerable.Range(0, levels).Select(level => (double)level)]);
        return [.. Enumerable.Range(0, levels - 1).Select(degree =>
            (NameOfDegree(degree + 1), WholeNumbers([.. Enumerable.Range(0, levels).Select(level => polynomials[level, degree])])))];
    }

    public static IReadOnlyList<(string Name, double[] Weights)> Interactions(ImmutableArray<DesignFactor> factors)
    {
        if (factors.Length < 2)
        {
            throw new ArgumentException("An interaction needs marginal means of at least two factors.", nameof(factors));
        }

        IReadOnlyList<(string Name, double[] Weights)> crossed = Pairwise(factors[0].Levels);
        foreach (DesignFactor factor in factors.Skip(1))
        {
            IReadOnlyList<(string Name, double[] Weights)> pairs = Pairwise(factor.Levels);
            crossed = [.. from left in crossed
                          from right in pairs
                          select ($"({left.Name}) x ({right.Name})", Product(left.Weights, right.Weights))];
        }

        return crossed;
    }

    private static double[] Product(double[] left, double[] right) => [.. left.SelectMany(a => right.Select(b => a * b))];

    private static double[] Difference(int count, int plus, int minus)
    {
        double[] weights = new double[count];
        weights[plus] = 1;
        weights[minus] = -1;
        return weights;
    }

    private static string NameOfDegree(int degree) => degree switch { 1 => "linear", 2 => "quadratic", 3 => "cubic", 4 => "quartic", _ => $"degree {degree}" };

    // Orthogonal polynomials of equally spaced points are whole numbers but for a factor: the least one that makes them so.
    private static double[] WholeNumbers(double[] polynomial)
    {
        double least = polynomial.Select(weight => Math.Abs(weight)).Where(weight => weight > 1e-9).Min();
        for (int factor = 1; factor <= 1000; factor++)
        {
            double[] scaled = [.. polynomial.Select(weight => weight / least * factor)];
            if (scaled.All(weight => Math.Abs(weight - Math.Round(weight)) < 1e-7 * factor))
            {
                return [.. scaled.Select(weight => Math.Round(weight))];
            }
        }

        return polynomial;
    }
}
