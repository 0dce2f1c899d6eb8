namespace SmileNotebooks;

/// <summary>The course of a smooth movement from one place to another, the one with the least mean square jerk that rests at both ends: 10 x^3 - 15 x^4 + 6 x^5 of the
/// way after the share x of its duration (T. Flash and N. Hogan, "The coordination of arm movements: an experimentally confirmed mathematical model", Journal of Neuroscience 5(7),
/// 1985, 1688-1703). Its greatest speed is 15/8 of the mean. That smiles move so is a convention, not a finding.</summary>
internal static class MinimumJerk
{
    /// <summary>Share of the way after a share of the duration; 0 before and 1 after.</summary>
    public static double WayAt(double time)
    {
        double x = Math.Clamp(time, 0, 1);
        return x * x * x * (10 + (x * (-15 + (6 * x))));
    }

    /// <summary>Share of the duration after which a share of the way is covered, 0 to 1; by halving, to rounding.</summary>
    public static double TimeOf(double way)
    {
        (double before, double after) = (0, 1);
        for (int i = 0; i < 60; i++)
        {
            double middle = (before + after) / 2;
            (before, after) = WayAt(middle) < way ? (middle, after) : (before, middle);
        }

        return (before + after) / 2;
    }
}
