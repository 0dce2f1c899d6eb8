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

    /// <summary>From where it is seen.</summary>
    public double From => double.IsNaN(OnsetStart) ? 0 : OnsetStart;

    /// <summary>Until where it is seen.</summary>
    public double Until => double.IsNaN(OffsetEnd) ? Course.Count - 1 : OffsetEnd;

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
