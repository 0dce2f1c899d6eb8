// When a response counts as begun.
namespace SmileNotebooks;

/// <summary>What an average course must reach to have begun. The time is that of the last crossing before the peak, between samples by a straight line.</summary>
public sealed record LatencyCriterion
{
    private LatencyCriterion(string description, double lower, double upper, bool isFraction)
    {
        Description = description;
        Lower = lower;
        Upper = upper;
        IsFraction = isFraction;
    }

    /// <summary>In words, as in "50% of the peak".</summary>
    public string Description { get; }

    /// <summary>The level that is crossed, or the lower of two.</summary>
    internal double Lower { get; }

    /// <summary>The upper of two levels, or the same as the lower one.</summary>
    internal double Upper { get; }

    /// <summary>Whether levels are shares of the peak.</summary>
    internal bool IsFraction { get; }

    /// <summary>A share of the peak. Half of it is measured most reliably (Kiesel et al., 2008); it is later than the onset, by as much in both
    /// conditions where responses rise alike.</summary>
    /// <param name="fraction">Between 0 and 1, by default .5.</param>
    /// <exception cref="ArgumentException">Not between 0 and 1.</exception>
    public static LatencyCriterion FractionOfPeak(double fraction = 0.5)
    {
        RequireFraction(fraction, nameof(fraction));
        return new LatencyCriterion($"{Apa.Percent(fraction)}% of the peak", fraction, fraction, isFraction: true);
    }

    /// <summary>The onset itself: where the line through the crossings of two shares of the peak meets zero. Right where the response rises in a straight line
    /// between them.</summary>
    /// <param name="lower">By default .25.</param>
    /// <param name="upper">By default .75; above <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentException">Not 0 &lt; lower &lt; upper &lt; 1.</exception>
    public static LatencyCriterion ExtrapolatedOnset(double lower = 0.25, double upper = 0.75)
    {
        RequireFraction(lower, nameof(lower));
        RequireFraction(upper, nameof(upper));
        return lower < upper
            ? new LatencyCriterion($"line through {Apa.Percent(lower)}% and {Apa.Percent(upper)}% of the peak", lower, upper, isFraction: true)
            : throw new ArgumentException($"The lower share is {lower}, the upper one {upper}, expected the lower to be smaller.", nameof(lower));
    }

    /// <summary>A fixed level. A smaller response crosses it later even when it begins at the same time.</summary>
    /// <param name="level">In the unit of the data, above 0; of a decrease, without its sign.</param>
    /// <exception cref="ArgumentException">Not above 0.</exception>
    public static LatencyCriterion AtLevel(double level) =>
        level > 0 && double.IsFinite(level)
            ? new LatencyCriterion($"level {Apa.Quantity(level)}", level, level, isFraction: false)
            : throw new ArgumentException($"The level is {level}, expected a positive number.", nameof(level));

    private static void RequireFraction(double fraction, string name)
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentException($"The share of the peak is {fraction}, expected a number between 0 and 1.", name);
        }
    }
}
