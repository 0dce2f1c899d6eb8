// The mouth at rest in a clip that need not begin or end neutral.
namespace SmileNotebooks;

/// <summary>The level of the low quiet moments of a movement.</summary>
internal static class QuietLevel
{
    // A fifth: a clip is at rest for at least so much of the time in which it does not move.
    private const double Share = 0.2;

    // Where hardly anything is quiet, the low moments of all.
    private const double ShareOfAll = 0.1;

    private const double LeastSeconds = 0.3;

    /// <summary>NaN where there is no moment.</summary>
    /// <param name="courses">The movement.</param>
    /// <param name="quiet">Up to which speed a moment is quiet, per second.</param>
    public static double Of(IReadOnlyList<SmileCourse> courses, double quiet)
    {
        List<double> still = [];
        List<double> all = [];
        foreach (SmileCourse course in courses)
        {
            for (int i = 0; i < course.Count; i++)
            {
                all.Add(course.Position[i]);
                if (Math.Abs(course.Velocity[i]) <= quiet)
                {
                    still.Add(course.Position[i]);
                }
            }
        }

        return Of([.. still], [.. all], SmileCourse.Step);
    }

    /// <summary>NaN where there is no moment.</summary>
    /// <param name="still">The levels of quiet moments.</param>
    /// <param name="all">The levels of all moments.</param>
    /// <param name="step">How long a moment is, seconds.</param>
    public static double Of(double[] still, double[] all, double step) =>
        still.Length * step >= LeastSeconds ? Quantiles.Of(still, Share) : Quantiles.Of(all, ShareOfAll);
}
