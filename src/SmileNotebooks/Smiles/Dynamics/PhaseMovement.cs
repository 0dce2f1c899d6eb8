namespace SmileNotebooks;

/// <summary>The movement within an onset or an offset, per second; NaN where the phase is not seen.</summary>
/// <param name="Along">The way in the direction of the phase.</param>
/// <param name="Against">The way back.</param>
/// <param name="SpeedMean">The whole way over the duration.</param>
/// <param name="SpeedMax">Greatest speed in the direction of the phase.</param>
/// <param name="AccelerationMax">Greatest acceleration in that direction.</param>
internal readonly record struct PhaseMovement(double Along, double Against, double SpeedMean, double SpeedMax, double AccelerationMax)
{
    /// <param name="course">The course.</param>
    /// <param name="from">The beginning, in moments; NaN where not seen.</param>
    /// <param name="until">The end.</param>
    /// <param name="direction">1 for an onset, -1 for an offset.</param>
    public static PhaseMovement Of(SmileCourse course, double from, double until, int direction)
    {
        if (double.IsNaN(from) || double.IsNaN(until))
        {
            return new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        int first = Math.Clamp((int)Math.Ceiling(from), 0, course.Count - 1);
        int last = Math.Clamp((int)Math.Floor(until), first, course.Count - 1);
        double along = 0;
        double against = 0;
        double speed = double.NegativeInfinity;
        double acceleration = double.NegativeInfinity;
        for (int i = first; i <= last; i++)
        {
            double way = i < last ? direction * (course.Position[i + 1] - course.Position[i]) : 0;
            along += Math.Max(way, 0);
            against -= Math.Min(way, 0);
            speed = Math.Max(speed, direction * course.Velocity[i]);
            acceleration = Math.Max(acceleration, direction * course.Acceleration[i]);
        }

        return new(along, against, (along + against) / ((until - from) * SmileCourse.Step), speed, acceleration);
    }

    /// <summary>The share of the way that goes against the phase, over the phases that are seen; NaN where none is.</summary>
    public static double Irregularity(PhaseMovement onset, PhaseMovement offset)
    {
        double along = Seen(onset.Along) + Seen(offset.Along);
        double against = Seen(onset.Against) + Seen(offset.Against);
        return against / (along + against);
    }

    private static double Seen(double way) => double.IsNaN(way) ? 0 : way;
}
