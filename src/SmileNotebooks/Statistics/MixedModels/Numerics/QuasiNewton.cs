// Minimises a smooth function of few parameters: BFGS with a line search that trusts the slope where values drown in rounding.
namespace SmileNotebooks;

/// <summary>BFGS (Nocedal and Wright, 2006, algorithm 6.1) with the approximate Wolfe conditions of Hager and Zhang (2005).</summary>
/// <param name="value">Value at a point; positive infinity where there is none.</param>
/// <param name="gradient">Writes the gradient at the point of the last call of <paramref name="value"/>.</param>
internal sealed class QuasiNewton(Func<double[], double> value, Action<double[]> gradient)
{
    private const int MostIterations = 500;
    private const double Target = 1e-15;
    private const double Rounding = 1e-13;

    // Less than the distance of a start of 1 from 0, where the slope of an even function vanishes whether or not it is least.
    private const double LongestFirstStep = .7;

    public Minimum Minimise(double[] start)
    {
        State state = new(start, value(start), new double[start.Length], 0);
        if (start.Length == 0 || !double.IsFinite(state.Value))
        {
            return new(start, state.Value, start.Length == 0 ? 0 : double.PositiveInfinity, 0);
        }

        gradient(state.Gradient);
        double[,] inverse = Scaled(start.Length, LongestFirstStep / Math.Max(1, state.Gradient.Max(Math.Abs)));
        for (int iteration = 0; ; iteration++)
        {
            double[] direction = Direction(inverse, state.Gradient);
            double decrement = -Dot(direction, state.Gradient);
            if (!(decrement > Target) || iteration == MostIterations || Search(state, direction, -decrement) is not { } next)
            {
                return new(state.Point, state.Value, Math.Max(decrement, 0), iteration);
            }

            Update(ref inverse, Difference(next.Point, state.Point), Difference(next.Gradient, state.Gradient), iteration == 0);
            state = next;
        }
    }

    private State? Search(State origin, double[] direction, double slope)
    {
        const double Decrease = 1e-4;
        const double Curvature = .5;
        (State low, State? high) = (origin with { Slope = slope }, default(State));
        (double lowStep, double highStep, double step) = (0.0, double.PositiveInfinity, 1.0);
        for (int trial = 0; trial < 40; trial++)
        {
            State next = At(origin, direction, step);
            if (!(next.Value <= origin.Value + (Decrease * step * slope) + (Rounding * Math.Abs(origin.Value))))
            {
                (highStep, high) = (step, next);
            }
            else
            {
                gradient(next.Gradient);
                next.Slope = Dot(next.Gradient, direction);
                if (next.Slope < Curvature * slope)
                {
                    (lowStep, low) = (step, next);
                }
                else if (next.Slope <= -Curvature * slope || next.Value < origin.Value + (Decrease * step * slope))
                {
                    return next;
                }
                else
                {
                    (highStep, high) = (step, next);
                }
            }

            step = double.IsInfinity(highStep) ? 3 * step : lowStep + ((highStep - lowStep) * Fraction(low, high!, highStep - lowStep));
        }

        return null;
    }

    /// <summary>Where between two points the parabola through both values and the slope of the lower one is least; kept off the ends.</summary>
    private static double Fraction(State low, State high, double width)
    {
        double bend = high.Value - low.Value - (low.Slope * width);
        double fraction = -low.Slope * width / (2 * bend);
        return double.IsFinite(fraction) ? Math.Clamp(fraction, .1, .7) : .3;
    }

    private State At(State origin, double[] direction, double step)
    {
        double[] point = origin.Point.Zip(direction, (x, d) => x + (step * d)).ToArray();
        return new(point, value(point), new double[point.Length], 0);
    }

    private static void Update(ref double[,] inverse, double[] step, double[] change, bool first)
    {
        double curvature = Dot(step, change);
        if (curvature <= 1e-12 * Math.Sqrt(Dot(step, step) * Dot(change, change)))
        {
            return;
        }

        int size = step.Length;
        inverse = first ? Scaled(size, curvature / Dot(change, change)) : inverse;
        double[] image = new double[size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                image[i] += inverse[i, j] * change[j];
            }
        }

        double scale = (1 + (Dot(change, image) / curvature)) / curvature;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                inverse[i, j] += (scale * step[i] * step[j]) - (((image[i] * step[j]) + (step[i] * image[j])) / curvature);
            }
        }
    }

    private static double[,] Scaled(int size, double scale)
    {
        double[,] matrix = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            matrix[i, i] = scale;
        }

        return matrix;
    }

    private static double[] Direction(double[,] inverse, double[] gradient)
    {
        double[] direction = new double[gradient.Length];
        for (int i = 0; i < direction.Length; i++)
        {
            for (int j = 0; j < direction.Length; j++)
            {
                direction[i] -= inverse[i, j] * gradient[j];
            }
        }

        return direction;
    }

    private static double[] Difference(double[] one, double[] other) => [.. one.Zip(other, (a, b) => a - b)];

    private static double Dot(double[] one, double[] other)
    {
        double sum = 0.0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private sealed record State(double[] Point, double Value, double[] Gradient, double Slope)
    {
        public double Slope { get; set; } = Slope;
    }
}
