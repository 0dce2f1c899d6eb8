// The times of phases, from a course that is smoothed less. Lip corners are timed by how far they have gone on their own way from rest to the apex: the amplitude D is nearly
// all width, and a mouth that begins to smile moves up and back before it widens.
namespace SmileNotebooks;

/// <summary>Times phases anew.</summary>
internal static class PhaseTiming
{
    // How much of the surroundings of a smile is looked at, beyond what rest is taken from.
    private const double AroundSeconds = 1;

    /// <returns>The smile with its times; those of a phase that the course does not show stay as they are.</returns>
    public static EpisodeTimes Of(MouthMovement movement, EpisodeTimes times, SmileDynamicsOptions options)
    {
        if (times.Rise.IsCut && times.Fall.IsCut)
        {
            return times;
        }

        SmileCourse course = times.Course;
        FrameSamples samples = movement.Samples;
        double around = AroundSeconds + options.RestSeconds;
        double from = Math.Max(course.TimeAt(times.Smile.From), course.TimeAt(times.From) - around);
        double until = Math.Min(course.TimeAt(times.Smile.Until), course.TimeAt(times.Until) + around);
        (int first, int last) = (At(samples, from - SmileCourse.Step), At(samples, until + SmileCourse.Step));
        double[]? way = movement.Corners is null ? samples.Values[first..last] : Way(movement, times, options, samples.Frames.AsSpan(first, last - first));
        if (way is null || way.Length < LocalPolynomial.LeastSamples)
        {
            return times;
        }

        SmileCourse fine = samples.Course(first, way, options.TimingSeconds);
        double[] reversed = [.. fine.Position.Reverse()];
        int restMoments = (int)Math.Round(options.RestSeconds / SmileCourse.Step);
        int Moment(int ofCourse) => Math.Clamp((int)Math.Round((course.TimeAt(ofCourse) - fine.From) / SmileCourse.Step), 0, fine.Count - 1);
        double Back(double moment) => (fine.TimeAt(moment) - course.From) / SmileCourse.Step;
        if (!times.Rise.IsCut)
        {
            int top = Moment(times.Smile.First);
            Rise rise = RiseTimer.Settled(fine.Position.AsSpan(), 0, top, Lowest(fine.Position.AsSpan()[..(top + 1)]), restMoments);
            if (IsTimed(rise))
            {
                times = times with { OnsetStart = Math.Max(0, Back(rise.Start)), ApexStart = Back(rise.End), OnsetHalf = Back(rise.Half) };
            }
        }

        if (!times.Fall.IsCut)
        {
            int top = fine.Count - 1 - Moment(times.Smile.Last);
            Rise fall = RiseTimer.Settled(reversed, 0, top, Lowest(reversed.AsSpan()[..(top + 1)]), restMoments);
            if (IsTimed(fall))
            {
                times = times with { OffsetStart = Back(fine.Count - 1 - fall.End), OffsetEnd = Math.Min(course.Count - 1, Back(fine.Count - 1 - fall.Start)) };
            }
        }

        return times;
    }

    /// <summary>The way of the corners from rest to the apex; null where they do not move.</summary>
    private static double[]? Way(MouthMovement movement, EpisodeTimes times, SmileDynamicsOptions options, ReadOnlySpan<int> frames)
    {
        SmileCourse course = times.Course;
        (double restFrom, double restUntil) = times.Rise.IsCut
            ? (course.TimeAt(times.OffsetEnd), course.TimeAt(times.OffsetEnd) + options.RestSeconds)
            : (course.TimeAt(times.OnsetStart) - options.RestSeconds, course.TimeAt(times.OnsetStart));
        double apexFrom = course.TimeAt(double.IsNaN(times.ApexStart) ? times.From : times.ApexStart);
        double apexUntil = course.TimeAt(double.IsNaN(times.OffsetStart) ? times.Until : times.OffsetStart);
        ReadOnlySpan<int> rest = Between(movement.Samples, restFrom, restUntil);
        ReadOnlySpan<int> apex = Between(movement.Samples, Math.Min(apexFrom, apexUntil), Math.Max(apexFrom, apexUntil));
        double[] way = movement.Corners!.Shares(movement.Corners.Median(rest), movement.Corners.Median(apex), frames);
        return way.All(double.IsFinite) ? way : null;
    }

    /// <summary>The measured frames of a stretch, and one more on either side: a very short stretch holds none.</summary>
    private static ReadOnlySpan<int> Between(FrameSamples samples, double from, double until)
    {
        int first = Math.Max(0, At(samples, from) - 1);
        int last = Math.Min(samples.Frames.Length, At(samples, until) + 1);
        return samples.Frames.AsSpan(first, Math.Max(0, last - first));
    }

    private static bool IsTimed(Rise rise) => double.IsFinite(rise.Start) && double.IsFinite(rise.End) && rise.End > rise.Start;

    private static int At(FrameSamples samples, double time)
    {
        // A moment of the grid on a frame is that frame whenever the clip begins.
        int at = Array.BinarySearch(samples.Times, time - TimeStamps.SameMoment);
        return at < 0 ? ~at : at;
    }

    private static double Lowest(ReadOnlySpan<double> values)
    {
        double lowest = values[0];
        foreach (double value in values)
        {
            lowest = Math.Min(lowest, value);
        }

        return lowest;
    }
}
