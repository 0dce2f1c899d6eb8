using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The smoothed movement over one stretch without a gap, on an even grid of <see cref="Step"/> seconds. Immutable.</summary>
public sealed record SmileCourse
{
    /// <summary>The grid, seconds: fine against the smoothing, and the same for every frame rate.</summary>
    public const double Step = 0.02;

    private readonly ValueSequence<double> _position;
    private readonly ValueSequence<double> _velocity;
    private readonly ValueSequence<double> _acceleration;

    /// <summary>When it begins, seconds: the time of its first frame.</summary>
    public required double From { get; init; }

    /// <summary>The movement in the unit of the signal.</summary>
    public required ImmutableArray<double> Position
    {
        get => _position.Items;
        init => _position = new ValueSequence<double>(value);
    }

    /// <summary>Its first derivative, per second.</summary>
    public required ImmutableArray<double> Velocity
    {
        get => _velocity.Items;
        init => _velocity = new ValueSequence<double>(value);
    }

    /// <summary>Its second derivative, per second squared.</summary>
    public required ImmutableArray<double> Acceleration
    {
        get => _acceleration.Items;
        init => _acceleration = new ValueSequence<double>(value);
    }

    /// <summary>How many moments there are.</summary>
    public int Count => Position.Length;

    /// <summary>When it ends, seconds.</summary>
    public double Until => TimeAt(Count - 1);

    /// <summary>The time of a moment, seconds.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1; between two moments too.</param>
    public double TimeAt(double index) => From + (index * Step);

    /// <summary>As in <c>0.0 to 6.5 s, 326 moments</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{From:0.0##} to {Until:0.0##} s, {Count} moments");

    /// <summary>Fits the movement of a stretch.</summary>
    /// <param name="times">Ascending, seconds; at least one.</param>
    /// <param name="values">A finite value for each.</param>
    /// <param name="halfWidth">Half the window, seconds.</param>
    internal static SmileCourse Of(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double halfWidth)
    {
        int count = 1 + (int)Math.Floor(((times[^1] - times[0]) / Step) + 1e-6);
        double[] position = new double[count];
        double[] velocity = new double[count];
        double[] acceleration = new double[count];
        LocalPolynomial.Fit(times, values, times[0], Step, halfWidth, position, velocity, acceleration);
        return new()
        {
            From = times[0],
            Position = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(position),
            Velocity = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(velocity),
            Acceleration = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(acceleration),
        };
    }
}
