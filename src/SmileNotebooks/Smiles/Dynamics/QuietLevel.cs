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

        return still.Count * SmileCourse.Step >= LeastSeconds
            ? Quantiles.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(still), Share)
            : Quantiles.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all), ShareOfAll);
    }

    /// <summary>The measured frames near that level in quiet moments.</summary>
    public static int[] Frames(FrameSamples samples, IReadOnlyList<SmileCourse> courses, double quiet, double level, double tolerance)
    {
        List<int> frames = [];
        int at = 0;
        foreach (SmileCourse course in courses)
        {
            while (at < samples.Times.Length && samples.Times[at] < course.From)
            {
                at++;
            }

            for (; at < samples.Times.Length && samples.Times[at] <= course.Until + SmileCourse.Step; at++)
            {
                int moment = Math.Clamp((int)Math.Round((samples.Times[at] - course.From) / SmileCourse.Step), 0, course.Count - 1);
                if (Math.Abs(course.Velocity[moment]) <= quiet && Math.Abs(course.Position[moment] - level) <= tolerance)
                {
                    frames.Add(samples.Frames[at]);
                }
            }
        }

        return [.. frames];
    }
}
