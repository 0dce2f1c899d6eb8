namespace SmileNotebooks;

/// <summary>A smile with its phases, as moments of its course, fractions included; NaN where a phase is not seen.</summary>
internal readonly record struct EpisodeTimes(SmileCourse Course, SmileCandidate Smile, Rise Rise, Rise Fall)
{
    public double OnsetStart { get; init; } = Rise.Start;

    /// <summary>Where half of the rise is passed.</summary>
    public double OnsetHalf { get; init; } = Rise.Half;

    public double ApexStart { get; init; } = Rise.End;

    public double OffsetStart { get; init; } = Course.Count - 1 - Fall.End;

    public double OffsetEnd { get; init; } = Course.Count - 1 - Fall.Start;

    /// <summary>Where half of the fall is passed, by the course that amplitudes are of.</summary>
    public double OffsetHalf => Course.Count - 1 - Fall.Half;

    /// <summary>What lies before belongs to the smile before.</summary>
    public double SeenFrom { get; init; }

    /// <summary>What lies after belongs to the smile after.</summary>
    public double SeenUntil { get; init; } = Course.Count - 1;

    /// <summary>From where it is seen.</summary>
    public double From => double.IsNaN(OnsetStart) ? SeenFrom : OnsetStart;

    /// <summary>Until where it is seen.</summary>
    public double Until => double.IsNaN(OffsetEnd) ? SeenUntil : OffsetEnd;

    /// <summary>Whether its phases follow each other, and the movement rises in its onset and falls in its offset by at least so much. NaN, not seen, breaks no rule.</summary>
    /// <param name="least">In the unit of the course.</param>
    public bool IsSound(double least) =>
        !(OnsetStart >= ApexStart) && !(ApexStart > OffsetStart) && !(OffsetStart >= OffsetEnd) && From < Until
        && !(At(ApexStart) - At(OnsetStart) < least) && !(At(OffsetStart) - At(OffsetEnd) < least);

    private double At(double moment) => double.IsNaN(moment) ? double.NaN : Course.Position[Math.Clamp((int)Math.Round(moment), 0, Course.Count - 1)];

    /// <summary>How long it is seen above half of its height, seconds.</summary>
    public double HalfSeconds
    {
        get
        {
            double from = double.IsNaN(Rise.Half) ? 0 : Rise.Half;
            double until = double.IsNaN(Fall.Half) ? Course.Count - 1 : Course.Count - 1 - Fall.Half;
            return (until - from) * SmileCourse.Step;
        }
    }
}
