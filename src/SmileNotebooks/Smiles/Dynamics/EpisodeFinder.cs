// From courses to smiles with their phases, and what is not a smile and why.
namespace SmileNotebooks;

/// <summary>Finds smiles.</summary>
internal static class EpisodeFinder
{
    // A mouth that smiles rises or falls by the height of the least smile within so long. What is slower is a drift of the head, the light or the tracking.
    private const double DriftSeconds = 5;

    // Of the least smile: by so much at least the movement rises in an onset and falls in an offset.
    private const double LeastOfPhase = 0.5;

    /// <param name="movement">The movement.</param>
    /// <param name="options">How smiles are measured.</param>
    /// <param name="leftOut">Receives what is not counted.</param>
    public static List<EpisodeTimes> Find(MouthMovement movement, SmileDynamicsOptions options, List<LeftOutMovement> leftOut)
    {
        List<EpisodeTimes> found = [];
        foreach (SmileCourse course in movement.Courses)
        {
            int before = found.Count;
            int seen = leftOut.Count;
            foreach (EpisodeTimes episode in Timed(course, movement, options))
            {
                string? reason = ReasonAgainst(episode, movement, options);
                if (reason is null)
                {
                    found.Add(episode);
                }
                else
                {
                    leftOut.Add(new(course.TimeAt(episode.From), course.TimeAt(episode.Until), reason));
                }
            }

            if (found.Count == before && leftOut.Count == seen && Held(course, movement) is { } held)
            {
                leftOut.Add(held);
            }
        }

        return found;
    }

    private static List<EpisodeTimes> Timed(SmileCourse course, MouthMovement movement, SmileDynamicsOptions options)
    {
        ReadOnlySpan<double> values = course.Position.AsSpan();
        double[] reversed = values.ToArray();
        Array.Reverse(reversed);
        int last = values.Length - 1;
        int restMoments = (int)Math.Round(options.RestSeconds / SmileCourse.Step);
        List<EpisodeTimes> episodes = [];
        foreach (SmileCandidate smile in SmileCandidates.Of(values, movement.Least))
        {
            Rise rise = RiseTimer.Find(values, smile.From, smile.First, smile.IsOpenLeft, movement.Rest, movement.Least, restMoments);
            Rise fall = RiseTimer.Find(reversed, last - smile.Until, last - smile.Last, smile.IsOpenRight, rise.IsCut ? movement.Rest : rise.Rest, movement.Least, restMoments);
            if (rise.IsCut && !fall.IsCut)
            {
                rise = RiseTimer.Find(values, smile.From, smile.First, smile.IsOpenLeft, fall.Rest, movement.Least, restMoments);
            }

            EpisodeTimes coarse = new(course, smile, rise, fall);
            EpisodeTimes fine = Met(PhaseTiming.Of(movement, coarse, options));
            episodes.Add(fine.IsSound(LeastOfPhase * movement.Least) ? fine : Met(coarse));
        }

        for (int i = 1; i < episodes.Count; i++)
        {
            (episodes[i - 1], episodes[i]) = Parted(episodes[i - 1], episodes[i]);
        }

        return episodes;
    }

    /// <summary>Between two smiles without a pause one ends where the other begins: at the lowest moment between them.</summary>
    private static (EpisodeTimes Before, EpisodeTimes After) Parted(EpisodeTimes before, EpisodeTimes after)
    {
        ReadOnlySpan<double> values = before.Course.Position.AsSpan();
        int valley = before.Smile.Last;
        for (int i = valley; i <= after.Smile.First; i++)
        {
            valley = values[i] < values[valley] ? i : valley;
        }

        before = before with { SeenUntil = valley };
        after = after with { SeenFrom = valley };
        return before.Until > after.From
            ? (before with { OffsetEnd = Math.Min(before.OffsetEnd, valley) }, after with { OnsetStart = Math.Max(after.OnsetStart, valley) })
            : (before, after);
    }

    /// <summary>Without a plateau the onset ends where the offset begins.</summary>
    private static EpisodeTimes Met(EpisodeTimes episode)
    {
        if (!(episode.ApexStart > episode.OffsetStart))
        {
            return episode;
        }

        // What is reckoned from an uneven flank may lie far off, even beyond the other flank: the peak is nearer then.
        double start = episode.ApexStart > episode.OffsetHalf ? episode.Smile.First : episode.ApexStart;
        double end = episode.OffsetStart < episode.OnsetHalf ? episode.Smile.Last : episode.OffsetStart;
        double middle = (start + end) / 2;
        return start <= end ? episode with { ApexStart = start, OffsetStart = end } : episode with { ApexStart = middle, OffsetStart = middle };
    }

    private static string? ReasonAgainst(EpisodeTimes episode, MouthMovement movement, SmileDynamicsOptions options)
    {
        double height = Math.Max(episode.Rise.Level, episode.Fall.Level) - movement.Rest;
        if (height < movement.Least)
        {
            return FormattableString.Invariant($"only {Math.Max(0, height):0.###} {MouthMovement.UnitOf(movement.Signal)} above rest, a smile at least {movement.Least:0.###}");
        }

        if (IsDrift(episode, movement.Least))
        {
            return FormattableString.Invariant($"slower than {movement.Least:0.###} {MouthMovement.UnitOf(movement.Signal)} in {DriftSeconds:0} s, a drift and not above a smile's speed");
        }

        if (episode.HalfSeconds < options.MinimumSeconds)
        {
            return FormattableString.Invariant($"above half of its height for {Math.Max(0, episode.HalfSeconds):0.00} s, a smile at least {options.MinimumSeconds:0.##} s");
        }

        return episode.IsSound(LeastOfPhase * movement.Least) ? null : "its phases cannot be told from what is beside it";
    }

    private static bool IsDrift(EpisodeTimes episode, double least)
    {
        ReadOnlySpan<double> values = episode.Course.Position.AsSpan();
        int first = Math.Max(0, (int)episode.From);
        int last = Math.Min(values.Length - 1, (int)Math.Ceiling(episode.Until));
        const int Every = 10;
        for (int reach = Every; reach <= DriftSeconds / SmileCourse.Step; reach += Every)
        {
            for (int i = first; i + reach <= last; i++)
            {
                if (Math.Abs(values[i + reach] - values[i]) >= least)
                {
                    return false;
                }
            }
        }

        // A peak just high enough, between two moments that were looked at.
        return (last - first) * SmileCourse.Step > DriftSeconds;
    }

    private static LeftOutMovement? Held(SmileCourse course, MouthMovement movement)
    {
        double level = Quantiles.Of(course.Position.AsSpan(), 0.5) - movement.Rest;
        return level >= movement.Least
            ? new(course.From, course.Until, FormattableString.Invariant($"held {level:0.###} {MouthMovement.UnitOf(movement.Signal)} above rest, with neither an onset nor an offset in sight"))
            : null;
    }
}
